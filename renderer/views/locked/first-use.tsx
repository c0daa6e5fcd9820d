import { useEffect, useRef } from 'react';
import { type Settings, USES } from '../../../shared/settings.ts';
import { generalText } from '../../../shared/text/general.ts';
import { sandboxText } from '../../../shared/text/sandbox.ts';
import { firstText } from '../../../shared/text/vault.ts';
import { Way } from '../../components/empty-state.tsx';
import { Icon, type IconName } from '../../components/icon.tsx';
import { useCapability } from '../../lib/shell.ts';
import { FirstRun } from './first-run.tsx';
import { useSandboxStart } from './use-sandbox.ts';

type Use = NonNullable<Settings['use']>;

export type FirstUseProps = {
  readonly onUse: (use: Use) => void;
  readonly onOpenOther: () => void;
};

const icons = { codes: 'key', lend: 'handOff', work: 'lent' } as const satisfies Record<Use, IconName>;

/** The first thing asked on a computer without a vault: what one does with it. A vault that exists, and samples to try, are the other ways. */
export function FirstUse({ onUse, onOpenOther }: FirstUseProps) {
  const canPick = useCapability('open_dialog');
  const { busy, begin } = useSandboxStart();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <FirstRun at={0}>
      <div className="first-form">
        <div>
          <h1 className="big">{firstText.title}</h1>
          <p className="soft first-lead">{firstText.lead}</p>
        </div>
        <ul className="first-uses">
          {USES.map((use, index) => (
            <li key={use}>
              <button type="button" className="card" ref={index === 0 ? first : undefined} onClick={() => onUse(use)}>
                <Icon name={icons[use]} size="large" />
                <span className="grow">
                  <b>{generalText.uses[use].name}</b>
                  <span className="small soft">{generalText.uses[use].hint}</span>
                </span>
                <Icon name="forward" tone="faint" />
              </button>
            </li>
          ))}
        </ul>
        <h2 className="first-or">{firstText.or}</h2>
        <div className="first-ways">
          <Way icon="people" title={busy ? sandboxText.entering : sandboxText.enter} onClick={() => void begin()}>
            {sandboxText.enterBody}
          </Way>
          {canPick && (
            <Way icon="upload" title={firstText.open} onClick={onOpenOther}>
              {firstText.openBody}
            </Way>
          )}
        </div>
      </div>
    </FirstRun>
  );
}
