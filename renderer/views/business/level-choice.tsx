import { memberText } from '../../../shared/text/business.ts';
import { Check } from '../../components/check.tsx';
import { Select } from '../../components/select.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { isOurs, type RoleChoice } from '../requests/ask-form.ts';
import { isOwnLevel, type MemberForm } from './member-form.ts';

export type LevelChoiceProps = {
  readonly choices: readonly RoleChoice[];
  readonly choice: RoleChoice | null;
  readonly form: MemberForm;
  readonly onChange: (part: Partial<MemberForm>) => void;
};

/** At which level: the platform's lowest unless another is chosen, and then it is said to be more. */
export function LevelChoice({ choices, choice, form, onChange }: LevelChoiceProps) {
  const own = isOwnLevel(choice);
  return (
    <div className="biz-level">
      {choices.length > 1 && (
        <Select
          label={memberText.level}
          value={choice?.id ?? ''}
          onChange={(level) => onChange({ level })}
          options={choices.map(({ id, label, isLowest }) => ({
            value: id,
            label,
            english: !isOurs(id),
            ...(isLowest ? { note: memberText.lowest } : {}),
          }))}
        />
      )}
      {own ? (
        <>
          <TextInput
            label={memberText.levelWords}
            labelHidden={choices.length > 1}
            value={form.ownLevel}
            onChange={(ownLevel) => onChange({ ownLevel })}
            maxLength={120}
          />
          <Check checked={form.ownLowest} onChange={(ownLowest) => onChange({ ownLowest })}>
            {memberText.isLowest}
          </Check>
        </>
      ) : (
        <p className="small soft pretty" lang="en">
          {choice?.hint}
        </p>
      )}
      <LevelWord choices={choices} choice={choice} form={form} />
    </div>
  );
}

function LevelWord({ choices, choice, form }: Omit<LevelChoiceProps, 'onChange'>) {
  const own = isOwnLevel(choice);
  const isLowest = own ? form.ownLowest : choice?.isLowest === true;
  if (isLowest) return <p className="small c-sealed">{memberText.startLow}.</p>;
  if (own || choice === null || !choices.some((one) => one.isLowest)) return <p className="small soft">{memberText.startLow}.</p>;
  return (
    <p className="hint warn biz-warn" role="status">
      {memberText.above(choice.label)} {memberText.startLow}.
    </p>
  );
}
