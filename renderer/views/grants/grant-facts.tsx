import { accessLine } from '../../../shared/text/accounts.ts';
import { formatDay, formatDayTime } from '../../../shared/text/dates.ts';
import { grantText as text } from '../../../shared/text/grant-life.ts';
import { isForbidding, windowText } from '../../../shared/text/handoff.ts';
import { formatUntil } from '../../../shared/text/zoned.ts';
import { Button } from '../../components/button.tsx';
import { Caption } from '../../components/card.tsx';
import { Chip } from '../../components/chip.tsx';
import { Field, Fields } from '../../components/field.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { go } from '../../lib/route.ts';
import { ownZone } from '../handoff/own-zone.ts';
import { type GrantParts, windowsLeft } from './grant-parts.ts';

/** Windows named one by one before the rest is counted. */
const SHOWN = 3;

/** What was lent, since when, until when by both clocks, and under which rules. */
export function GrantFacts({ grant, account, person }: GrantParts) {
  const { row, what, windows, level, rules, device, note, steps, relayed } = grant;
  const now = engineNow();
  const left = windowsLeft(grant, now);
  const shown = left.length > 0 ? left : windows;
  return (
    <>
      <Caption>{text.facts}</Caption>
      <Fields slim>
        <Field
          name={text.account}
          wraps
          acts={
            account !== null && (
              <Button
                size="small"
                variant="quiet"
                iconEnd="forward"
                onClick={() => go({ view: 'accounts', client: 'all', account: row.account, open: true })}
              >
                {account.trashed === null ? text.toAccount : text.trashed}
              </Button>
            )
          }
        >
          <b>{row.title}</b> {row.username}
        </Field>
        <Field name={text.gives} wraps>
          {accessLine(what)}
        </Field>
        {level !== null && (
          <Field name={text.level} wraps>
            {level}
          </Field>
        )}
        <Field name={text.since}>{formatDayTime(row.from, now)}</Field>
        <Field name={text.until} wraps>
          {formatUntil(row.until, grant.zone, person?.zone ?? ownZone())}
        </Field>
        {windows.length > 0 && (
          <Field name={text.windows} wraps>
            <ul className={left.length === 0 ? 'faint' : undefined}>
              {shown.slice(0, SHOWN).map((window) => (
                <li key={window.from}>{windowText(window, now, ownZone())}</li>
              ))}
              {shown.length > SHOWN && <li className="soft">{text.moreWindows(shown.length - SHOWN)}</li>}
            </ul>
          </Field>
        )}
        {rules.length > 0 && (
          <Field name={text.rules} wraps>
            <ul className="row wrap grant-rules">
              {[...new Set(rules)].map((rule) => (
                <li key={rule}>
                  <Chip still kind={isForbidding(rule) ? 'no' : 'on'} icon={isForbidding(rule) ? 'x' : 'check'}>
                    {rule}
                  </Chip>
                </li>
              ))}
            </ul>
          </Field>
        )}
        {steps.length > 0 && (
          <Field name={text.steps} wraps>
            <ol className="grant-steps">
              {[...new Set(steps)].map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </Field>
        )}
        {device !== null && (
          <Field name={text.device} wraps acts={<span className="small faint">{text.devicePromised}</span>}>
            {device}
          </Field>
        )}
        {note !== null && (
          <Field name={text.note} wraps>
            <span className="grant-note">{note}</span>
          </Field>
        )}
        {what.includes('live_codes') && <Field name={text.relayed}>{text.relayedCount(relayed)}</Field>}
        {grant.closedAt !== null && <Field name={text.closed}>{formatDay(grant.closedAt, now)}</Field>}
      </Fields>
    </>
  );
}
