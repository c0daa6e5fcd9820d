import { generalText, QUICK_KEYS } from '../../../shared/text/general.ts';
import { Check } from '../../components/check.tsx';
import { Kbd } from '../../components/kbd.tsx';
import { useCapability, useQuick, useSettings } from '../../lib/shell.ts';
import { useChangeSettings } from './use-change-settings.ts';

/** The key of quick access, and whether the system gave it to us; nothing where there is no quick access. */
export function QuickRow() {
  const { quickKey } = useSettings();
  const change = useChangeSettings();
  const { key } = useQuick();
  if (!useCapability('quick_window')) return null;
  const told = { taken: generalText.quickTaken, refused: generalText.quickRefused };
  return (
    <div className="setting-row">
      <Check
        checked={quickKey}
        onChange={(on) => change({ quickKey: on })}
        hint={quickKey && key !== null ? <span className={key === 'refused' ? 'warn' : undefined}>{told[key]}</span> : undefined}
      >
        {generalText.quick} <Kbd keys={QUICK_KEYS} />
      </Check>
    </div>
  );
}
