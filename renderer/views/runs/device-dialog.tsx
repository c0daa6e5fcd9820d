import { type FormEvent, useState } from 'react';
import type { Device } from '../../../shared/contracts/engine/devices.ts';
import { commonText, firstName } from '../../../shared/text/common.ts';
import { formatDay } from '../../../shared/text/dates.ts';
import { deviceText } from '../../../shared/text/devices.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Check } from '../../components/check.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Seg } from '../../components/seg.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { isKept, useAct } from '../../lib/act.ts';
import { engineNow } from '../../lib/clock-sync.ts';
import { showToast } from '../../lib/toast-store.ts';
import { type Owner, whoseOptions } from './device-state.ts';

export type DeviceDialogProps = {
  readonly account: string;
  /** The device to change; null for one more. */
  readonly device: Device | null;
  /** Whose it may be beside the owner's own; null where nobody else is in question. */
  readonly person: Owner | null;
  readonly onClose: () => void;
};

/** Writes a device down as the platform shows it, or changes what was written. Mounted while it is open. */
export function DeviceDialog({ account, device, person: asked, onClose }: DeviceDialogProps) {
  const [name, setName] = useState(device?.name ?? '');
  const [place, setPlace] = useState(device?.place ?? '');
  const [seen, setSeen] = useState(device?.seen ?? '');
  const [whose, setWhose] = useState<Device['whose']>(device?.whose ?? 'unknown');
  const [out, setOut] = useState(device !== null && device.signedOut !== null);
  const [tried, setTried] = useState(false);
  const save = useAct('devices.save');
  const remove = useAct('devices.remove');
  const why = useWhyReadOnly();
  // The device may be of someone lent to earlier; it stays theirs.
  const person = device?.person ?? asked;
  const failure = save.failure ?? remove.failure;

  const submit = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault();
    setTried(true);
    if (name.trim() === '' || why !== null) return;
    const reply = await save.run({
      ...(device === null ? {} : { id: device.id }),
      account,
      name: name.trim(),
      place: place.trim() === '' ? null : place.trim(),
      seen: seen.trim() === '' ? null : seen.trim(),
      whose,
      contact: whose === 'contact' ? (person?.contact ?? null) : null,
      keep: keepOf(device, whose, out),
      signedOut: out,
    });
    if (isKept(reply)) showToast({ text: commonText.notSavedYet });
    if (reply.ok || isKept(reply)) onClose();
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
      act={{ label: deviceText.save, why, onAct: () => void submit(), busy: save.busy ? commonText.saving : null }}
      away={device === null ? undefined : { label: deviceText.remove, why, onAct: () => void drop(device.id) }}
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
          <Seg label={deviceText.whose} value={whose} onChange={setWhose} options={whoseOptions(person, firstName)} />
        </div>
        {device !== null && (
          <Check checked={out} onChange={setOut}>
            {deviceText.signedOut}
          </Check>
        )}
        {device !== null && <p className="hint">{historyOf(device)}</p>}
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

/** What was decided of it stays, unless it is said to be someone else's now, or in again. */
function keepOf(device: Device | null, whose: Device['whose'], out: boolean): boolean | null {
  if (out) return false;
  if (device !== null && device.signedOut === null && device.whose === whose) return device.keep;
  return whose === 'me' ? true : null;
}

function historyOf({ made, listed, signedOut }: Device): string {
  const day = (at: number | null): string | null => (at === null ? null : formatDay(at, engineNow()));
  return deviceText.history(formatDay(made, engineNow()), day(listed), day(signedOut));
}
