import type { HandoffPreview } from '../../../shared/contracts/engine/handoff.ts';
import { formatBytes, formatDay, formatDayTime, formatDuration } from '../../../shared/text/dates.ts';
import { handoffPromises, handoffText } from '../../../shared/text/handoff.ts';
import { Edge } from '../../components/promise-mark.tsx';
import { Ring } from '../../components/ring.tsx';
import { capital } from '../../lib/capital.ts';
import { engineNow } from '../../lib/clock-sync.ts';
import { daysBetween } from '../../lib/plain-date.ts';
import type { HandoffForm } from './handoff-form.ts';
import { dayOf, instantAt } from './own-zone.ts';

export type PromisesProps = {
  readonly form: HandoffForm;
  readonly plan: HandoffPreview | null;
  readonly person: string | null;
  readonly zone: string;
};

/** How long, how much, and who keeps which part of it; what stays exposed comes last and is always said. */
export function Promises({ form, plan, person, zone }: PromisesProps) {
  const now = engineNow();
  const until = plan?.until ?? instantAt(form.lastDay, form.untilMinute);
  // The end of a day is said by that day, not by the midnight that begins the next.
  const last = formatDay(until - 1, now, { zone });
  const days = daysBetween(dayOf(now), form.lastDay);
  const promises = handoffPromises(person, last, form);
  return (
    <>
      <h2>{handoffText.promises}</h2>
      <div className="ho-dial">
        <Ring size={108} value={until > now ? 1 : 0}>
          {days > 0 ? (
            <span>
              <b>{days}</b>
              <span className="under">{handoffText.days(days)}</span>
            </span>
          ) : (
            <b className="ho-hours">{formatDuration(Math.max(0, until - now))}</b>
          )}
        </Ring>
        <div className="small soft">
          <p>{handoffText.todayIs(formatDay(now, now, { zone }))}</p>
          <p>
            {handoffText.to} <b className="c-ending">{form.untilMinute === 1440 ? last : formatDayTime(until, now, { zone })}</b>
          </p>
          <p className="faint ho-counts" role="status">
            {plan !== null && plan.codes > 0 ? (
              <>
                {handoffText.windowCount(plan.windows.length, plan.covered)}
                <br />
                {handoffText.codeCount(plan.codes)}, {formatBytes(plan.length)}
              </>
            ) : (
              !form.codes && handoffText.noWindows
            )}
          </p>
        </div>
      </div>
      <div className="ho-promises">
        {promises.map(({ kind, label, body }) => (
          <Edge key={kind} strong kind={kind} label={capital(label)}>
            {body}
          </Edge>
        ))}
      </div>
    </>
  );
}
