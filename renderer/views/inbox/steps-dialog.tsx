import { useState } from 'react';
import type { RequestDetail } from '../../../shared/contracts/engine/requests.ts';
import type { Delegation } from '../../../shared/platforms/delegation.ts';
import { commonText } from '../../../shared/text/common.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { gotText } from '../../../shared/text/requests.ts';
import { Calendar } from '../../components/calendar.tsx';
import { Chip } from '../../components/chip.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextArea, TextInput } from '../../components/text-input.tsx';
import { isKept, useAct } from '../../lib/act.ts';
import { engineNow } from '../../lib/clock-sync.ts';
import { addDays, dateWords } from '../../lib/plain-date.ts';
import { showToast } from '../../lib/toast-store.ts';
import { endAsked } from '../handoff/asked-form.ts';
import { dayOf, ownZone } from '../handoff/own-zone.ts';
import { levelName, lowestFirst } from '../requests/ask-form.ts';

const REACH = 365;
const MOST_STEPS = 40;

export type StepsDialogProps = {
  readonly request: RequestDetail;
  readonly account: string;
  readonly delegation: Delegation;
  readonly name: string;
  readonly verified: boolean;
  readonly onClose: () => void;
};

/** Answers with what the person has to do at the platform: the steps, the level, the last day. Mounted while it is open. */
export function StepsDialog({ request, account, delegation, name, verified, onClose }: StepsDialogProps) {
  const sealing = useAct('requests.steps');
  const today = dayOf(engineNow());
  const [end, setEnd] = useState(() => endAsked(request.row.until, engineNow(), REACH));
  const [level, setLevel] = useState(() => levels(delegation)[0] ?? '');
  // The catalogue's sentences are English in every language of the window, until they are written otherwise.
  const given = delegation.freelancerSteps.join('\n');
  const [text, setText] = useState(given);
  const isGiven = given !== '' && text === given;
  const [note, setNote] = useState('');
  const [asking, setAsking] = useState(false);
  const steps = text
    .split('\n')
    .map((step) => step.trim())
    .filter((step) => step !== '');
  const why =
    level.trim() === ''
      ? gotText.levelNone
      : steps.length === 0
        ? gotText.stepsNone
        : steps.length > MOST_STEPS
          ? gotText.stepsMany
          : null;
  const seal = async (sendUnverified: boolean): Promise<void> => {
    const reply = await sealing.run({
      ...{ id: request.row.id, account, level: level.trim(), steps, ...end, zone: ownZone(), rules: [] },
      ...{ note: note.trim() === '' ? null : note.trim(), sendUnverified },
    });
    setAsking(false);
    if (isKept(reply)) showToast({ text: commonText.notSavedYet });
    if (reply.ok || isKept(reply)) onClose();
  };
  const { failure } = sealing;
  if (asking)
    return (
      <Dialog
        open
        onClose={() => setAsking(false)}
        title={gotText.uncheckedTitle(name)}
        lead={gotText.uncheckedBody(name)}
        safe={gotText.uncheckedSafe}
        act={{ label: gotText.uncheckedGo, busy: sealing.busy ? gotText.sealing : null, onAct: () => void seal(true) }}
        loses
      />
    );
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={gotText.stepsTitle(name)}
      lead={gotText.stepsLead}
      safe={commonText.cancel}
      act={{
        label: gotText.seal,
        icon: 'sealed',
        why,
        busy: sealing.busy ? gotText.sealing : null,
        onAct: () => (verified ? void seal(false) : setAsking(true)),
      }}
    >
      <div className="stack steps-form">
        <TextArea
          label={gotText.stepsField(name)}
          hint={isGiven ? gotText.stepsGiven : undefined}
          lang={isGiven ? 'en' : undefined}
          rows={4}
          value={text}
          onChange={setText}
          maxLength={8000}
        />
        <div className="steps-two">
          <div className="stack">
            <TextInput
              label={gotText.level}
              hint={gotText.levelHint}
              lang={levels(delegation).includes(level) ? 'en' : undefined}
              value={level}
              onChange={setLevel}
              maxLength={120}
            />
            <div className="row wrap steps-levels">
              {levels(delegation).map((one) => (
                <Chip
                  key={one}
                  lang="en"
                  kind={one === level ? 'on' : undefined}
                  pressed={one === level}
                  onClick={() => setLevel(one)}
                >
                  {one}
                </Chip>
              ))}
            </div>
            <TextArea label={gotText.note} rows={2} value={note} onChange={setNote} maxLength={1300} />
          </div>
          <div className="stack">
            <span className="small strong">{gotText.lastDay}</span>
            <span className="small soft">{dateWords(end.lastDay, 'long')}</span>
            <Calendar
              label={gotText.lastDay}
              today={today}
              last={end.lastDay}
              onLast={(lastDay) => setEnd({ ...end, lastDay })}
              litOn={() => null}
              min={today}
              max={addDays(today, REACH)}
            />
            <p className="hint">{gotText.roleUntil}</p>
          </div>
        </div>
        {failure !== null && (
          <p className="hint error" role="alert">
            {errorLine(failure.code, failure.facts)}
          </p>
        )}
      </div>
    </Dialog>
  );
}

function levels(delegation: Delegation): readonly string[] {
  return lowestFirst(delegation.levels).map(levelName);
}
