import { type FormEvent, useState } from 'react';
import type { GrantRow } from '../../../shared/contracts/engine/grants.ts';
import type { Device } from '../../../shared/contracts/engine/runs.ts';
import { commonText, firstName } from '../../../shared/text/common.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { deviceText } from '../../../shared/text/runs.ts';
import { Check } from '../../components/check.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Seg } from '../../components/seg.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { useAct } from '../../lib/act.ts';

export type DeviceDialogProps = {
  /** The device to change; null for one more. */
  readonly device: Device | null;
  readonly grant: GrantRow;
  readonly onClose: () => void;
};

/** Writes a device down as the platform shows it, or changes what was written. Mounted while it is open. */
export function DeviceDialog({ device, grant, onClose }: DeviceDialogProps) {
  const [name, setName] = useState(device?.name ?? '');
  const [place, setPlace] = useState(device?.place ?? '');
  const [seen, setSeen] = useState(device?.seen ?? '');
  const [whose, setWhose] = useState<Device['whose']>(device?.whose ?? 'unknown');
  const [out, setOut] = useState(device !== null && device.signedOut !== null);
  const [tried, setTried] = useState(false);
  const save = useAct('devices.save');
  const remove = useAct('devices.remove');
  // The device may be of someone lent to earlier; it stays theirs.
  const person = device?.person ?? grant.person;
  const failure = save.failure ?? remove.failure;

  const submit = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault();
    setTried(true);
    if (name.trim() === '') return;
    const reply = await save.run({
      ...(device === null ? {} : { id: device.id }),
      account: grant.account,
      name: name.trim(),
      place: place.trim() === '' ? null : place.trim(),
      seen: seen.trim() === '' ? null : seen.trim(),
      whose,
      contact: whose === 'contact' ? person.contact : null,
      keep: out
        ? false
        : device === null || device.signedOut !== null || device.whose !== whose
          ? whose === 'me'
            ? true
            : null
          : device.keep,
      signedOut: out,
    });
    if (reply.ok) onClose();
  };
  const drop = async (id: string): Promise<void> => {
    const reply = await remove.run({ id });
    if (reply.ok) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={device === null ? deviceText.addTitle : deviceText.editTitle(device.name)}
      lead={deviceText.lead}
      safe={commonText.cancel}
      act={{ label: deviceText.save, onAct: () => void submit(), busy: save.busy ? commonText.saving : null }}
      away={device === null ? undefined : { label: deviceText.remove, onAct: () => void drop(device.id) }}
    >
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <TextInput
          label={deviceText.name}
          value={name}
          onChange={setName}
          maxLength={120}
          error={tried && name.trim() === '' ? deviceText.nameEmpty : null}
        />
        <div className="run-two">
          <TextInput label={deviceText.place} value={place} onChange={setPlace} maxLength={120} />
          <TextInput label={deviceText.seen} value={seen} onChange={setSeen} maxLength={120} />
        </div>
        <div className="control">
          <div className="control-label">
            <span>{deviceText.whose}</span>
          </div>
          <Seg
            label={deviceText.whose}
            value={whose}
            onChange={setWhose}
            options={[
              { value: 'me', label: deviceText.mine },
              { value: 'contact', label: deviceText.theirs(firstName(person.name)) },
              { value: 'unknown', label: deviceText.unknown },
            ]}
          />
        </div>
        {device !== null && (
          <Check checked={out} onChange={setOut}>
            {deviceText.signedOut}
          </Check>
        )}
        {/* Enter in a field saves; the visible button stands outside the form. */}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
        {failure !== null && (
          <p className="hint error" role="alert">
            {errorLine(failure.code, failure.facts)}
          </p>
        )}
      </form>
    </Dialog>
  );
}
