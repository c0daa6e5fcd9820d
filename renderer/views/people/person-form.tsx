import { type FormEvent, useId, useState } from 'react';
import type { Contact } from '../../../shared/contracts/engine/people.ts';
import { commonText } from '../../../shared/text/common.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { peopleText, roleText } from '../../../shared/text/people.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { Caption, Card } from '../../components/card.tsx';
import { Select } from '../../components/select.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { useAct } from '../../lib/act.ts';
import { showToast } from '../../lib/toast-store.ts';

const none = 'none';
const roles = Object.keys(roleText) as (keyof typeof roleText)[];
const zones: readonly string[] = Intl.supportedValuesOf('timeZone');

/** What one wrote down about a person: organisation, role, time zone. */
export function PersonForm({ person }: { readonly person: Contact }) {
  const save = useAct('people.save');
  const list = useId();
  const readOnly = useWhyReadOnly();
  const [organisation, setOrganisation] = useState(person.organisation ?? '');
  const [role, setRole] = useState<keyof typeof roleText | typeof none>(person.role ?? none);
  const [zone, setZone] = useState(person.zone ?? '');
  const unknownZone = zone !== '' && !zones.includes(zone) && zone !== 'UTC';
  const changed = organisation !== (person.organisation ?? '') || role !== (person.role ?? none) || zone !== (person.zone ?? '');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (unknownZone || !changed || readOnly !== null) return;
    const reply = await save.run({
      id: person.id,
      organisation: organisation.trim() === '' ? null : organisation.trim(),
      role: role === none ? null : role,
      zone: zone === '' ? null : zone,
    });
    if (reply.ok) showToast({ text: peopleText.saved });
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Caption>{peopleText.about}</Caption>
      <Card pad className="person-form">
        <TextInput label={peopleText.organisation} value={organisation} onChange={setOrganisation} maxLength={64} />
        <Select
          label={peopleText.role}
          value={role}
          onChange={setRole}
          options={[{ value: none, label: peopleText.noRole }, ...roles.map((value) => ({ value, label: roleText[value] }))]}
        />
        <TextInput
          label={peopleText.zone}
          value={zone}
          onChange={setZone}
          list={list}
          placeholder={peopleText.noZone}
          error={unknownZone ? peopleText.zoneUnknown : null}
        />
        <datalist id={list}>
          {zones.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </datalist>
        {save.failure && (
          <p className="hint error" role="alert">
            {errorLine(save.failure.code, save.failure.facts)}
          </p>
        )}
        <div className="person-save">
          <Button
            type="submit"
            busy={save.busy ? commonText.saving : null}
            why={readOnly ?? (changed ? null : peopleText.unchanged)}
          >
            {commonText.save}
          </Button>
        </div>
      </Card>
    </form>
  );
}
