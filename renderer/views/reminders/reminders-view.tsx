import { useRef, useState } from 'react';
import type { Reminder } from '../../../shared/contracts/engine/reminders.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { remindersText as text } from '../../../shared/text/reminders.ts';
import { useVaultBanner } from '../../app/vault-banner.tsx';
import { useVault } from '../../app/vault-context.ts';
import { Bar } from '../../components/bar.tsx';
import { Button } from '../../components/button.tsx';
import { Caption } from '../../components/card.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Kbd } from '../../components/kbd.tsx';
import { HookArt } from '../../components/key-mark.tsx';
import { View } from '../../components/window.tsx';
import { AskAgain, earliest } from '../../lib/ask-again.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import type { PlainDate } from '../../lib/plain-date.ts';
import { go } from '../../lib/route.ts';
import { showToast } from '../../lib/toast-store.ts';
import type { CachedCall } from '../../lib/topics.ts';
import { useDay } from '../ledger/use-day.ts';
import { useTakeBack } from '../runs/use-take-back.ts';
import { nameOf, type ReminderAct } from './reminder-act.ts';
import { PutOffLine, ReminderLine } from './reminder-line.tsx';
import { SaveDates } from './save-dates.tsx';
import { SnoozeMenu } from './snooze-menu.tsx';
import { useLineKeys } from './use-line-keys.ts';
import { keyOf, useReminders } from './use-reminders.ts';
import './reminders.css';

/** What time changes without anything being written. */
const byTime: readonly CachedCall[] = ['reminders.list', 'vault.state'];
/** Lines of upkeep shown before somebody asks for all. */
const FEW = 5;

/** One quiet digest of what is late, what ends this week, and what was put off. */
export function RemindersView() {
  const { due } = useVault();
  const { known, ...reminders } = useReminders();
  const { late, week, upkeep, putOff, hidden } = reminders;
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  const { takeBack, busy } = useTakeBack((code, facts) => showToast({ text: errorLine(code, facts) }));
  const banner = useVaultBanner();
  useDay('reminders.list');
  const shown = all ? upkeep : upkeep.slice(0, FEW);
  const lines = [...late, ...week, ...shown, ...putOff].map(keyOf).join(' ');
  const box = useRef<HTMLElement>(null);
  const leave = useLineKeys(box, lines, setOpen);
  const [first] = [...late, ...week, ...shown];

  const act = (what: ReminderAct): void => {
    if ('to' in what) go(what.to);
    else void takeBack(what.start);
  };
  const snooze = async (reminder: Reminder, day: PlainDate | null): Promise<void> => {
    leave(keyOf(reminder));
    await reminders.snooze(reminder, day);
  };
  const line = (reminder: Reminder) => {
    const key = keyOf(reminder);
    return (
      <ReminderLine
        key={key}
        reminder={reminder}
        first={reminder === first}
        busy={busy !== null && busy === reminder.of}
        onAct={act}
      >
        <SnoozeMenu
          sentence={nameOf(reminder)}
          open={open === key}
          onOpen={(next) => setOpen(next ? key : null)}
          onSnooze={(day) => void snooze(reminder, day)}
        />
      </ReminderLine>
    );
  };
  const now = engineNow();
  const next = earliest([...week.map(({ at }) => (at > now ? at : null)), ...putOff.map(({ snoozed }) => snoozed)]);
  return (
    <View banner={banner} bar={<Bar title={text.title} sub={known ? text.sub(due) : undefined} actions={<SaveDates />} />}>
      <section ref={box} className="scroll rem" aria-label={text.list} data-pane="detail">
        <AskAgain at={next} calls={byTime} />
        {known && late.length + week.length === 0 && (
          <EmptyState art={<HookArt />} title={text.emptyTitle}>
            {text.emptyBody}
          </EmptyState>
        )}
        <Group caption={text.late}>{late.map(line)}</Group>
        <Group caption={text.week}>{week.map(line)}</Group>
        <Group
          caption={text.upkeep}
          end={
            shown.length < upkeep.length && (
              <Button variant="quiet" size="small" onClick={() => setAll(true)}>
                {text.more(upkeep.length - shown.length)}
              </Button>
            )
          }
        >
          {shown.map(line)}
        </Group>
        {hidden > 0 && <p className="small faint">{text.counted(hidden)}</p>}
        <Group caption={text.putOff}>
          {putOff.map((reminder) => (
            <PutOffLine key={keyOf(reminder)} reminder={reminder} onAgain={() => void snooze(reminder, null)} />
          ))}
        </Group>
        {first !== undefined && <Hints />}
      </section>
    </View>
  );
}

type GroupProps = { readonly caption: string; readonly end?: React.ReactNode; readonly children: readonly React.ReactNode[] };

function Group({ caption, end, children }: GroupProps) {
  if (children.length === 0) return null;
  return (
    <>
      <Caption end={end || undefined}>{caption}</Caption>
      <ul className="card">{children}</ul>
    </>
  );
}

function Hints() {
  return (
    <p className="rem-hints small faint">
      <span>
        <Kbd keys="ArrowUp" /> <Kbd keys="ArrowDown" /> {text.move}
      </span>
      <span>
        <Kbd keys="Enter" /> {text.act}
      </span>
      <span>
        <Kbd keys="S" /> {text.snoozeHint}
      </span>
    </p>
  );
}
