import { memberText } from '../../../shared/text/business.ts';
import { Seg } from '../../components/seg.tsx';
import { Select } from '../../components/select.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { usePeopleChoices } from './choices.ts';
import type { MemberForm } from './member-form.ts';

export type MemberWhoProps = {
  readonly form: MemberForm;
  readonly onChange: (part: Partial<MemberForm>) => void;
};

/** Who it is: a person or a firm, and whether it is one of one’s people. */
export function MemberWho({ form, onChange }: MemberWhoProps) {
  const { people, options } = usePeopleChoices(memberText.someone, form.contact);
  const nameOf = (contact: string, as: MemberForm['as']): string => {
    const person = people.find(({ id }) => id === contact);
    return (as === 'partner' ? person?.organisation : null) ?? person?.name ?? '';
  };
  /** A name that was only taken over from People follows what is chosen there; one that was typed stays. */
  const choose = (part: Partial<Pick<MemberForm, 'contact' | 'as'>>): void => {
    const next = { ...form, ...part };
    const isTaken = form.name.trim() === '' || form.name === nameOf(form.contact, form.as);
    onChange({ ...part, name: isTaken ? nameOf(next.contact, next.as) : form.name });
  };
  return (
    <>
      <Seg
        label={memberText.as}
        value={form.as}
        onChange={(as) => choose({ as })}
        options={[
          { value: 'person', label: memberText.person },
          { value: 'partner', label: memberText.partner },
        ]}
      />
      <div className="biz-pair">
        <Select label={memberText.contact} value={form.contact} onChange={(contact) => choose({ contact })} options={options} />
        <TextInput label={memberText.name} value={form.name} onChange={(name) => onChange({ name })} maxLength={120} />
      </div>
    </>
  );
}
