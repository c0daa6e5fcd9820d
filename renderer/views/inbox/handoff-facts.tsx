import { formatDay, formatDayTime } from '../../../shared/text/dates.ts';
import { firstWindowText, isForbidding, windowText } from '../../../shared/text/handoff.ts';
import { givesSecret, givesText, inboxText, theirUntilText, untilText } from '../../../shared/text/inbox.ts';
import { Chip } from '../../components/chip.tsx';
import { Field, Fields } from '../../components/field.tsx';
import { Tag } from '../../components/tag.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { ownZone } from '../handoff/own-zone.ts';
import type { Handoff } from './handoff.ts';
import { ReceivedText } from './received-text.tsx';

/** Windows named one by one before the rest is counted. */
const SHOWN = 3;
const SOON = 7 * 86_400;

export type HandoffFactsProps = {
  readonly handoff: Handoff;
  /** Its secrets stay closed until words are compared. */
  readonly closed: boolean;
  /** Until when it was, of one that changes what was taken up before. */
  readonly before?: number | undefined;
  readonly lender: Lender;
};

/** Who lends: the zone noted for them, null when none is, and their first name. */
type Lender = { readonly zone: string | null; readonly name: string };

/** What is lent, until when and by which rules: all of it was signed, none of it is a secret. */
export function HandoffFacts({ handoff, closed, before, lender }: HandoffFactsProps) {
  const gone = handoff.state === 'declined' || handoff.state === 'ended';
  const [only, ...others] = handoff.items;
  if (only !== undefined && others.length === 0) {
    return (
      <Fields slim>
        <ItemFields item={only} closed={closed && !gone} gone={gone} lender={lender} />
        <Terms handoff={handoff} before={before} lender={lender} />
      </Fields>
    );
  }
  return (
    <>
      <Fields slim>
        <Terms handoff={handoff} before={before} lender={lender} />
      </Fields>
      {handoff.items.map((item) => (
        <Fields slim key={item.account}>
          <ItemFields item={item} closed={closed && !gone} gone={gone} lender={lender} />
        </Fields>
      ))}
    </>
  );
}

type Item = Handoff['items'][number];

type ItemFieldsProps = {
  readonly item: Item;
  readonly closed: boolean;
  /** Its secrets have left this vault. */
  readonly gone: boolean;
  readonly lender: Lender;
};

function ItemFields({ item, closed, gone, lender }: ItemFieldsProps) {
  const now = engineNow();
  const { title, username, windows, rules, steps } = item;
  const left = windows.length - SHOWN;
  const [first] = windows;
  const theirs = first === undefined ? null : firstWindowText(first, now, ownZone(), lender).theirs;
  return (
    <>
      <Field name={inboxText.account} wraps>
        <b>
          <ReceivedText>{title}</ReceivedText>
        </b>{' '}
        {username !== null && <ReceivedText>{username}</ReceivedText>}
      </Field>
      <Field name={inboxText.gives} wraps>
        {gone ? inboxText.noLongerHere : steps.length > 0 && !givesSecret(item) ? inboxText.givesRole : givesText(item)}
        {closed && givesSecret(item) && <span className="small c-ending inbox-closed">{inboxText.secretsClosed}</span>}
      </Field>
      {windows.length > 0 && (
        <Field name={inboxText.windows} wraps>
          <ul>
            {windows.slice(0, SHOWN).map((window) => (
              <li key={window.from}>
                {windowText(window, now, ownZone())} {window === first && theirs !== null && <span className="soft">{theirs}</span>}
              </li>
            ))}
            {left > 0 && <li className="soft">{inboxText.moreWindows(left)}</li>}
          </ul>
        </Field>
      )}
      {rules.length > 0 && (
        <Field name={inboxText.rules} wraps>
          <ul className="row wrap inbox-rules">
            {rules.map((rule, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- rules may repeat, and never change here
              <li key={at}>
                <Chip still kind={isForbidding(rule) ? 'no' : 'on'} icon={isForbidding(rule) ? 'x' : 'check'}>
                  <ReceivedText>{rule}</ReceivedText>
                </Chip>
              </li>
            ))}
          </ul>
        </Field>
      )}
      {steps.length > 0 && (
        <Field name={inboxText.steps} wraps>
          <ol className="inbox-steps">
            {steps.map((step, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- steps may repeat, and never change here
              <li key={at}>
                <ReceivedText lines>{step}</ReceivedText>
              </li>
            ))}
          </ol>
        </Field>
      )}
    </>
  );
}

function Terms({ handoff, before, lender }: Pick<HandoffFactsProps, 'handoff' | 'before' | 'lender'>) {
  const now = engineNow();
  const { useFrom, useUntil, level, note } = handoff;
  const over = useUntil <= now;
  const last = formatDay(useUntil - 1, now);
  const theirs = theirUntilText(useUntil, now, ownZone(), lender);
  return (
    <>
      {useFrom !== null && useFrom > now && <Field name={inboxText.from}>{formatDayTime(useFrom, now)}</Field>}
      <Field
        name={inboxText.until}
        wraps
        acts={
          <Tag tone={over ? 'exposed' : useUntil - now > SOON ? 'calm' : 'ending'}>
            {over ? inboxText.ended(last) : inboxText.backBy(last)}
          </Tag>
        }
      >
        {untilText(useUntil, now)} {theirs !== null && <span className="soft">{theirs}</span>}
        {before !== undefined && before !== useUntil && (
          <span className="small soft">{inboxText.was(formatDay(before - 1, now))}</span>
        )}
      </Field>
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
    </>
  );
}
