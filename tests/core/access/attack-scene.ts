import { b64u } from '../../../main/core/bytes.ts';
import { isRefused } from '../../../shared/errors.ts';
import { addAccount, addSeed, befriend, newWorld, reopened, take, type World } from '../../support/session-world.ts';

/** Monday 2 November 2026, 09:00 in Berlin. */
export const START = Date.UTC(2026, 10, 2, 8) / 1000;

/** What a person does in an open vault. */
export type Session = World['session'];

/** Who is there: an owner, two others, all of whom have compared words, and a stranger under the owner's name whom nobody knows. */
export interface Scene {
  readonly owner: Session;
  readonly other: Session;
  readonly third: Session;
  readonly stranger: Session;
  /** Of the owner, with a password and an authenticator. */
  readonly account: string;
  /** The owner's contact of the other, and the other's of the owner. */
  readonly ownerOther: string;
  readonly otherOwner: string;
}

/** Makes everyone; what it gives reads them anew from their files as they began, since the key of a new vault takes its time. */
export async function everyone(): Promise<(clock: { now: number }) => Promise<Scene>> {
  const people: World[] = [];
  for (const name of ['Maren Voss', 'Tomás Reyes', 'Ines Kaya', 'Maren Voss']) people.push(await newWorld(name, { now: START }));
  const [maren, tomas, ines] = people.map(({ session }) => session) as [Session, Session, Session];
  const { a: ownerOther, b: otherOwner } = await befriend(maren, tomas);
  await befriend(maren, ines);
  await befriend(tomas, ines);
  const account = await addAccount(maren, { title: 'TikTok', username: '@harbourbakery', password: 'Tr7&mel04-Quay' });
  await addSeed(maren, account, 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP');
  return async (clock) => {
    const sessions: Session[] = [];
    for (const world of people) sessions.push((await reopened(world, clock)).session);
    const [owner, other, third, stranger] = sessions as [Session, Session, Session, Session];
    return { owner, other, third, stranger, account, ownerOther, otherOwner };
  };
}

/** Everything a vault holds, to be compared. */
export function records(session: Session): string {
  return JSON.stringify([...session.vault.records.values()].map(({ id, type, data }) => ({ id, type, data })));
}

/** Why a text is turned away; `changed` when it is not, or when something came of it all the same. */
export async function why(session: Session, text: string): Promise<string> {
  const before = records(session);
  const result = await session.inbox.read(text);
  if (!isRefused(result) || records(session) !== before) return 'changed';
  return result.refused === 'could_not_open' ? String(result.facts?.['why']) : result.refused;
}

/** Reads a text that is to be taken. */
export async function taken(session: Session, text: string | null): Promise<{ readonly id: string }> {
  return take(await session.inbox.read(text ?? ''));
}

/** Codes of so many steps from an instant, all of them zero. */
export function zeroPass(account: string, from: number, count: number, more: object = {}) {
  const windows = [{ first_step: Math.floor(from / 30), count }];
  const codes = b64u(new Uint8Array(Math.ceil((count * 20) / 8)));
  return { account, alphabet: 'decimal', digits: 6, period: 30, windows, codes, ...more };
}
