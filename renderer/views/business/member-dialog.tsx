import { useState } from 'react';
import type { MemberRow } from '../../../shared/contracts/engine/business.ts';
import type { Delegation } from '../../../shared/platforms/delegation.ts';
import { memberText } from '../../../shared/text/business.ts';
import { Check } from '../../components/check.tsx';
import { English } from '../../components/english.tsx';
import { Seg } from '../../components/seg.tsx';
import { TextArea, TextInput } from '../../components/text-input.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { plainLine } from '../../lib/plain-text.ts';
import type { Centre } from './centre.ts';
import { FormDialog } from './form-dialog.tsx';
import { LevelChoice } from './level-choice.tsx';
import { levelChoices, levelOf, memberForm, memberOf, memberProblem, type MemberForm } from './member-form.ts';
import { MemberUntil } from './member-until.tsx';
import { MemberWho } from './member-who.tsx';
import { useSaving } from './use-saving.ts';

const STANDS = ['invited', 'asked', 'active'] as const;

export type MemberDialogProps = {
  readonly centre: Centre;
  /** Null for one more. */
  readonly member: MemberRow | null;
  readonly delegation: Delegation | null;
  readonly onClose: () => void;
};

/** Lets somebody in at the lowest level, or raises or lowers them: which level, for what, until when. */
export function MemberDialog({ centre, member, delegation, onClose }: MemberDialogProps) {
  const [form, setForm] = useState(() => memberForm(member, engineNow()));
  const change = (part: Partial<MemberForm>): void => setForm({ ...form, ...part });
  const choices = levelChoices(delegation);
  const choice = levelOf(form, member, choices);
  const needs = delegation?.idExchanged.text ?? null;
  const saving = useSaving('business.saveMember', onClose);
  const save = (): void =>
    void saving.save({
      ...(member === null ? {} : { id: member.id }),
      centre: centre.row.id,
      ...memberOf(form, choice),
    });
  return (
    <FormDialog
      title={member === null ? memberText.addTitle(centre.row.name) : memberText.editTitle(plainLine(member.name))}
      lead={memberText.lead}
      act={memberText.save}
      problem={memberProblem(form, choice)}
      saving={saving}
      onSave={save}
      onClose={onClose}
    >
      {(member === null || member.state !== 'active') && (
        <Seg
          label={memberText.stands}
          value={form.state}
          onChange={(state) => change({ state })}
          options={STANDS.map((value) => ({ value, label: memberText[value] }))}
        />
      )}
      <MemberWho form={form} onChange={change} />
      <div className="biz-pair">
        <LevelChoice choices={choices} choice={choice} form={form} onChange={change} />
        <TextInput
          label={memberText.number}
          hint={
            needs === null ? undefined : (
              <>
                {memberText.needs} <English>{needs}</English>
              </>
            )
          }
          value={form.number}
          onChange={(number) => change({ number })}
          maxLength={254}
        />
      </div>
      <fieldset className="choices">
        <legend>{memberText.things}</legend>
        {centre.assets.length === 0 ? (
          <p className="small soft">{memberText.noThings}</p>
        ) : (
          <div className="biz-things">
            {centre.assets.map(({ id, name }) => (
              <Check
                key={id}
                checked={form.things.includes(id)}
                onChange={(uses) => change({ things: uses ? [...form.things, id] : form.things.filter((one) => one !== id) })}
              >
                {name}
              </Check>
            ))}
          </div>
        )}
      </fieldset>
      <MemberUntil form={form} onChange={change} />
      <TextArea label={memberText.note} rows={1} value={form.note} onChange={(note) => change({ note })} maxLength={500} />
    </FormDialog>
  );
}
