import { intakeText } from '../../../shared/text/account-form.ts';
import { counterText } from '../../../shared/text/pictures.ts';
import { Select } from '../../components/select.tsx';
import { TextInput } from '../../components/text-input.tsx';
import type { PendingKey } from './key-input.tsx';

/** How codes are computed from a key. */
export type KeySettings = Pick<PendingKey, 'type' | 'algorithm' | 'digits' | 'period' | 'counter'>;

export type SettingsInputProps = { readonly settings: KeySettings; readonly onChange: (settings: KeySettings) => void };

const types = ['totp', 'hotp', 'steam'] as const;
const algorithms = ['SHA1', 'SHA256', 'SHA512'] as const;
const digits = ['6', '7', '8'] as const;
const usual = [30, 60];
const steam = { algorithm: 'SHA1', digits: 5, period: 30 } as const;

/** The settings of a key, folded away: nearly every platform uses the same. */
export function SettingsInput({ settings, onChange }: SettingsInputProps) {
  const { type } = settings;
  const change = (part: Partial<KeySettings>): void => onChange({ ...settings, ...part });
  const periods = [...new Set([...usual, settings.period])].toSorted((a, b) => a - b).map(String);
  const options = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  return (
    <details className="settings">
      <summary>{intakeText.settings}</summary>
      <p className="hint">{intakeText.settingsHint}</p>
      <div className="three">
        <Select
          label={counterText.type}
          value={type}
          onChange={(next) => change({ type: next, ...(next === 'steam' ? steam : type === 'steam' ? { digits: 6 } : {}) })}
          options={types.map((value) => ({ value, label: counterText.types[value] }))}
        />
        {type !== 'steam' && (
          <>
            <Select
              label={intakeText.algorithm}
              value={settings.algorithm}
              onChange={(algorithm) => change({ algorithm })}
              options={algorithms.map((value) => ({ value, label: value }))}
            />
            <Select
              label={intakeText.digits}
              value={String(settings.digits)}
              onChange={(value) => change({ digits: Number(value) })}
              options={options(digits)}
            />
          </>
        )}
        {type === 'totp' && (
          <Select
            label={intakeText.period}
            value={String(settings.period)}
            onChange={(value) => change({ period: Number(value) })}
            options={options(periods)}
          />
        )}
        {type === 'hotp' && (
          <TextInput
            mono
            label={counterText.counter}
            value={String(settings.counter)}
            onChange={(value) => change({ counter: counterOf(value) })}
            maxLength={15}
            inputMode="numeric"
          />
        )}
      </div>
    </details>
  );
}

/** A counter as it is typed: its digits, none being 0. */
export function counterOf(typed: string): number {
  return Number(typed.replace(/\D/g, '').slice(0, 15));
}
