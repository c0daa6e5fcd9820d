import { useState } from 'react';
import { handoffText, isForbidding, ruleText } from '../../../shared/text/handoff.ts';
import { Caption } from '../../components/card.tsx';
import { Chip } from '../../components/chip.tsx';
import { TextInput } from '../../components/text-input.tsx';

/** Most rules a handoff carries. */
const MOST = 32;

export type RuleListProps = {
  readonly rules: readonly string[];
  readonly onChange: (rules: readonly string[]) => void;
};

/** Rules in words: those in force and the usual ones to be turned on or off, and a place for another. */
export function RuleList({ rules, onChange }: RuleListProps) {
  const [known, setKnown] = useState(() => [...new Set([...ruleText, ...rules])]);
  const [typed, setTyped] = useState('');
  const add = (): void => {
    const rule = typed.trim();
    setTyped('');
    if (rule === '' || rules.length >= MOST) return;
    setKnown([...new Set([...known, rule])]);
    onChange([...new Set([...rules, rule])]);
  };
  return (
    <div className="block">
      <Caption note={handoffText.rulesNote}>{handoffText.rules}</Caption>
      <div className="row wrap ho-rules">
        {known.map((rule) => {
          const on = rules.includes(rule);
          const forbids = isForbidding(rule);
          return (
            <Chip
              key={rule}
              kind={on ? (forbids ? 'no' : 'on') : undefined}
              icon={on ? (forbids ? 'x' : 'check') : 'minus'}
              pressed={on}
              onClick={() => onChange(on ? rules.filter((one) => one !== rule) : [...rules, rule])}
            >
              {rule}
            </Chip>
          );
        })}
      </div>
      <div className="ho-own-rule">
        <TextInput
          label={handoffText.ownRule}
          labelHidden
          placeholder={handoffText.ownRule}
          maxLength={254}
          value={typed}
          onChange={setTyped}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
          onBlur={add}
        />
      </div>
    </div>
  );
}
