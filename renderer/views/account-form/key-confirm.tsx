import { type FormEvent, useMemo, useRef, useEffect, useState } from 'react';
import { accountText } from '../../../shared/text/accounts.ts';
import { intakeText } from '../../../shared/text/account-form.ts';
import { commonText } from '../../../shared/text/common.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { counterText } from '../../../shared/text/pictures.ts';
import { Button } from '../../components/button.tsx';
import { Caption, Card } from '../../components/card.tsx';
import { Code } from '../../components/code.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { isKept, useAct } from '../../lib/act.ts';
import { useEngine } from '../../lib/engine.ts';
import { useLiveCode } from '../../lib/live-code.ts';
import { back } from '../../lib/route.ts';
import { showToast } from '../../lib/toast-store.ts';
import type { PendingKey } from './key-input.tsx';
import { type KeySettings, SettingsInput } from './settings-input.tsx';

export type KeyConfirmProps = {
  readonly account: string;
  readonly pending: PendingKey;
  readonly onDifferent: () => void;
};

/** The code a waiting key gives, beside the place for the code the phone shows: both must agree before it is saved as compared. */
export function KeyConfirm({ account, pending, onDifferent }: KeyConfirmProps) {
  const engine = useEngine();
  const confirm = useAct('factors.confirm');
  const [settings, setSettings] = useState<KeySettings>(pending);
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const { type, algorithm, digits, period, counter } = settings;
  const source = useMemo(
    () => async () => {
      const adjusted = await engine.call('factors.adjust', { pending: pending.pending, type, algorithm, digits, period, counter });
      if (!adjusted.ok) return null;
      if (type === 'hotp') return { live: null };
      const reply = await engine.call('factors.pendingCode', { pending: pending.pending });
      return reply.ok ? { live: reply.value } : null;
    },
    [engine, pending.pending, type, algorithm, digits, period, counter],
  );
  const live = useLiveCode(source)?.live ?? null;
  const save = async (code: string | null): Promise<void> => {
    const reply = await confirm.run({ account, pending: pending.pending, typed: code });
    if (!reply.ok && !isKept(reply)) return field.current?.focus();
    showToast({ text: !reply.ok ? commonText.notSavedYet : code === null ? intakeText.savedUnconfirmed : intakeText.saved });
    back();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (typed !== '') void save(typed.replace(/\s/g, ''));
  };
  return (
    <form className="stack intake" onSubmit={submit}>
      <Caption note={pending.issuer === null ? undefined : intakeText.from(pending.issuer)}>
        {type === 'hotp' ? counterText.title : intakeText.now}
      </Caption>
      {type === 'hotp' ? (
        <p className="soft pretty">{counterText.lead}</p>
      ) : (
        <Card>
          <Code
            code={live?.code ?? null}
            next={live?.next ?? null}
            until={live?.until}
            period={period}
            digits={digits}
            note={accountText.codeNote}
          />
        </Card>
      )}
      <SettingsInput settings={settings} onChange={setSettings} />
      <TextInput
        ref={field}
        mono
        large
        label={intakeText.typed}
        value={typed}
        onChange={(text) => {
          confirm.forget();
          setTyped(type === 'steam' ? text.toUpperCase().replace(/[^0-9A-Z ]/g, '') : text.replace(/[^\d ]/g, ''));
        }}
        maxLength={9}
        inputMode={type === 'steam' ? 'text' : 'numeric'}
        hint={type === 'hotp' ? counterText.typedHint : intakeText.typedHint}
        error={confirm.failure && errorLine(confirm.failure.code, confirm.failure.facts)}
      />
      <div className="row wrap">
        <Button
          type="submit"
          variant="primary"
          busy={confirm.busy ? intakeText.confirming : null}
          why={typed === '' ? intakeText.typed : null}
        >
          {intakeText.confirm}
        </Button>
        <Button onClick={() => void save(null)}>{intakeText.notYet}</Button>
        <span className="grow" />
        <Button variant="quiet" onClick={onDifferent}>
          {intakeText.different}
        </Button>
      </div>
      <p className="hint">{type === 'hotp' ? counterText.notYetHint : intakeText.notYetHint}</p>
    </form>
  );
}
