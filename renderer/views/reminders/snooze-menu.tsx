import { useState } from 'react';
import { commonText, dayFieldText } from '../../../shared/text/common.ts';
import { formatDay } from '../../../shared/text/dates.ts';
import { remindersText as text } from '../../../shared/text/reminders.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Calendar } from '../../components/calendar.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Menu } from '../../components/menu.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { addDays, mondayOf, type PlainDate } from '../../lib/plain-date.ts';
import { dayOf, instantAt } from '../handoff/own-zone.ts';

const NOON = 720;
/** Farthest ahead something may be put off, in days. */
const REACH = 365;

export type SnoozeMenuProps = {
  readonly sentence: string;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onSnooze: (day: PlainDate) => void;
};

/** Puts one reminder off: to tomorrow, in three days, next Monday, or a day of one's own. */
export function SnoozeMenu({ sentence, open, onOpen, onSnooze }: SnoozeMenuProps) {
  const [picking, setPicking] = useState(false);
  const why = useWhyReadOnly();
  const now = engineNow();
  const today = dayOf(now);
  const until = (day: PlainDate, label: (day: string) => string) => ({
    label: label(formatDay(instantAt(day, NOON), now)),
    onAct: () => onSnooze(day),
  });
  return (
    <>
      <Menu
        open={open && why === null}
        onOpen={onOpen}
        trigger={<IconButton icon="clock" label={text.snoozeOf(sentence)} keys="S" why={why} />}
        entries={[
          until(addDays(today, 1), text.tomorrow),
          until(addDays(today, 3), text.inDays),
          until(addDays(mondayOf(today), 7), text.nextWeek),
          'line',
          { label: text.pick, icon: 'calendar', onAct: () => setPicking(true) },
        ]}
      />
      {picking && (
        <SnoozeDay
          sentence={sentence}
          today={today}
          onClose={() => setPicking(false)}
          onPick={(day) => {
            setPicking(false);
            onSnooze(day);
          }}
        />
      )}
    </>
  );
}

type SnoozeDayProps = {
  readonly sentence: string;
  readonly today: PlainDate;
  readonly onClose: () => void;
  readonly onPick: (day: PlainDate) => void;
};

function SnoozeDay({ sentence, today, onClose, onPick }: SnoozeDayProps) {
  const [day, setDay] = useState(addDays(today, 7));
  return (
    <Dialog
      open
      onClose={onClose}
      title={text.pickTitle}
      lead={sentence}
      safe={commonText.cancel}
      act={{ label: text.pickAct, onAct: () => onPick(day) }}
    >
      <Calendar
        label={text.pickDay}
        today={today}
        last={day}
        onLast={setDay}
        litOn={() => null}
        min={addDays(today, 1)}
        max={addDays(today, REACH)}
        words={dayFieldText.calendar}
      />
    </Dialog>
  );
}
