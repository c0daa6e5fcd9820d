import { useState } from 'react';
import type { AssetKind, AssetRow } from '../../../shared/contracts/engine/business.ts';
import { assetKindText, thingText } from '../../../shared/text/business.ts';
import { commonText } from '../../../shared/text/common.ts';
import { Seg } from '../../components/seg.tsx';
import { Select } from '../../components/select.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { ChooseAccount } from '../inbox/choose-account.tsx';
import type { Centre } from './centre.ts';
import { typed } from './choices.ts';
import { FormDialog } from './form-dialog.tsx';
import { type Linked, LinkedAccount } from './linked-account.tsx';
import { useSaving } from './use-saving.ts';

const KINDS = Object.keys(assetKindText) as AssetKind[];

export type ThingDialogProps = {
  readonly centre: Centre;
  /** Null for one more. */
  readonly thing: AssetRow | null;
  readonly onClose: () => void;
};

/** Notes something people are let into, or changes it. */
export function ThingDialog({ centre, thing, onClose }: ThingDialogProps) {
  const [kind, setKind] = useState<AssetKind>(thing?.kind ?? 'ad_account');
  const [name, setName] = useState(thing?.name ?? '');
  const [number, setNumber] = useState(thing?.number ?? '');
  const [hold, setHold] = useState<AssetRow['hold']>(thing?.hold ?? 'owns');
  const [account, setAccount] = useState<Linked | null>(thing?.account ?? null);
  const [choosing, setChoosing] = useState(false);
  const saving = useSaving('business.saveAsset', onClose);
  const removing = useSaving('business.removeAsset', onClose);
  const save = (): void =>
    void saving.save({
      ...(thing === null ? {} : { id: thing.id }),
      ...{ centre: centre.row.id, kind, name: name.trim(), number: typed(number), hold, account: account?.id ?? null },
    });
  return (
    <>
      <FormDialog
        open={!choosing}
        title={thing === null ? thingText.newTitle : thingText.editTitle(thing.name)}
        lead={thingText.lead}
        act={commonText.save}
        problem={typed(name) === null ? thingText.nameMissing : null}
        saving={{ busy: saving.busy, failure: saving.failure ?? removing.failure }}
        onSave={save}
        onClose={onClose}
        away={
          thing === null
            ? undefined
            : { label: thingText.remove, busy: removing.busy, onAct: () => void removing.save({ id: thing.id }) }
        }
      >
        <div className="biz-pair">
          <Select
            label={thingText.kind}
            value={kind}
            onChange={setKind}
            options={KINDS.map((value) => ({ value, label: assetKindText[value] }))}
          />
          <TextInput label={thingText.name} value={name} onChange={setName} maxLength={120} />
          <TextInput label={thingText.number} value={number} onChange={setNumber} maxLength={254} />
          <div className="control">
            <div className="control-label">
              <span>{thingText.hold}</span>
            </div>
            <Seg
              label={thingText.hold}
              value={hold}
              onChange={setHold}
              options={[
                { value: 'owns', label: thingText.owns },
                { value: 'may_use', label: thingText.mayUse },
              ]}
            />
          </div>
        </div>
        <LinkedAccount
          label={thingText.account}
          account={account}
          none={thingText.noAccount}
          choose={thingText.chooseAccount}
          onChoose={() => setChoosing(true)}
          unlink={{ label: thingText.noLink, onAct: () => setAccount(null) }}
        />
      </FormDialog>
      <ChooseAccount
        open={choosing}
        onClose={() => setChoosing(false)}
        onChoose={(chosen) => {
          setAccount(chosen);
          setChoosing(false);
        }}
      />
    </>
  );
}
