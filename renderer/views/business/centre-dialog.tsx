import { useState } from 'react';
import { centreText } from '../../../shared/text/business.ts';
import { commonText } from '../../../shared/text/common.ts';
import { Check } from '../../components/check.tsx';
import { Seg } from '../../components/seg.tsx';
import { Select } from '../../components/select.tsx';
import { TextArea, TextInput } from '../../components/text-input.tsx';
import { useAsk } from '../../lib/query.ts';
import type { Centre } from './centre.ts';
import { chosenId, NONE, typed, usePeopleChoices, usePlatformChoices } from './choices.ts';
import { FormDialog } from './form-dialog.tsx';
import { useSaving } from './use-saving.ts';

export type CentreDialogProps = {
  /** Null for a new one. */
  readonly centre: Centre | null;
  readonly onClose: () => void;
  readonly onSaved: (saved: { readonly id: string } | null) => void;
};

const USUAL = 'tiktok_business';

function formOf(centre: Centre | null) {
  const row = centre?.row;
  return {
    platform: row?.platform ?? USUAL,
    name: row?.name ?? '',
    number: row?.number ?? '',
    owner: row?.owner ?? ('me' as const),
    contact: row?.person?.contact ?? NONE,
    client: row?.client ?? NONE,
    notes: centre?.notes ?? '',
    archived: row?.archived ?? false,
  };
}

/** Notes a centre as it is at the platform, or changes what was noted. */
export function CentreDialog({ centre, onClose, onSaved }: CentreDialogProps) {
  const [form, setForm] = useState(() => formOf(centre));
  const change = (part: Partial<typeof form>): void => setForm({ ...form, ...part });
  const people = usePeopleChoices(centreText.nobody, form.contact);
  const platforms = usePlatformChoices();
  const clients = useAsk('clients.list', {}).data?.clients ?? [];
  const saving = useSaving('business.save', onSaved);
  const save = (): void =>
    void saving.save({
      ...(centre === null ? {} : { id: centre.row.id }),
      client: chosenId(form.client),
      platform: form.platform,
      name: form.name.trim(),
      number: typed(form.number),
      owner: form.owner,
      contact: form.owner === 'partner' ? chosenId(form.contact) : null,
      notes: typed(form.notes),
      archived: form.archived,
    });
  return (
    <FormDialog
      title={centre === null ? centreText.newTitle : centreText.editTitle(centre.row.name)}
      lead={centreText.lead}
      act={commonText.save}
      problem={typed(form.name) === null ? centreText.nameMissing : null}
      saving={saving}
      onSave={save}
      onClose={onClose}
    >
      <div className="biz-pair">
        <Select
          label={centreText.platform}
          value={form.platform}
          onChange={(platform) => change({ platform })}
          options={platforms.options}
        />
        <TextInput label={centreText.name} value={form.name} onChange={(name) => change({ name })} maxLength={120} data-autofocus />
        <TextInput
          label={centreText.number}
          hint={centreText.numberHint}
          value={form.number}
          onChange={(number) => change({ number })}
          maxLength={254}
        />
        <Select
          label={centreText.client}
          value={form.client}
          onChange={(client) => change({ client })}
          options={[{ value: NONE, label: centreText.noClient }, ...clients.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      </div>
      <div className="biz-pair">
        <div className="control">
          <div className="control-label">
            <span>{centreText.whose}</span>
          </div>
          <Seg
            label={centreText.whose}
            value={form.owner}
            onChange={(owner) => change({ owner })}
            options={[
              { value: 'me', label: centreText.mine },
              { value: 'partner', label: centreText.partners },
            ]}
          />
        </div>
        {form.owner === 'partner' && (
          <Select
            label={centreText.partner}
            value={form.contact}
            onChange={(contact) => change({ contact })}
            options={people.options}
          />
        )}
      </div>
      <TextArea label={centreText.notes} rows={2} value={form.notes} onChange={(notes) => change({ notes })} maxLength={4000} />
      {centre !== null && (
        <Check checked={form.archived} onChange={(archived) => change({ archived })} hint={centreText.archivedHint}>
          {centreText.archived}
        </Check>
      )}
    </FormDialog>
  );
}
