import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { ErrorCode } from '../../../shared/errors.ts';
import { formatDuration } from '../../../shared/text/dates.ts';
import { errorText } from '../../../shared/text/errors.ts';
import { lockedLine, progressText, unlockText } from '../../../shared/text/vault.ts';
import { Button } from '../../components/button.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { PasswordInput } from '../../components/password-input.tsx';
import { TextArea } from '../../components/text-input.tsx';
import { useAct } from '../../lib/act.ts';
import { engineNow } from '../../lib/clock-sync.ts';
import { useCommand } from '../../lib/commands.ts';
import { useProgress, useStopWork } from '../../lib/progress.ts';
import { useSettings } from '../../lib/shell.ts';
import { useNowWhile } from '../../lib/ticker.ts';
import { type KnownVault, shownName } from './known-vault.ts';
import { LockDigest } from './lock-digest.tsx';
import { LockFrame } from './lock-frame.tsx';
import { useLocked } from './use-locked.ts';
import { ProgressOf } from '../work-progress.tsx';

export type UnlockViewProps = {
  readonly vault: KnownVault;
  readonly onAnother: () => void;
  /** To the way out when the vault does not open. */
  readonly onRescue: () => void;
};

const openingTasks = ['opening'] as const;

/** Failures of the file itself, which no other passphrase mends. */
const broken: ReadonlySet<ErrorCode> = new Set(['vault_missing', 'not_a_vault', 'damaged_header', 'damaged_slot', 'damaged_vault']);

/** The lock screen of one vault: its passphrase, its recovery words, or the key this device keeps for it. */
export function UnlockView({ vault, onAnother, onRescue }: UnlockViewProps) {
  const [way, setWay] = useState<'passphrase' | 'words'>('passphrase');
  const [typed, setTyped] = useState('');
  const open = useAct('vault.open');
  const [waitUntil, setWaitUntil] = useState(0);
  const now = useNowWhile(waitUntil > 0);
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const device = useAct('vault.openRemembered');
  const locked = useLocked();
  const { lockMinutes } = useSettings();
  // Between the engine's word and the vault's own window nothing goes back to how it was.
  const [isOpen, setOpen] = useState(false);
  const opening = open.busy || device.busy || isOpen;
  const progress = useProgress(openingTasks, opening);
  const stop = useStopWork(openingTasks);
  useCommand('back', progress === null ? null : stop);
  useEffect(() => field.current?.focus(), [way]);

  const left = Math.max(0, waitUntil - now);
  const submit = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault();
    if (typed === '' || left > 0) return;
    const secret = way === 'passphrase' ? { password: typed } : { recoveryWords: typed.trim().toLowerCase().replace(/\s+/g, ' ') };
    const reply = await open.run({ vault: vault.vault, ...secret });
    if (reply.ok) setOpen(true);
    if (reply.ok || reply.code === 'busy') return;
    if (reply.code === 'cancelled') open.forget();
    const { wait } = reply.facts ?? {};
    if (typeof wait === 'number') setWaitUntil(engineNow() + wait);
    field.current?.focus();
  };
  const remembered = async (): Promise<void> => {
    open.forget();
    const reply = await device.run({ vault: vault.vault });
    if (reply.ok) setOpen(true);
    if (!reply.ok && reply.code === 'cancelled') device.forget();
    if (!reply.ok && reply.code !== 'busy') field.current?.focus();
  };
  const forget = (): void => {
    open.forget();
    device.forget();
  };
  const change = (text: string): void => {
    setTyped(text);
    forget();
  };
  const other = (): void => {
    setTyped('');
    forget();
    setWay(way === 'passphrase' ? 'words' : 'passphrase');
  };

  const busy = progress ? <ProgressOf progress={progress} /> : open.busy || isOpen ? progressText.tasks.deriving : null;
  const failure = open.failure ?? device.failure;
  const error = failure && !open.busy && !device.busy ? sentence(failure.code, failure.facts, left) : null;
  const hint = busy ?? (way === 'words' ? wordsHint(typed) : '\u00a0');
  const common = { value: typed, onChange: change, error, hint, ref: field, readOnly: open.busy };
  return (
    <LockFrame
      title={shownName(vault)}
      line={locked === null ? undefined : lockedLine(locked.at, locked.why, engineNow(), lockMinutes)}
      ways={
        progress ? (
          <Button variant="quiet" onClick={stop}>
            {progressText.stop}
          </Button>
        ) : (
          <>
            {failure && broken.has(failure.code) && (
              <Button variant="quiet" onClick={onRescue}>
                {unlockText.rescue}
              </Button>
            )}
            <Button variant="quiet" onClick={other}>
              {way === 'passphrase' ? unlockText.useWords : unlockText.usePassphrase}
            </Button>
            <Button variant="quiet" onClick={onAnother}>
              {unlockText.another}
            </Button>
          </>
        )
      }
    >
      <LockDigest vault={vault.vault} />
      <form className="lock-form" onSubmit={(event) => void submit(event)} aria-busy={opening}>
        {way === 'passphrase' ? (
          <PasswordInput
            {...common}
            large
            label={unlockText.passphrase}
            labelHidden
            autoComplete="off"
            maxLength={4096}
            words={{ show: unlockText.show, hide: unlockText.cover, capsLock: unlockText.capsLock }}
            end={<IconButton variant="primary" icon="forward" label={unlockText.unlock} type="submit" />}
          />
        ) : (
          <>
            <TextArea {...common} mono rows={5} label={unlockText.words} maxLength={1024} autoCapitalize="off" />
            <Button type="submit" variant="primary" wide busy={open.busy ? unlockText.unlocking : null}>
              {unlockText.unlock}
            </Button>
          </>
        )}
        {vault.remembered && way === 'passphrase' && (
          <Button wide busy={device.busy ? unlockText.deviceOpening : null} onClick={() => void remembered()}>
            {unlockText.device}
          </Button>
        )}
      </form>
    </LockFrame>
  );
}

function sentence(...[code, facts, left]: [Parameters<typeof errorText>[0], Parameters<typeof errorText>[1], number]): string {
  const { wait, ...rest } = facts ?? {};
  const { what, todo } = errorText(code, left > 0 ? { ...rest, wait: left } : rest);
  return wait !== undefined && left === 0 ? what : `${what} ${left > 0 ? `Try again in ${formatDuration(left)}.` : todo}`;
}

function wordsHint(typed: string): string {
  const count = typed.trim() === '' ? 0 : typed.trim().split(/\s+/).length;
  return count === 0 ? unlockText.wordsHint : unlockText.wordCount(count);
}
