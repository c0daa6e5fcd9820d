import { useState } from 'react';
import { handoffText, isForbidding, ruleText } from '../../../shared/text/handoff.ts';
import { Button } from '../../components/button.tsx';
import { Caption } from '../../components/card.tsx';
import { Chip } from '../../components/chip.tsx';
import { TextArea, TextInput } from '../../components/text-input.tsx';
import type { HandoffForm } from './handoff-form.ts';

/** Most rules a handoff carries. */
const MOST = 32;

export type RulesProps = {
  readonly form: HandoffForm;
  /** First name of whom it is for; null while nobody is chosen. */
  readonly person: string | null;
  readonly onChange: (part: Partial<HandoffForm>) => void;
};

/** Rules in words, the device to expect, and a note. */
export function Rules({ form, person, onChange }: RulesProps) {
  const [adding, setAdding] = useState(false);
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState<Extra | null>(null);
  const { rules } = form;
  const own = rules.filter((rule) => !(ruleText as readonly string[]).includes(rule));
  const toggle = (rule: string): void =>
    onChange({ rules: rules.includes(rule) ? rules.filter((one) => one !== rule) : [...rules, rule] });
  const leave = (): void => {
    setAdding(false);
    setTyped('');
  };
  const add = (): void => {
    const rule = typed.trim();
    if (rule !== '' && !rules.includes(rule) && rules.length < MOST) onChange({ rules: [...rules, rule] });
    leave();
  };
  return (
    <div className="block">
      <Caption
        note={handoffText.rulesNote}
        end={
          <span className="row ho-adds">
            {form.device === '' && opened !== 'device' && (
              <Button variant="quiet" size="small" icon="plus" onClick={() => setOpened('device')}>
                {handoffText.addDevice}
              </Button>
            )}
            {form.note === '' && opened !== 'note' && (
              <Button variant="quiet" size="small" icon="plus" onClick={() => setOpened('note')}>
                {handoffText.addNote}
              </Button>
            )}
          </span>
        }
      >
        {handoffText.rules}
      </Caption>
      <div className="row wrap ho-rules">
        {[...ruleText, ...own].map((rule) => {
          const on = rules.includes(rule);
          const forbids = isForbidding(rule);
          return (
            <Chip
              key={rule}
              kind={on ? (forbids ? 'no' : 'on') : undefined}
              icon={on ? (forbids ? 'x' : 'check') : 'minus'}
              pressed={on}
              onClick={() => toggle(rule)}
            >
              {rule}
            </Chip>
          );
        })}
        {!adding && rules.length < MOST && (
          <Chip icon="plus" onClick={() => setAdding(true)}>
            {handoffText.addRule}
          </Chip>
        )}
      </div>
      {adding && (
        <div className="ho-own-rule">
          <TextInput
            ref={(field) => {
              if (field !== null && typed === '') field.focus();
            }}
            label={handoffText.ownRule}
            labelHidden
            placeholder={handoffText.ownRule}
            hint={handoffText.ownRuleHint}
            value={typed}
            onChange={setTyped}
            maxLength={120}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== 'Escape') return;
              if (event.ctrlKey || event.metaKey) return;
              event.preventDefault();
              event.stopPropagation();
              if (event.key === 'Enter') add();
              else leave();
            }}
            onBlur={add}
          />
        </div>
      )}
      <Extras form={form} person={person} opened={opened} onChange={onChange} />
    </div>
  );
}

type Extra = 'device' | 'note';

type ExtrasProps = RulesProps & { readonly opened: Extra | null };

/** The device to expect and a note; each is a field once it is asked for or filled. */
function Extras({ form, person, opened, onChange }: ExtrasProps) {
  const focus = (which: Extra) => (field: HTMLElement | null) => {
    if (opened === which && field !== null && !field.dataset['met']) {
      field.dataset['met'] = 'yes';
      field.focus();
    }
  };
  const shown = (which: Extra): boolean => opened === which || form[which] !== '';
  if (!shown('device') && !shown('note')) return null;
  return (
    <div className="ho-more">
      {shown('device') && (
        <TextInput
          ref={focus('device')}
          label={person === null ? handoffText.deviceUnknown : handoffText.device(person)}
          placeholder={handoffText.deviceHint}
          value={form.device}
          onChange={(device) => onChange({ device })}
          maxLength={120}
        />
      )}
      {shown('note') && (
        <TextArea
          ref={focus('note')}
          label={handoffText.note}
          placeholder={handoffText.noteHint}
          rows={2}
          value={form.note}
          onChange={(note) => onChange({ note })}
          maxLength={1300}
        />
      )}
    </div>
  );
}
