import { addDays, dateAt } from '../../main/core/codes/zone.ts';
import { introduce, type TestEngine } from './engine-world.ts';
import { draftFor } from './session-world.ts';

const ZONE = 'Europe/Berlin';

/** What calls an engine that has an open vault. */
export type Asking = Pick<TestEngine, 'ask'>;

/** Lends an account with codes on request, from one vault to another, which takes it up; gives the item there. */
export async function lendCodes(owner: Asking, other: Asking, account: string, now: number): Promise<string> {
  const { a: contact } = await introduce(owner, other);
  const draft = draftFor(account, contact, addDays(dateAt(now, ZONE), 3), { liveCodes: true });
  const { sealed } = await owner.ask('handoff.seal', { draft, sendUnverified: false });
  const { id } = await other.ask('inbox.read', { source: { text: sealed.text ?? '' } });
  const { received, receipt } = await other.ask('inbox.accept', { id });
  await owner.ask('inbox.read', { source: { text: receipt.text ?? '' } });
  return received;
}

/** Asks for a code of an item lent so; gives the request as it waits with the owner. */
export async function askForCode(owner: Asking, other: Asking, received: string): Promise<string> {
  const { sealed } = await other.ask('relay.ask', { received, when: null, zone: ZONE, why: null });
  await owner.ask('inbox.read', { source: { text: sealed.text ?? '' } });
  const { rows } = await owner.ask('relay.list', { side: 'got', offset: 0, limit: 200 });
  const waiting = rows.find(({ state }) => state === 'waiting');
  if (waiting === undefined) throw new Error('no request waits');
  return waiting.id;
}
