import { type Reminder, reminderCalls } from '../../../shared/contracts/engine/reminders.ts';
import type { Data } from '../../../main/core/records/shapes.ts';
import type { Session } from '../../../main/engine/session.ts';
import { addAccount, befriend, draftFor, lend, newWorld, take } from '../../support/session-world.ts';
import type { TestClock } from '../../support/engine-world.ts';

/** A day, in seconds. */
export const DAY = 86_400;
/** Where the owner lives. */
export const BERLIN = 'Europe/Berlin';

/** An instant written with its offset, in Unix seconds. */
export function at(instant: string): number {
  return Date.parse(instant) / 1000;
}

/** An owner on 25 November 2026 with one account and one person, and what a test looks at. */
export interface ReminderWorld {
  readonly owner: Session;
  readonly other: Session;
  readonly account: string;
  readonly contact: string;
  /** Lends the account, or another one, to the end of a day in Berlin. */
  lend(lastDay: string, account?: string): Promise<string>;
  /** Puts records straight into the vault, each under a number of its own. */
  put(records: { [T in 'member' | 'centre' | 'ad_code']?: Data<T> }): Promise<string[]>;
  due(zone?: string): Reminder[];
  putOff(zone?: string): Reminder[];
  kinds(zone?: string): string[];
}

export async function reminderWorld(clock: TestClock): Promise<ReminderWorld> {
  clock.now = at('2026-11-25T08:00:00+01:00');
  const owner = (await newWorld('Maren Voss', clock)).session;
  const other = (await newWorld('Tomás Reyes', clock)).session;
  const { a: contact } = await befriend(owner, other);
  const account = await addAccount(owner, { title: 'Harbour shop', password: 'Tr7&mel04-Quay' });
  const listed = (zone: string) => reminderCalls['reminders.list'].result.parse(owner.reminders.list(zone));
  return {
    ...{ owner, other, account, contact },
    lend: async (lastDay, of = account) => (await lend(owner, draftFor(of, contact, lastDay))).grant,
    put: async (records) => {
      const ids: string[] = [];
      const put = await owner.book.change((draft) => {
        for (const [type, data] of Object.entries(records)) {
          const id = owner.book.newId();
          draft.put(type as 'member', id, data as Data<'member'>);
          ids.push(id);
        }
        return {};
      });
      take(put);
      return ids;
    },
    due: (zone = BERLIN) => listed(zone).due.rows,
    putOff: (zone = BERLIN) => listed(zone).snoozed.rows,
    kinds: (zone = BERLIN) => listed(zone).due.rows.map(({ kind }) => kind),
  };
}

/** Somebody in a centre, with or without a last day. */
export function memberData(centre: string, made: number, more: Partial<Data<'member'>> = {}): Data<'member'> {
  const blank = { as: 'person', name: 'Jonas of the agency', level: 'Employee', lowest: true, state: 'active' } as const;
  return { ...blank, assets: [], centre, made, ...more };
}
