import { CLIPBOARD_CHOICES } from '../../../shared/settings.ts';
import { lockingText } from '../../../shared/text/settings.ts';
import { Caption } from '../../components/card.tsx';
import { Check } from '../../components/check.tsx';
import { Seg } from '../../components/seg.tsx';
import { Select } from '../../components/select.tsx';
import { useCapability, useSettings } from '../../lib/shell.ts';
import { RememberDevice } from './remember-device.tsx';
import { SettingRow } from './setting-row.tsx';
import { useChangeSettings } from './use-change-settings.ts';

const MINUTES = [1, 5, 10, 30, 60, 0];

/** When the vault locks by itself, how long a copied secret stays, and whether this device is remembered. */
export function LockingPage() {
  const settings = useSettings();
  const change = useChangeSettings();
  const { lockMinutes, clipboardSeconds } = settings;
  const knowsIdle = useCapability('idle_time');
  const canClip = useCapability('clipboard');
  // A number set by hand in the file is shown as it is.
  const minutes = MINUTES.includes(lockMinutes) ? MINUTES : [...MINUTES.slice(0, -1), lockMinutes, 0];
  return (
    <>
      <div className="card">
        <SettingRow title={lockingText.idle} lead={knowsIdle ? lockingText.idleLead : lockingText.idleOwnWindow}>
          <div className="setting-choice">
            <Select
              label={lockingText.idle}
              labelHidden
              value={String(lockMinutes)}
              onChange={(value) => change({ lockMinutes: Number(value) })}
              options={minutes.map((n) => ({ value: String(n), label: lockingText.minutes(n) }))}
            />
          </div>
        </SettingRow>
        {lockMinutes === 0 && <p className="setting-note hint warn">{lockingText.neverWarning}</p>}
        <Away on={settings.lockOnSuspend} onChange={(lockOnSuspend) => change({ lockOnSuspend })} />
      </div>
      {canClip && (
        <section className="block">
          <Caption>{lockingText.clipboard}</Caption>
          <div className="card">
            <SettingRow title={lockingText.clear} lead={lockingText.clearLead}>
              <Seg
                label={lockingText.clear}
                value={String(clipboardSeconds)}
                onChange={(value) => {
                  const chosen = CLIPBOARD_CHOICES.find((one) => String(one) === value);
                  if (chosen !== undefined) change({ clipboardSeconds: chosen });
                }}
                options={CLIPBOARD_CHOICES.map((s) => ({ value: String(s), label: lockingText.seconds(s) }))}
              />
            </SettingRow>
          </div>
        </section>
      )}
      <RememberDevice />
    </>
  );
}

/** The lock at sleep or with the screen, as far as the host is told of them. */
function Away({ on, onChange }: { readonly on: boolean; readonly onChange: (on: boolean) => void }) {
  const suspend = useCapability('suspend_event');
  const screen = useCapability('screen_lock_event');
  if (!suspend && !screen) return <SettingRow title={lockingText.away} lead={lockingText.noAway} />;
  const label = suspend && screen ? lockingText.suspend : suspend ? lockingText.suspendOnly : lockingText.screenOnly;
  return (
    <div className="setting-row">
      <Check checked={on} onChange={onChange} hint={screen ? undefined : lockingText.noScreen}>
        {label}
      </Check>
    </div>
  );
}
