import { useCallback, useState } from 'react';
import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import { lentText, promiseText } from '../../../shared/text/common.ts';
import { formatBytes, formatDay } from '../../../shared/text/dates.ts';
import { errorText } from '../../../shared/text/errors.ts';
import { codesInWindows, extendText as text } from '../../../shared/text/grant-life.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Card } from '../../components/card.tsx';
import { Edge } from '../../components/promise-mark.tsx';
import { Seg } from '../../components/seg.tsx';
import { capital } from '../../lib/capital.ts';
import { engineNow } from '../../lib/clock-sync.ts';
import { lendableOf } from '../handoff/handoff-form.ts';
import { LastDay } from '../handoff/last-day.tsx';
import { ownZone } from '../handoff/own-zone.ts';
import { problemAt } from '../handoff/problem-place.ts';
import { When } from '../handoff/when.tsx';
import { ChangeFrame } from './change-frame.tsx';
import { extendForm, extensionOf, isMore } from './extend-form.ts';
import { type GrantParts, windowsLeft } from './grant-parts.ts';
import { useExtension } from './use-extension.ts';
import { useGrantSeal } from './use-grant-seal.ts';

export type ExtendEditorProps = GrantParts & {
  /** The request it answers, and the end that asks for. */
  readonly asked?: { readonly request: string; readonly until: number } | undefined;
  readonly onSealed: (sealed: Sealed | 'kept') => void;
};

/** More time for someone: a new last day, with the windows that are left or new ones. */
export function ExtendEditor({ grant, account, person, name, asked, onSealed }: ExtendEditorProps) {
  const zone = ownZone();
  const can = account === null ? { password: false, codes: false, counter: false, backupCodes: 0 } : lendableOf(account);
  const [form, setForm] = useState(() => extendForm(grant, can, engineNow(), asked?.until));
  const change = (part: Partial<typeof form>): void => setForm((before) => ({ ...before, ...part }));
  const make = useCallback((now: number) => extensionOf(form, grant, zone, now), [form, grant, zone]);
  const { plan, failure } = useExtension(make);
  const sealing = useGrantSeal('grants.extend');
  const readOnly = useWhyReadOnly();
  const { row, what } = grant;
  const until = formatDay(row.until - 1, engineNow());
  const why = readOnly ?? blockOf();
  const left = windowsLeft(grant, engineNow()).length;

  function blockOf(): string | null {
    if (failure !== null) return errorText(failure.code, failure.facts).what;
    if (!isMore(form, grant)) return text.notLater(until);
    const problem = plan?.problem ?? null;
    return problem === null ? null : errorText(problem).what;
  }
  const run = async (sendUnverified: boolean): Promise<void> => {
    const extension = make(engineNow());
    if (extension === null) return;
    const sealed = await sealing.run({ extension, sendUnverified, ...(asked === undefined ? {} : { request: asked.request }) });
    if (sealed !== null) onSealed(sealed);
  };

  const given = what.filter((one) => one !== 'codes' || left > 0).map((one) => lentText[one]);
  return (
    <ChangeFrame
      title={text.title}
      sub={`${text.sub(row.title, name)}, ${text.from(until)}`}
      carries={text.carries}
      promises={
        <>
          <Edge strong kind="sealed" label={capital(promiseText.sealed)}>
            {text.sealedBody(name)}{' '}
            {form.codes ? text.onlyCodes : what.every((one) => one === 'role') ? text.role : text.all(given)}
          </Edge>
          <Edge strong kind="exposed" label={capital(promiseText.exposed)}>
            {text.exposedBody({ password: what.includes('password'), codes: form.codes || left > 0 })}
          </Edge>
          <p className="small faint" role="status">
            {plan !== null && plan.codes > 0 && `${codesInWindows(plan.codes, plan.windows.length)}, ${formatBytes(plan.length)}`}
          </p>
        </>
      }
      name={name}
      verified={row.person.verified}
      why={why}
      sealing={sealing}
      onSeal={(sendUnverified) => void run(sendUnverified)}
    >
      {can.codes && (
        <Card caption={text.windows} pad>
          <Seg
            label={text.windows}
            size="small"
            value={form.codes ? 'fresh' : 'keep'}
            onChange={(value) => change({ codes: value === 'fresh' })}
            options={[
              { value: 'keep', label: text.keep },
              { value: 'fresh', label: text.fresh },
            ]}
          />
          <p className="hint">{form.codes ? text.freshBody : text.keepBody(left)}</p>
        </Card>
      )}
      {form.codes ? (
        <When
          form={form}
          plan={plan}
          can={can.codes}
          zone={zone}
          person={person}
          onChange={change}
          problems={{ windows: problemAt('windows', plan), lastDay: problemAt('lastDay', plan) }}
        />
      ) : (
        <Card className="grant-when">
          <LastDay
            form={form}
            plan={plan}
            zone={zone}
            theirZone={person?.zone ?? null}
            problem={problemAt('lastDay', plan)}
            onChange={change}
          />
        </Card>
      )}
    </ChangeFrame>
  );
}
