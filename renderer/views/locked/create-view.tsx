import { type FormEvent, useEffect, useRef, useState } from 'react';
import { commonText, promiseText } from '../../../shared/text/common.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { createText, unlockText } from '../../../shared/text/vault.ts';
import type { MadeVault } from '../../app/made-vault.ts';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Icon } from '../../components/icon.tsx';
import { PasswordInput } from '../../components/password-input.tsx';
import { Edge } from '../../components/promise-mark.tsx';
import { StrengthMeter } from '../../components/strength-meter.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { useAct } from '../../lib/act.ts';
import { capital } from '../../lib/capital.ts';
import { useEngine } from '../../lib/engine.ts';
import { useCapability } from '../../lib/shell.ts';
import { FirstRun } from './first-run.tsx';
import { type Place, VaultPlace } from './vault-place.tsx';
import { usePasswordCheck } from './use-password-check.ts';

export type CreateViewProps = {
  /** Name of the folder a vault is saved in unless another place is chosen. */
  readonly folder: string;
  readonly onMade: (made: MadeVault) => void;
  readonly onOpenOther: () => void;
  readonly onBack: () => void;
};

/** The second step of the first run: a name, a passphrase, and the vault is made. */
export function CreateView({ folder, onMade, onOpenOther, onBack }: CreateViewProps) {
  const engine = useEngine();
  const create = useAct('vault.create');
  const canPick = useCapability('open_dialog');
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [suggested, setSuggested] = useState<string | null>(null);
  const [shown, setShown] = useState(false);
  const [place, setPlace] = useState<Place>(null);
  const [tried, setTried] = useState(false);
  const [cost, setCost] = useState<'normal' | 'low'>('normal');
  const nameField = useRef<HTMLInputElement>(null);
  const check = usePasswordCheck(passphrase);
  useEffect(() => nameField.current?.focus(), []);

  const suggest = async (): Promise<void> => {
    const reply = await engine.call('vault.suggestWords', {});
    if (!reply.ok) return;
    const words = reply.value.words.join(' ');
    setSuggested(words);
    setPassphrase(words);
    setAgain('');
    setShown(true);
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    const asked = await check.now();
    if (name.trim() === '' || passphrase === '' || passphrase !== again || asked !== null) return;
    const token = place === null ? {} : { token: place.token };
    const reply = await create.run({ name: name.trim(), password: passphrase, cost, ...token });
    if (reply.ok) onMade({ name: name.trim(), words: reply.value.words });
    // A chosen place is good for one attempt.
    else setPlace(null);
    if (!reply.ok && reply.code === 'no_memory') setCost('low');
  };

  const phraseError = tried || check.settled ? (check.failure ?? null) : null;
  const hint =
    passphrase !== '' && passphrase === suggested ? createText.suggested : check.settled ? createText.good : createText.rule;
  const differs = tried && passphrase !== again;
  return (
    <FirstRun at={1}>
      <form className="first-form" onSubmit={(event) => void submit(event)}>
        <div>
          <h1 className="big">{createText.title}</h1>
          <p className="soft first-lead">{createText.lead}</p>
        </div>
        <TextInput
          ref={nameField}
          label={createText.name}
          value={name}
          onChange={setName}
          maxLength={64}
          error={tried && name.trim() === '' ? createText.nameEmpty : null}
          hint={<VaultPlace folder={folder} name={name} place={place} onPlace={setPlace} />}
        />
        <PasswordInput
          label={createText.passphrase}
          labelEnd={
            <Button variant="quiet" size="small" icon="dice" onClick={() => void suggest()}>
              {createText.suggest}
            </Button>
          }
          value={passphrase}
          onChange={setPassphrase}
          maxLength={1024}
          shown={shown}
          onShown={setShown}
          error={phraseError === null ? null : errorLine(phraseError.code, phraseError.facts)}
          hint={hint}
          words={{ show: unlockText.show, hide: unlockText.cover, capsLock: unlockText.capsLock }}
        />
        <StrengthMeter text={passphrase} against={cost === 'low' ? 'file_low' : 'file'} about={[name]} />
        <PasswordInput
          label={createText.again}
          revealable={false}
          value={again}
          onChange={setAgain}
          maxLength={1024}
          error={differs ? createText.differs : null}
          words={{ show: unlockText.show, hide: unlockText.cover, capsLock: unlockText.capsLock }}
          end={again !== '' && again === passphrase ? <Icon name="check" tone="sealed" label={createText.same} /> : undefined}
        />
        <Card tinted className="first-keep">
          <Edge kind="sealed" label={capital(promiseText.sealed)}>
            {createText.sealed}
          </Edge>
          <Edge kind="courtesy" label={capital(promiseText.courtesy)}>
            {createText.app}
          </Edge>
        </Card>
        {create.failure && (
          <p className="hint error" role="alert">
            {errorLine(create.failure.code, create.failure.facts)} {cost === 'low' && createText.lowMemory}
          </p>
        )}
        <div className="first-foot">
          <Button variant="quiet" icon="back" onClick={onBack}>
            {commonText.back}
          </Button>
          {canPick && (
            <Button variant="quiet" onClick={onOpenOther}>
              {createText.openOther}
            </Button>
          )}
          <span className="grow" />
          <Button type="submit" variant="primary" size="large" busy={create.busy ? createText.making : null}>
            {createText.make}
          </Button>
        </div>
      </form>
    </FirstRun>
  );
}
