import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import { promiseText } from '../../../shared/text/common.ts';
import { formatDay } from '../../../shared/text/dates.ts';
import { handoffText } from '../../../shared/text/handoff.ts';
import { Caption } from '../../components/card.tsx';
import { Check } from '../../components/check.tsx';
import { PromiseMark } from '../../components/promise-mark.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import type { HandoffForm, Lendable } from './handoff-form.ts';

export type TravelsProps = {
  readonly account: AccountDetail;
  readonly can: Lendable;
  readonly form: HandoffForm;
  readonly onChange: (part: Partial<HandoffForm>) => void;
  readonly problem: string | null;
};

/** What is lent, and who keeps the end of each. */
export function Travels({ account, can, form, onChange, problem }: TravelsProps) {
  const changed = account.password === null ? '' : handoffText.passwordChanged(formatDay(account.password.changed, engineNow()));
  return (
    <div className="block">
      <Caption end={<span className="note">{handoffText.endIs}</span>}>{handoffText.travels}</Caption>
      <ul className="card ho-travels">
        <Line
          name={handoffText.password}
          note={can.password ? changed : handoffText.noPassword}
          checked={form.password}
          able={can.password}
          keeper="courtesy"
          onChange={(password) => onChange({ password })}
        />
        <Line
          name={handoffText.codes}
          note={can.codes ? handoffText.codesNote : can.counter ? handoffText.byCounter : handoffText.noSeed}
          checked={form.codes}
          able={can.codes}
          keeper="sealed"
          onChange={(codes) => onChange({ codes })}
        />
        <Line
          name={handoffText.backupCodes}
          note={can.backupCodes > 0 ? handoffText.backupNote(can.backupCodes) : handoffText.noBackup}
          checked={form.backupCodes}
          able={can.backupCodes > 0}
          keeper="courtesy"
          onChange={(backupCodes) => onChange({ backupCodes })}
        />
        <Line
          name={handoffText.liveCodes}
          note={handoffText.liveNote}
          checked={form.liveCodes}
          able
          keeper="sealed"
          off={handoffText.notOffered}
          onChange={(liveCodes) => onChange({ liveCodes })}
        />
      </ul>
      {problem !== null && (
        <p className="hint error ho-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

type LineProps = {
  readonly name: string;
  readonly note: string;
  readonly checked: boolean;
  readonly able: boolean;
  readonly keeper: 'sealed' | 'courtesy';
  /** The word for one that is left out. */
  readonly off?: string;
  readonly onChange: (checked: boolean) => void;
};

function Line({ name, note, checked, able, keeper, off = handoffText.notSent, onChange }: LineProps) {
  const on = checked && able;
  return (
    <li>
      <Check checked={on} disabled={!able} label={`${name}, ${note}`} onChange={onChange} />
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- a wider target for the box, which has the keys */}
      <span className="grow cut" onClick={() => able && onChange(!on)}>
        <b>{name}</b> <span className="small soft">{note}</span>
      </span>
      {on ? <PromiseMark kind={keeper}>{promiseText[keeper]}</PromiseMark> : <span className="small faint">{off}</span>}
    </li>
  );
}
