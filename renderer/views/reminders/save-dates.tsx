import { errorLine } from '../../../shared/text/errors.ts';
import { remindersText as text } from '../../../shared/text/reminders.ts';
import { Button } from '../../components/button.tsx';
import { useAct } from '../../lib/act.ts';
import { usePickPlace } from '../../lib/pick-place.ts';
import { showToast } from '../../lib/toast-store.ts';
import { ownZone } from '../handoff/own-zone.ts';

/** Saves every coming date as a calendar file; nothing where the host has no dialog to save with. */
export function SaveDates() {
  const pick = usePickPlace();
  const save = useAct('reminders.saveCalendar');
  if (pick === null) return null;
  const run = async (): Promise<void> => {
    const file = await pick('save_calendar', text.fileName);
    if (file === null) return;
    const reply = await save.run({ zone: ownZone(), token: file.token });
    if (reply.ok) showToast({ text: text.saved(file.name, reply.value.events) });
    else if (reply.code !== 'busy') showToast({ text: errorLine(reply.code, reply.facts) });
  };
  return (
    <Button icon="calendar" busy={save.busy ? text.saving : null} onClick={() => void run()}>
      {text.save}
    </Button>
  );
}
