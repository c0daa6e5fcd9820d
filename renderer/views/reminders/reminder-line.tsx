import type { ReactNode } from 'react';
import type { Reminder } from '../../../shared/contracts/engine/reminders.ts';
import { dayWords, reminderHint, remindersText as text, reminderTag } from '../../../shared/text/reminders.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { Mark } from '../../components/mark.tsx';
import { Tag, type TagProps } from '../../components/tag.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { plainLine } from '../../lib/plain-text.ts';
import { actOf, iconOf, nameOf, type ReminderAct, sentenceOf } from './reminder-act.ts';
import { keyOf } from './use-reminders.ts';

export type ReminderLineProps = {
  readonly reminder: Reminder;
  readonly busy: boolean;
  readonly first: boolean;
  readonly onAct: (act: ReminderAct) => void;
  /** What puts it off. */
  readonly children: ReactNode;
};

/** One reminder: what, when, the one thing to do, and the way to put it off. */
export function ReminderLine({ reminder, busy, first, onAct, children }: ReminderLineProps) {
  const readOnly = useWhyReadOnly();
  const act = actOf(reminder);
  return (
    <Line reminder={reminder} tag={<Tag tone={toneOf(reminder)}>{reminderTag(reminder, engineNow())}</Tag>}>
      {act !== null && (
        <Button
          size="small"
          data-autofocus={first || undefined}
          aria-label={text.openOf(act.label, nameOf(reminder))}
          busy={busy ? text.starting : null}
          why={'start' in act ? readOnly : null}
          onClick={() => onAct(act)}
        >
          {act.label}
        </Button>
      )}
      {children}
    </Line>
  );
}

/** One that was put off, with the day it comes back. */
export function PutOffLine({ reminder, onAgain }: { readonly reminder: Reminder; readonly onAgain: () => void }) {
  const readOnly = useWhyReadOnly();
  const back = text.back(dayWords(reminder.snoozed ?? reminder.at, engineNow()));
  return (
    <Line reminder={reminder} tag={<Tag tone="calm">{back}</Tag>}>
      <Button size="small" variant="quiet" aria-label={text.askAgainOf(nameOf(reminder))} why={readOnly} onClick={onAgain}>
        {text.askAgain}
      </Button>
    </Line>
  );
}

type LineProps = { readonly reminder: Reminder; readonly tag: ReactNode; readonly children: ReactNode };

function Line({ reminder, tag, children }: LineProps) {
  const { account, kind } = reminder;
  const username = account?.username ?? null;
  return (
    <li className="rem-line" data-line={keyOf(reminder)}>
      {account === null ? <Mark icon={iconOf(reminder)} /> : <Mark platform={account.platform} />}
      <span className="rem-what">
        <b>{sentenceOf(reminder)}</b>
        <span className="rem-two small soft">
          {username !== null && <span className="cut">{plainLine(username)}</span>}
          <span>{reminderHint[kind]}</span>
        </span>
      </span>
      <span className="rem-tag">{tag}</span>
      <span className="rem-acts">{children}</span>
    </li>
  );
}

function toneOf({ kind }: Reminder): TagProps['tone'] {
  if (kind === 'loan_over' || kind === 'member_over') return 'exposed';
  return kind === 'seed_old' || kind === 'sheet_untested' ? 'calm' : 'ending';
}
