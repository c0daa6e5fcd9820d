import { useState } from 'react';
import type { PersonNumber } from '../../../shared/contracts/engine/business.ts';
import { numbersText } from '../../../shared/text/ad-codes.ts';
import { commonText } from '../../../shared/text/common.ts';
import { Button } from '../../components/button.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Select } from '../../components/select.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { useAsk } from '../../lib/query.ts';
import { showToast } from '../../lib/toast-store.ts';
import { chosenId, NONE, usePeopleChoices, usePlatformChoices } from './choices.ts';
import { FormDialog } from './form-dialog.tsx';
import { useSaving } from './use-saving.ts';

/** Most numbers a person is noted with. */
const MOST = 32;
const USUAL = 'tiktok_business';

interface Draft extends PersonNumber {
  readonly key: number;
}

const draftsOf = (numbers: readonly PersonNumber[]): readonly Draft[] => numbers.map((number, key) => ({ ...number, key }));

/** The numbers a person gave: chosen by person, written one below the other. Mounted while it is open. */
export function PersonNumbersDialog({ onClose }: { readonly onClose: () => void }) {
  const [contact, setContact] = useState(NONE);
  const people = usePeopleChoices(numbersText.choose, contact);
  const platforms = usePlatformChoices();
  const [changed, setChanged] = useState<readonly Draft[] | null>(null);
  const id = chosenId(contact);
  const known = useAsk('business.personNumbers', { contact: id ?? '' }, { when: id !== null }).data;
  const drafts = id === null ? [] : (changed ?? draftsOf(known?.numbers ?? []));
  const saving = useSaving('business.savePersonNumbers', (saved) => {
    if (saved !== null) showToast({ text: numbersText.saved });
    onClose();
  });
  const put = (key: number, part: Partial<PersonNumber>): void =>
    setChanged(drafts.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const add = (): void => {
    const key = Math.max(-1, ...drafts.map((one) => one.key)) + 1;
    setChanged([...drafts, { key, platform: USUAL, name: '', value: '' }]);
  };
  const isHalf = drafts.some(({ name, value }) => name.trim() === '' || value.trim() === '');
  const save = (): void => {
    if (id === null || known === undefined) return;
    const numbers = drafts.map(({ platform, name, value }) => ({ platform, name: name.trim(), value: value.trim() }));
    void saving.save({ contact: id, numbers });
  };
  return (
    <FormDialog
      title={numbersText.ofPerson}
      lead={people.people.length === 0 ? numbersText.nobody : numbersText.ofPersonLead}
      act={commonText.save}
      problem={id === null ? numbersText.choose : isHalf ? numbersText.half : null}
      saving={saving}
      onSave={save}
      onClose={onClose}
    >
      <Select
        label={numbersText.person}
        value={contact}
        onChange={(next) => {
          setContact(next);
          setChanged(null);
        }}
        options={people.options}
      />
      {drafts.map((draft) => (
        <div key={draft.key} className="biz-draft">
          <Select
            label={numbersText.platform}
            value={draft.platform}
            onChange={(platform) => put(draft.key, { platform })}
            options={platforms.options}
          />
          <TextInput
            label={numbersText.name}
            placeholder={numbersText.nameHint}
            value={draft.name}
            onChange={(name) => put(draft.key, { name })}
            maxLength={64}
          />
          <TextInput
            label={numbersText.value}
            value={draft.value}
            onChange={(value) => put(draft.key, { value })}
            maxLength={254}
          />
          <IconButton
            icon="x"
            label={numbersText.remove(draft.name.trim() === '' ? numbersText.aNumber : draft.name)}
            onClick={() => setChanged(drafts.filter(({ key }) => key !== draft.key))}
          />
        </div>
      ))}
      {id !== null && drafts.length < MOST && (
        <div>
          <Button variant="quiet" size="small" icon="plus" onClick={add}>
            {numbersText.add}
          </Button>
        </div>
      )}
    </FormDialog>
  );
}
