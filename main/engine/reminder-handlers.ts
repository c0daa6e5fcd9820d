import type { reminderCalls } from '../../shared/contracts/engine/reminders.ts';
import { isRefused } from '../../shared/errors.ts';
import type { Handlers } from '../../shared/wire/serve.ts';
import type { Host } from './host.ts';
import { saveText } from './save-text.ts';
import type { Session } from './session.ts';

type ReminderHandlers = Handlers<{ readonly calls: typeof reminderCalls; readonly events: Record<never, never> }>;

/** What a person is reminded of, answered, and the same dates as a calendar file. */
export function reminderHandlers(host: Host, open: () => Session): ReminderHandlers {
  return {
    'reminders.list': ({ zone }) => open().reminders.list(zone),
    'reminders.snooze': (form) => open().reminders.snooze(form),
    'reminders.saveCalendar': async ({ zone, token }) => {
      const { text, events } = open().reminders.calendar(zone);
      const file = await host.redeem(token, 'save_calendar');
      if (isRefused(file)) return file;
      const saved = await saveText(file, text);
      return isRefused(saved) ? saved : { events };
    },
  };
}
