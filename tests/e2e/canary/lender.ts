import { addAccount, addSeed, draftFor, lend, newWorld, take } from '../../support/session-world.ts';

/** Someone elsewhere who lends a login with backup codes and live codes for the hours to come. */
export interface Lender {
  readonly card: string;
  readonly words: readonly string[];
  /** A sealed handoff for whose card and words these are. */
  lendTo(of: { readonly card: string; readonly words: string }): Promise<string>;
}

export async function makeLender(secrets: {
  readonly password: string;
  readonly backupCodes: string[];
  readonly key: string;
}): Promise<Lender> {
  const clock = { now: Math.floor(Date.now() / 1000) };
  const { session } = await newWorld('Lena Brandt', clock);
  const account = await addAccount(session, { password: secrets.password, backupCodes: secrets.backupCodes });
  await addSeed(session, account, secrets.key);
  const { card, words } = session.me.view();
  return {
    card,
    words,
    async lendTo(of) {
      clock.now = Math.floor(Date.now() / 1000);
      const { contact } = take(await session.inbox.read(of.card));
      if (contact === null) throw new Error('a card names a contact');
      take(await session.contacts.verify({ id: contact, words: of.words, pasted: false }));
      const lastDay = new Date((clock.now + 3 * 86_400) * 1000).toISOString().slice(0, 10);
      const windows = { kind: 'appointment', from: clock.now - 60, minutes: 240 } as const;
      const { text } = await lend(session, draftFor(account, contact, lastDay, { backupCodes: true, windows }));
      return text;
    },
  };
}
