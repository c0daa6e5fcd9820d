import type { Reminder } from '../../../shared/contracts/engine/reminders.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { dayWords, remindersText as text } from '../../../shared/text/reminders.ts';
import { useAct } from '../../lib/act.ts';
import { engineNow } from '../../lib/clock-sync.ts';
import type { PlainDate } from '../../lib/plain-date.ts';
import { useAsk } from '../../lib/query.ts';
import { showToast } from '../../lib/toast-store.ts';
import { instantAt, ownZone } from '../handoff/own-zone.ts';

const UPKEEP: ReadonlySet<Reminder['kind']> = new Set(['seed_old', 'sheet_untested']);

/** The reminders in their groups, and putting one off. */
export interface Reminders {
  readonly known: boolean;
  readonly late: readonly Reminder[];
  readonly week: readonly Reminder[];
  readonly upkeep: readonly Reminder[];
  readonly putOff: readonly Reminder[];
  /** How many there are beyond those. */
  readonly hidden: number;
  /** Puts one off until a day, or with null has it asked again now; true once that is so. */
  snooze(reminder: Reminder, day: PlainDate | null): Promise<boolean>;
}

/** What tells one reminder from every other. */
export function keyOf({ kind, of }: Reminder): string {
  return `${kind}/${of ?? ''}`;
}

/** Follows the reminders, in this computer's zone. */
export function useReminders(): Reminders {
  const zone = ownZone();
  const { data } = useAsk('reminders.list', { zone });
  const act = useAct('reminders.snooze');
  const due = data?.due.rows ?? [];
  const snooze = async ({ kind, of }: Reminder, day: PlainDate | null): Promise<boolean> => {
    const reply = await act.run({ kind, of, day, zone });
    if (!reply.ok && reply.code !== 'busy') showToast({ text: errorLine(reply.code, reply.facts) });
    if (reply.ok && day !== null) showToast({ text: text.snoozed(dayWords(instantAt(day, 0), engineNow())) });
    return reply.ok;
  };
  return {
    known: data !== undefined,
    late: due.filter(({ late }) => late),
    week: due.filter(({ late, kind }) => !late && !UPKEEP.has(kind)),
    upkeep: due.filter(({ late, kind }) => !late && UPKEEP.has(kind)),
    putOff: data?.snoozed.rows ?? [],
    hidden: data === undefined ? 0 : data.due.total - data.due.rows.length,
    snooze,
  };
}
