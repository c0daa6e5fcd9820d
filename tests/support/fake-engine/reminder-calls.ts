import type { Reminder, reminderCalls } from '../../../shared/contracts/engine/reminders.ts';
import { refuse } from '../../../shared/errors.ts';
import type { Handlers } from '../../../shared/wire/serve.ts';
import { type FakeState, steadyId } from './state.ts';

type ReminderHandlers = Handlers<{ readonly calls: typeof reminderCalls; readonly events: Record<never, never> }>;

const DAY = 86_400;

/** A loan of TikTok to Tomás that ends in two days, as a reminder, or what a test makes of it. */
export function reminderOf(state: FakeState, change: Partial<Reminder> & Pick<Reminder, 'kind'>): Reminder {
  const made: Reminder = {
    of: steadyId(change.kind),
    account: { id: steadyId('tiktok'), platform: 'tiktok', title: 'TikTok', username: '@harbourbakery' },
    ...{ who: 'Tomás Reyes', centre: null, about: null, run: null, snoozed: null, late: false },
    at: state.now() + 2 * DAY,
    ...change,
  };
  state.reminders.push(made);
  return made;
}

/** The reminders a test has put there, and those it puts off. */
export function reminderHandlers(state: FakeState): ReminderHandlers {
  const listed = (rows: Reminder[]) => ({ total: rows.length, rows });
  return {
    'reminders.list': () => ({
      due: listed(state.reminders.filter(({ snoozed }) => snoozed === null)),
      snoozed: listed(state.reminders.filter(({ snoozed }) => snoozed !== null)),
    }),
    'reminders.snooze': ({ kind, of, day }) => {
      const found = state.reminders.find((one) => one.kind === kind && one.of === of);
      if (found === undefined) return refuse('not_found');
      // Noon stands for the beginning of the day, so that no zone of a test makes it another one.
      found.snoozed = day === null ? null : Date.parse(`${day}T12:00:00Z`) / 1000;
      state.changed('review', 'vault');
      return {};
    },
    'reminders.saveCalendar': () => ({ events: state.reminders.length }),
  };
}
