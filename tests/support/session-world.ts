import type { AccountForm } from '../../shared/contracts/engine/accounts.ts';
import type { HandoffDraft } from '../../shared/contracts/engine/handoff.ts';
import type { Topic } from '../../shared/topics.ts';
import { isRefused, type Refused } from '../../shared/errors.ts';
import { writeArmor } from '../../main/core/messages/armor.ts';
import type { Kind, Payload } from '../../main/core/messages/payload.ts';
import { randomOrder, seal } from '../../main/core/messages/seal.ts';
import { randomBytes } from '../../main/core/crypto/sodium.ts';
import { Vault } from '../../main/core/vault/vault.ts';
import { Session } from '../../main/engine/session.ts';
import { memoisedKdf, type TestClock } from './engine-world.ts';
import { MemoryVaultFile } from './memory-vault-file.ts';

/** An open vault with everything over it, its file in memory. */
export interface World {
  readonly session: Session;
  readonly file: MemoryVaultFile;
  readonly topics: Topic[];
}

/** The passphrase of every world's vault. */
export const WORLD_PASSWORD = 'copper tunnel hazard biology';
const settings = { ops: 3, memKib: 64 * 1024 };

/** A session over a vault, with an identity unless told otherwise. */
export async function newWorld(name: string, clock: TestClock, founded = true): Promise<World> {
  const file = new MemoryVaultFile();
  const made = await Vault.create(
    { file, kdf: memoisedKdf, random: randomBytes },
    { password: WORLD_PASSWORD, entropy: null, settings },
  );
  if (!made.ok) throw new Error(made.code);
  const world = sessionOver(made.vault, file, clock);
  if (founded) take(await world.session.found(name));
  return world;
}

/** The same vault read again from its file's bytes, as after a crash. */
export async function reopened(world: World, clock: TestClock): Promise<World> {
  const file = new MemoryVaultFile(world.file.bytes?.slice() ?? null);
  const opened = await Vault.open({ file, kdf: memoisedKdf, random: randomBytes }, { password: WORLD_PASSWORD });
  if (!opened.ok) throw new Error(opened.code);
  return sessionOver(opened.vault, file, clock);
}

function sessionOver(vault: Vault, file: MemoryVaultFile, clock: TestClock): World {
  const topics: Topic[] = [];
  const onChanged = (changed: ReadonlySet<Topic>): void => void topics.push(...changed);
  return {
    session: new Session({ vault, path: 'v.latchkey', read: 'clean', anchor: 'none', clock: () => clock.now, onChanged }),
    file,
    topics,
  };
}

/** A result that is no refusal; throws with the code otherwise. */
export function take<T>(result: T | Refused): T {
  if (isRefused(result)) throw new Error(`refused: ${result.refused} ${JSON.stringify(result.facts ?? {})}`);
  return result;
}

/** The code of a refusal; null for a result. */
export function codeOf(result: unknown): string | null {
  return isRefused(result) ? result.refused : null;
}

/** Each one's contact of the other; words typed both ways unless told otherwise. */
export async function befriend(a: Session, b: Session, verify = true): Promise<{ readonly a: string; readonly b: string }> {
  const add = async (to: Session, from: Session): Promise<string> => {
    const { card, words } = from.me.view();
    const { contact } = take(await to.inbox.read(card));
    if (contact === null) throw new Error('a card names a contact');
    if (verify) take(await to.contacts.verify({ id: contact, words: words.join(' '), pasted: false }));
    return contact;
  };
  return { a: await add(a, b), b: await add(b, a) };
}

/** An account's form with nothing in it but a title. */
export const blankForm: AccountForm = {
  client: null,
  platform: 'tiktok',
  kind: 'personal',
  title: 'TikTok',
  username: null,
  recoveryMail: null,
  recoveryPhone: null,
  address: null,
  tags: [],
  owner: null,
};

/** Saves an account and gives its id. */
export async function addAccount(session: Session, form: Partial<AccountForm> = {}): Promise<string> {
  return take(await session.accounts.save({ ...blankForm, ...form })).id;
}

/** Gives an account an authenticator; its seed in base32. */
export async function addSeed(session: Session, account: string, seed: string): Promise<string> {
  const { pending } = take(session.factors.pending.read(seed));
  return take(await session.factors.confirm({ account, pending, typed: null })).factor;
}

/** A handoff of the password alone, to the end of a day in Berlin. */
export function draftFor(account: string, contact: string, lastDay: string, more: Partial<HandoffDraft> = {}): HandoffDraft {
  return {
    ...{ account, contact, password: true, backupCodes: false, liveCodes: false, windows: { kind: 'none' }, lastDay },
    ...{ untilMinute: 1440, zone: 'Europe/Berlin', level: null, rules: [], device: null, note: null },
    ...more,
  };
}

/** Seals a draft. */
export async function lend(owner: Session, draft: HandoffDraft): Promise<{ readonly grant: string; readonly text: string }> {
  const { grant, sealed } = take(await owner.handoffs.seal(draft, false, async () => undefined));
  return { grant, text: owner.outbox.text(sealed.message) ?? '' };
}

const HOW_LONG: Readonly<Partial<Record<Kind, number>>> = { 3: 86_400, 4: 600 };

/**
 * A message as only someone with other software could make it: any body of any kind, signed by the sender, sealed to the reader. `more` holds
 * `re` and `reh`, or what is to stand in the head instead.
 */
export function forge(from: Session, to: Session, body: object, iat: number, kind: Kind = 1, more: object = {}): string {
  const card = to.me.card();
  const readers = kind === 0 ? [] : [card];
  const message = from.me.use((identity) => {
    const exp = iat + (HOW_LONG[kind] ?? 90 * 86_400);
    const head = { v: 1, kind, id: from.book.newId(), from: identity.fp, to: readers.map(({ fp }) => fp), iat, exp };
    const log = kind === 0 ? {} : { log: from.book.logHead };
    const payload = { ...head, ...log, ...more, body } as unknown as Payload;
    return seal(payload, identity, readers, { random: randomBytes, order: randomOrder });
  });
  if (message === null) throw new Error('too large');
  return writeArmor(message);
}

/** Words of the log, oldest first. */
export function logged(session: Session): string[] {
  const { rows } = session.log.list({ offset: 0, limit: 10_000 });
  return rows.map(({ what }) => what).toReversed();
}
