import { useState } from 'react';
import type { Reduction } from '../../../shared/contracts/engine/grant-life.ts';
import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import { promiseText } from '../../../shared/text/common.ts';
import { formatDay } from '../../../shared/text/dates.ts';
import { extendText, reduceText as text } from '../../../shared/text/grant-life.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Card } from '../../components/card.tsx';
import { Check } from '../../components/check.tsx';
import { Edge } from '../../components/promise-mark.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { capital } from '../../lib/capital.ts';
import { engineNow } from '../../lib/clock-sync.ts';
import { freshForm } from '../handoff/handoff-form.ts';
import { LastDay } from '../handoff/last-day.tsx';
import { instantAt, ownZone } from '../handoff/own-zone.ts';
import { lastOf } from './extend-form.ts';
import { type GrantParts, windowsLeft } from './grant-parts.ts';
import { ChangeFrame } from './change-frame.tsx';
import { RuleList } from './rule-list.tsx';
import { useGrantSeal } from './use-grant-seal.ts';

type Keeps = Pick<Reduction, 'password' | 'codes' | 'backupCodes' | 'liveCodes'>;

export type ReduceEditorProps = GrantParts & { readonly onSealed: (sealed: Sealed | 'kept') => void };

/** Less for someone: what they keep, an earlier last day, other rules. */
export function ReduceEditor({ grant, person, name, onSealed }: ReduceEditorProps) {
  const { row, what } = grant;
  const now = engineNow();
  const left = windowsLeft(grant, now).length;
  const had: Keeps = {
    password: what.includes('password'),
    codes: left > 0,
    backupCodes: what.includes('backup_codes'),
    liveCodes: what.includes('live_codes'),
  };
  const isRole = what.includes('role');
  const [keeps, setKeeps] = useState<Keeps>(had);
  const [rules, setRules] = useState<readonly string[]>(grant.rules);
  const [level, setLevel] = useState(grant.level ?? '');
  const [form, setForm] = useState(() => ({
    ...freshForm({ password: false, codes: false }, row.person.contact, now),
    ...lastOf(grant),
    codes: false,
  }));
  const sealing = useGrantSeal('grants.reduce');
  const readOnly = useWhyReadOnly();
  const isLater = instantAt(form.lastDay, form.untilMinute) > row.until;
  const isNothing = !keeps.password && !keeps.codes && !keeps.backupCodes && !keeps.liveCodes && !isRole;
  const why = readOnly ?? (isLater ? text.notEarlier : isNothing ? text.nothing : null);

  const run = async (sendUnverified: boolean): Promise<void> => {
    const { lastDay, untilMinute } = form;
    const own = level.trim() === '' ? null : level.trim();
    const reduction = { ...keeps, id: row.id, lastDay, untilMinute, zone: ownZone(), level: own, rules: [...rules] };
    const sealed = await sealing.run({ reduction, sendUnverified });
    if (sealed !== null) onSealed(sealed);
  };

  const lines = [
    { key: 'password', label: text.password, note: null },
    { key: 'codes', label: text.codes, note: had.codes ? text.codesNote(left) : null },
    { key: 'backupCodes', label: text.backupCodes, note: null },
    { key: 'liveCodes', label: text.liveCodes, note: null },
  ] as const;
  return (
    <ChangeFrame
      title={text.title}
      sub={`${extendText.sub(row.title, name)}, ${extendText.from(formatDay(row.until - 1, now))}`}
      carries={text.carries}
      promises={
        <>
          <Edge strong kind="courtesy" label={capital(promiseText.courtesy)}>
            {text.does(name)}
          </Edge>
          <Edge strong kind="exposed" label={capital(promiseText.exposed)}>
            {text.exposed}
          </Edge>
        </>
      }
      name={name}
      verified={row.person.verified}
      why={why}
      sealing={sealing}
      onSeal={(sendUnverified) => void run(sendUnverified)}
    >
      <Card caption={text.lead} className="grant-keeps">
        {lines
          .filter(({ key }) => had[key])
          .map(({ key, label, note }) => (
            <Check
              key={key}
              checked={keeps[key]}
              hint={note ?? undefined}
              onChange={(checked) => setKeeps({ ...keeps, [key]: checked })}
            >
              {label}
            </Check>
          ))}
        {isRole && (
          <p className="small soft">
            {text.role}: {text.roleNote}
          </p>
        )}
      </Card>
      <RuleList rules={rules} onChange={setRules} />
      {(grant.level !== null || isRole) && <TextInput label={text.levelLabel} value={level} maxLength={120} onChange={setLevel} />}
      <Card className="grant-when">
        <LastDay
          form={form}
          plan={null}
          zone={ownZone()}
          theirZone={person?.zone ?? null}
          problem={isLater ? text.notEarlier : null}
          onChange={(part) => setForm((before) => ({ ...before, ...part }))}
        />
      </Card>
    </ChangeFrame>
  );
}
