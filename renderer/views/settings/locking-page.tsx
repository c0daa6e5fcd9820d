import { CLIPBOARD_CHOICES, CLOSED_CHOICES, type Settings } from '../../../shared/settings.ts';
import { captureText } from '../../../shared/text/general.ts';
import { lockingText } from '../../../shared/text/settings.ts';
import { Caption } from '../../components/card.tsx';
import { Check } from '../../components/check.tsx';
import { Seg } from '../../components/seg.tsx';
import { Select } from '../../components/select.tsx';
import { useCapability, useSettings } from '../../lib/shell.ts';
import { RememberDevice } from './remember-device.tsx';
import { SettingRow } from './setting-row.tsx';
import { useChangeSettings } from './use-change-settings.ts';

const MINUTES = [1, 5, 10, 30, 60];

/** When the vault locks by itself, how long a copied secret stays, and whether this device is remembered. */
export function LockingPage() {
  const settings = useSettings();
  const change = useChangeSettings();
  const { lockMinutes, clipboardSeconds } = settings;
  const knowsIdle = useCapability('idle_time');
  const canClip = useCapability('clipboard');
  // To turn a protection off, the shell asks in a dialog that no page can answer; where it has none, it does not let a page do it.
  const canAsk = useCapability('confirm');
  const offered = canAsk ? [...MINUTES, 0] : MINUTES;
  // A number set by hand in the file is shown as it is.
  const minutes = offered.includes(lockMinutes) ? offered : [...offered, lockMinutes];
  const clearings = CLIPBOARD_CHOICES.filter((seconds) => seconds !== null || canAsk || clipboardSeconds === null);
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
        {!canAsk && <p className="setting-note small soft pretty">{lockingText.noNever}</p>}
        <Closed minutes={settings.lockWhenClosedMinutes} onChange={(lockWhenClosedMinutes) => change({ lockWhenClosedMinutes })} />
        <Away on={settings.lockOnSuspend} canAsk={canAsk} onChange={(lockOnSuspend) => change({ lockOnSuspend })} />
        <div className="setting-row">
          <Check
            checked={settings.digestWhenLocked}
            onChange={(digestWhenLocked) => change({ digestWhenLocked })}
            hint={lockingText.digestHint}
          >
            {lockingText.digest}
          </Check>
        </div>
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
                options={clearings.map((s) => ({ value: String(s), label: lockingText.seconds(s) }))}
              />
            </SettingRow>
          </div>
        </section>
      )}
      <Captures on={settings.protectWindow} onChange={(protectWindow) => change({ protectWindow })} />
      <RememberDevice />
    </>
  );
}

/** Whether captures of the screen show the window; where a program cannot keep it out of them, that is said. */
function Captures({ on, onChange }: { readonly on: boolean; readonly onChange: (on: boolean) => void }) {
  const can = useCapability('content_protection');
  return (
    <section className="block">
      <Caption>{captureText.title}</Caption>
      <div className="card setting-row">
        {can ? (
          <Check checked={on} onChange={onChange} hint={captureText.protectHint}>
            {captureText.protect}
          </Check>
        ) : (
          <p className="small soft pretty">{captureText.cannot}</p>
        )}
      </div>
    </section>
  );
}

type Minutes = Settings['lockWhenClosedMinutes'];

/** The lock after the window was closed; on a host that ends with its window there is nothing to choose. */
function Closed({ minutes, onChange }: { readonly minutes: Minutes; readonly onChange: (minutes: Minutes) => void }) {
  const canStay = useCapability('stay_without_window');
  // In the Dock it always stays, in a tray when the person wants that.
  const hasDock = useCapability('native_menu');
  const hasTray = useCapability('tray');
  const { stayInTray } = useSettings();
  if (!canStay) return <SettingRow title={lockingText.closed} lead={lockingText.closedEnds} />;
  if (hasTray && !hasDock && !stayInTray) return <SettingRow title={lockingText.closed} lead={lockingText.closedTray} />;
  return (
    <SettingRow title={lockingText.closed} lead={lockingText.closedLead}>
      <div className="setting-choice">
        <Select
          label={lockingText.closed}
          labelHidden
          value={String(minutes)}
          onChange={(value) => {
            const chosen = CLOSED_CHOICES.find((one) => String(one) === value);
            if (chosen !== undefined) onChange(chosen);
          }}
          options={CLOSED_CHOICES.map((n) => ({ value: String(n), label: lockingText.closedMinutes(n) }))}
        />
      </div>
    </SettingRow>
  );
}

type AwayProps = { readonly on: boolean; readonly canAsk: boolean; readonly onChange: (on: boolean) => void };

/** The lock at sleep or with the screen, as far as the host is told of them. */
function Away({ on, canAsk, onChange }: AwayProps) {
  const suspend = useCapability('suspend_event');
  const screen = useCapability('screen_lock_event');
  if (!suspend && !screen) return <SettingRow title={lockingText.away} lead={lockingText.noAway} />;
  const label = suspend && screen ? lockingText.suspend : suspend ? lockingText.suspendOnly : lockingText.screenOnly;
  return (
    <div className="setting-row">
      <Check checked={on} disabled={on && !canAsk} onChange={onChange} hint={screen ? undefined : lockingText.noScreen}>
        {label}
      </Check>
    </div>
  );
}
