import { type FormEvent, useState } from 'react';
import { errorLine } from '../../../shared/text/errors.ts';
import { passphraseText } from '../../../shared/text/settings.ts';
import { createText, unlockText } from '../../../shared/text/vault.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { Caption } from '../../components/card.tsx';
import { Icon } from '../../components/icon.tsx';
import { PasswordInput } from '../../components/password-input.tsx';
import { RadioGroup } from '../../components/radio.tsx';
import { StrengthMeter } from '../../components/strength-meter.tsx';
import { useAct } from '../../lib/act.ts';
import { useEngine } from '../../lib/engine.ts';
import { useStale } from '../../lib/query.ts';
import { showToast } from '../../lib/toast-store.ts';
import { usePasswordCheck } from '../locked/use-password-check.ts';
import { WorkProgress } from '../work-progress.tsx';

const saving = ['saving'] as const;

/** Changes the passphrase, and says what a mere change does not do. */
export function ChangePassphrase({ onSomeone }: { readonly onSomeone: () => void }) {
  const engine = useEngine();
  const change = useAct('vault.changePassword');
  const stale = useStale('vault.health');
  const whyNot = useWhyReadOnly();
  const [old, setOld] = useState('');
  const [fresh, setFresh] = useState('');
  const [again, setAgain] = useState('');
  const [cost, setCost] = useState<'normal' | 'low'>('normal');
  const [shown, setShown] = useState(false);
  const [tried, setTried] = useState(false);
  const check = usePasswordCheck(fresh);

  const suggest = async (): Promise<void> => {
    const reply = await engine.call('vault.suggestWords', {});
    if (!reply.ok) return void showToast({ text: errorLine(reply.code, reply.facts) });
    setFresh(reply.value.words.join(' '));
    setAgain('');
    setShown(true);
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (old === '' || fresh === '' || fresh !== again || whyNot !== null || (await check.now()) !== null) return;
    const reply = await change.run({ old, fresh, cost });
    if (!reply.ok) return;
    for (const clear of [setOld, setFresh, setAgain]) clear('');
    setShown(false);
    setTried(false);
    stale();
    showToast({ text: passphraseText.changed });
  };

  const words = { show: unlockText.show, hide: unlockText.cover, capsLock: unlockText.capsLock };
  const phraseFailure = tried || check.settled ? check.failure : null;
  // What is wrong with the old one belongs under its field; the rest under the form.
  const wrongOld = change.failure?.code === 'wrong_password' ? change.failure : null;
  const failure = wrongOld === null && change.failure?.code !== 'cancelled' ? change.failure : null;
  return (
    <section className="block">
      <Caption>{passphraseText.change}</Caption>
      <form className="card pad passphrase-form" onSubmit={(event) => void submit(event)}>
        <PasswordInput
          label={passphraseText.old}
          value={old}
          onChange={(text) => {
            setOld(text);
            change.forget();
          }}
          maxLength={4096}
          error={wrongOld && errorLine(wrongOld.code, wrongOld.facts)}
          words={words}
        />
        <PasswordInput
          label={passphraseText.fresh}
          labelEnd={
            <Button variant="quiet" size="small" icon="dice" onClick={() => void suggest()}>
              {createText.suggest}
            </Button>
          }
          value={fresh}
          onChange={setFresh}
          maxLength={1024}
          shown={shown}
          onShown={setShown}
          error={phraseFailure && errorLine(phraseFailure.code, phraseFailure.facts)}
          hint={check.settled ? createText.good : createText.rule}
          words={words}
        />
        <StrengthMeter text={fresh} against={cost === 'low' ? 'file_low' : 'file'} />
        <PasswordInput
          label={passphraseText.again}
          revealable={false}
          value={again}
          onChange={setAgain}
          maxLength={1024}
          error={tried && fresh !== again ? createText.differs : null}
          words={words}
          end={again !== '' && again === fresh ? <Icon name="check" tone="sealed" label={createText.same} /> : undefined}
        />
        <RadioGroup
          legend={passphraseText.cost}
          value={cost}
          onChange={setCost}
          options={[
            { value: 'normal', label: passphraseText.normal, hint: passphraseText.normalHint },
            { value: 'low', label: passphraseText.low, hint: passphraseText.lowHint },
          ]}
        />
        <p className="small soft pretty">
          {passphraseText.honest}{' '}
          <button type="button" className="link" onClick={onSomeone}>
            {passphraseText.someone}
          </button>
        </p>
        {failure && (
          <p className="hint error" role="alert">
            {errorLine(failure.code, failure.facts)}
          </p>
        )}
        <WorkProgress tasks={saving} busy={change.busy} stoppable />
        <Button type="submit" variant="primary" busy={change.busy ? passphraseText.acting : null} why={whyNot}>
          {passphraseText.act}
        </Button>
      </form>
    </section>
  );
}
