import type { Against } from '../../shared/contracts/engine/strength.ts';
import { strengthText } from '../../shared/text/strength.ts';
import { useStrength } from '../lib/strength.ts';
import { Meter } from './meter.tsx';

export type StrengthMeterProps = {
  /** What is typed; nothing is shown for no text. */
  readonly text: string;
  readonly against: Against;
  /** Words a guesser tries first, such as the name beside it. */
  readonly about?: readonly string[];
};

/** How long what is typed would withstand guessing: in four parts, in a word, and in a sentence that says by whom. */
export function StrengthMeter({ text, against, about }: StrengthMeterProps) {
  const judged = useStrength(text, against, about);
  if (text === '') return null;
  const strength = judged?.strength ?? null;
  if (strength === null) {
    return (
      <Meter level={0} label={strengthText.label}>
        {judged === null ? strengthText.judging : strengthText.failed}
      </Meter>
    );
  }
  return (
    <Meter level={strength.score} label={strengthText.label} verdict={strengthText.verdict(strength.score)}>
      {strengthText.needs(against, strength.seconds)}
      {strength.warning !== null && ` ${strengthText.warning[strength.warning]}`}
    </Meter>
  );
}
