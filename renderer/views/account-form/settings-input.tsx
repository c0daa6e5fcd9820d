import { intakeText } from '../../../shared/text/account-form.ts';
import { Select } from '../../components/select.tsx';
import type { PendingKey } from './key-input.tsx';

/** How codes are computed from a key. */
export type KeySettings = Pick<PendingKey, 'algorithm' | 'digits' | 'period'>;

export type SettingsInputProps = { readonly settings: KeySettings; readonly onChange: (settings: KeySettings) => void };

const algorithms = ['SHA1', 'SHA256', 'SHA512'] as const;
const digits = ['6', '7', '8'] as const;
const usual = [30, 60];

/** The settings of a key, folded away: nearly every platform uses the same. */
export function SettingsInput({ settings, onChange }: SettingsInputProps) {
  const periods = [...new Set([...usual, settings.period])].toSorted((a, b) => a - b).map(String);
  const options = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  return (
    <details className="settings">
      <summary>{intakeText.settings}</summary>
      <p className="hint">{intakeText.settingsHint}</p>
      <div className="three">
        <Select
          label={intakeText.algorithm}
          value={settings.algorithm}
          onChange={(algorithm) => onChange({ ...settings, algorithm })}
          options={algorithms.map((value) => ({ value, label: value }))}
        />
        <Select
          label={intakeText.digits}
          value={String(settings.digits)}
          onChange={(value) => onChange({ ...settings, digits: Number(value) })}
          options={options(digits)}
        />
        <Select
          label={intakeText.period}
          value={String(settings.period)}
          onChange={(value) => onChange({ ...settings, period: Number(value) })}
          options={options(periods)}
        />
      </div>
    </details>
  );
}
