import { formatDay, formatDayTime } from '../../../shared/text/dates.ts';
import { windowText, isForbidding } from '../../../shared/text/handoff.ts';
import { givesText, inboxText, untilText } from '../../../shared/text/inbox.ts';
import { Chip } from '../../components/chip.tsx';
import { Field, Fields } from '../../components/field.tsx';
import { Tag } from '../../components/tag.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { plainLine } from '../../lib/plain-text.ts';
import { ownZone } from '../handoff/own-zone.ts';
import type { Handoff } from './handoff-item.tsx';
import { ReceivedText } from './received-text.tsx';

/** Windows named one by one before the rest is counted. */
const SHOWN = 3;
const SOON = 7 * 86_400;

export type HandoffFactsProps = { readonly handoff: Handoff; readonly closed: boolean };

/** What is lent, until when and by which rules: all of it was signed, none of it is a secret. */
export function HandoffFacts({ handoff, closed }: HandoffFactsProps) {
  const now = engineNow();
  const { items, useFrom, useUntil, level, note } = handoff;
  const over = useUntil <= now;
  return (
    <>
      <Fields slim>
        <Field
          name={inboxText.until}
          wraps
          acts={
            <Tag tone={over ? 'exposed' : useUntil - now > SOON ? 'calm' : 'ending'}>
              {over ? inboxText.ended(formatDay(useUntil - 1, now)) : inboxText.backBy(formatDay(useUntil - 1, now))}
            </Tag>
          }
        >
          {untilText(useUntil, now)}
        </Field>
        {useFrom !== null && useFrom > now && <Field name={inboxText.from}>{formatDayTime(useFrom, now)}</Field>}
        {level !== null && (
          <Field name={inboxText.level} wraps>
            <ReceivedText>{level}</ReceivedText>
          </Field>
        )}
        {note !== null && (
          <Field name={inboxText.note} wraps>
            <ReceivedText lines>{note}</ReceivedText>
          </Field>
        )}
      </Fields>
      {items.map((item) => (
        <Fields slim key={item.account}>
          <Field name={inboxText.account} wraps>
            <b>
              <ReceivedText>{item.title}</ReceivedText>
            </b>
            {item.username !== null && (
              <>
                {' '}
                <ReceivedText>{item.username}</ReceivedText>
              </>
            )}
          </Field>
          <Field
            name={inboxText.gives}
            wraps
            acts={closed ? <span className="small c-ending inbox-closed">{inboxText.secretsClosed}</span> : undefined}
          >
            {givesText(item)}
          </Field>
          {item.windows.length > 0 && (
            <Field name={inboxText.windows} wraps>
              <ul>
                {item.windows.slice(0, SHOWN).map((window) => (
                  <li key={window.from}>{windowText(window, now, ownZone())}</li>
                ))}
                {item.windows.length > SHOWN && <li className="soft">{inboxText.moreWindows(item.windows.length - SHOWN)}</li>}
              </ul>
            </Field>
          )}
          {item.rules.length > 0 && (
            <Field name={inboxText.rules} wraps>
              <span className="row wrap inbox-rules">
                {item.rules.map((rule, at) => {
                  const shown = plainLine(rule);
                  return (
                    // oxlint-disable-next-line react/no-array-index-key -- rules may repeat, and never change here
                    <Chip key={at} still kind={isForbidding(shown) ? 'no' : 'on'} icon={isForbidding(shown) ? 'x' : 'check'}>
                      <ReceivedText>{rule}</ReceivedText>
                    </Chip>
                  );
                })}
              </span>
            </Field>
          )}
          {item.steps.length > 0 && (
            <Field name={inboxText.steps} wraps>
              <ol className="inbox-steps">
                {item.steps.map((step, at) => (
                  // oxlint-disable-next-line react/no-array-index-key -- steps may repeat, and never change here
                  <li key={at}>
                    <ReceivedText lines>{step}</ReceivedText>
                  </li>
                ))}
              </ol>
            </Field>
          )}
        </Fields>
      ))}
    </>
  );
}
