import type { HandoffDraft } from '../../../shared/contracts/engine/handoff.ts';
import { isRefused, type Refused } from '../../../shared/errors.ts';
import { sampleText } from '../../../shared/text/sandbox.ts';
import { generatePassword } from '../../core/accounts/generator.ts';
import { toBase32 } from '../../core/codes/base32.ts';
import { addDays, dateAt } from '../../core/codes/zone.ts';
import { randomBytes } from '../../core/crypto/sodium.ts';
import type { Session } from '../session.ts';
import { FREELANCERS, MORNINGS, OWNERS, type SampleAccount } from './sample.ts';

/** Bytes of a drawn authenticator's key, as RFC 4226 recommends. */
const SEED = 20;

/** The three vaults a sandbox is made from; the last one belongs to someone whose work is over, and is shown to nobody. */
export interface Cast {
  readonly owner: Session;
  readonly freelancer: Session;
  readonly before: Session;
}

/**
 * Puts sample things into three new vaults by the same calls a person makes, in the order of their past: `goTo` sets the clock of all
 * three so many days back.
 */
export async function furnish({ owner, freelancer, before }: Cast, goTo: (daysAgo: number) => void): Promise<void> {
  goTo(40);
  const owned = await addAccounts(owner, OWNERS);
  await addAccounts(freelancer, FREELANCERS);
  const contact = { freelancer: await meet(owner, freelancer), before: await meet(owner, before) };
  await Promise.all([meet(freelancer, owner), meet(before, owner)]);
  await describe(owner, contact);

  goTo(31);
  const shop = { account: owned[2] ?? '', contact: contact.before, days: 28, rules: sampleText.shopRules };
  await lend(owner, before, { ...shop, windows: { kind: 'none' } });
  goTo(9);
  const posts = { account: owned[1] ?? '', contact: contact.freelancer, days: 14, rules: sampleText.postRules };
  await lend(owner, freelancer, { ...posts, windows: MORNINGS });

  goTo(0);
  for (const session of [owner, freelancer]) {
    await session.sweep();
    for (const { id, waiting } of session.inbox.list({ offset: 0, limit: 200 }).rows)
      if (waiting) take(await session.inbox.done(id));
  }
}

/** A result that is no refusal: what is refused here is a bug of the sample. */
function take<T>(result: T | Refused): T {
  if (isRefused(result)) throw new Error(`the sample is refused: ${result.refused}`);
  return result;
}

async function addAccounts(session: Session, accounts: readonly SampleAccount[]): Promise<string[]> {
  const clients = new Map<string, string>();
  for (const name of new Set(accounts.map(({ client }) => client))) {
    const form = { name, colour: (clients.size % 8) + 1, notes: null, archived: false };
    clients.set(name, take(await session.clients.save(form)).id);
  }
  const made: string[] = [];
  for (const { client, hasSeed, ...form } of accounts) {
    const none = { recoveryMail: null, recoveryPhone: null, address: null, tags: [], owner: null };
    const password = generatePassword(20, true);
    const { id } = take(await session.accounts.save({ ...form, ...none, client: clients.get(client) ?? null, password }));
    if (hasSeed) {
      const { pending } = take(session.factors.pending.read(toBase32(randomBytes(SEED))));
      take(await session.factors.confirm({ account: id, pending, typed: null }));
    }
    made.push(id);
  }
  return made;
}

/** Takes in the other's card, and types the words as if they had been read out; gives the contact. */
async function meet(session: Session, other: Session): Promise<string> {
  const { card, words } = other.me.view();
  const { contact } = take(await session.inbox.read(card));
  if (contact === null) throw new Error('a card names a contact');
  take(await session.contacts.verify({ id: contact, words: words.join(' '), pasted: false }));
  return contact;
}

async function describe(owner: Session, contact: { readonly freelancer: string; readonly before: string }): Promise<void> {
  const zone = zoneHere();
  for (const id of Object.values(contact)) {
    take(await owner.contacts.save({ id, organisation: null, role: 'freelancer', zone }));
  }
}

interface Loan extends Pick<HandoffDraft, 'account' | 'contact' | 'windows'> {
  /** Days from the day it is sealed to its last one. */
  readonly days: number;
  readonly rules: readonly string[];
}

/** Hands an account off, has it taken up, and brings the receipt back. */
async function lend(owner: Session, reader: Session, { days, rules, ...draft }: Loan): Promise<void> {
  const zone = zoneHere();
  const sealing: HandoffDraft = {
    ...draft,
    ...{ password: true, backupCodes: false, liveCodes: false, level: null, device: null, note: null },
    ...{ lastDay: addDays(dateAt(owner.book.now(), zone), days), untilMinute: 1440, zone, rules: [...rules] },
  };
  const { sealed } = take(await owner.handoffs.seal(sealing, false, async () => undefined));
  const landed = take(await reader.inbox.read(owner.outbox.text(sealed.message) ?? ''));
  const { receipt } = take(await reader.inbox.accept(landed.id));
  take(await owner.inbox.read(reader.outbox.text(receipt.message) ?? ''));
}

function zoneHere(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
