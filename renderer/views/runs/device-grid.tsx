import { type RefObject, useEffect, useRef } from 'react';
import type { Device } from '../../../shared/contracts/engine/devices.ts';
import { deviceListText, deviceText } from '../../../shared/text/devices.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { DeviceAdd, DeviceCard } from '../../components/device-card.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { useAct } from '../../lib/act.ts';
import { showToast } from '../../lib/toast-store.ts';
import { changed, deviceIcon, deviceStateOf, isAwaited, whoseWord } from './device-state.ts';

export type DeviceGridProps = {
  readonly devices: readonly Device[];
  /** A grant that runs, whose promised device belongs there. */
  readonly welcome: string | null;
  readonly onAdd: () => void;
  readonly onPaste: () => void;
  readonly onEdit: (device: Device) => void;
  /** A closed run only shows what was decided. */
  readonly readOnly: boolean;
};

/** The signed-in devices the platform shows, and what becomes of each. */
export function DeviceGrid({ devices, welcome, onAdd, onPaste, onEdit, readOnly }: DeviceGridProps) {
  const save = useAct('devices.save');
  const why = useWhyReadOnly();
  const decide = async (device: Device, change: Parameters<typeof changed>[1]): Promise<void> => {
    const reply = await save.run(changed(device, change));
    if (!reply.ok && reply.code !== 'busy') showToast({ text: errorLine(reply.code, reply.facts) });
  };
  return (
    <>
      {!readOnly && (
        <Button icon="paste" why={why} data-autofocus={devices.length === 0 || undefined} onClick={onPaste}>
          {deviceListText.paste}
        </Button>
      )}
      <ul className="devices">
        {devices.map((device) => (
          <OneDevice
            key={device.id}
            device={device}
            welcome={welcome}
            why={why}
            onEdit={readOnly ? null : onEdit}
            decide={(change) => void decide(device, change)}
          />
        ))}
        {!readOnly && <DeviceAdd label={deviceText.add} why={why} onAdd={onAdd} />}
      </ul>
    </>
  );
}

type OneDeviceProps = {
  readonly device: Device;
  readonly welcome: string | null;
  /** Why nothing can be changed now. */
  readonly why: string | null;
  readonly onEdit: ((device: Device) => void) | null;
  readonly decide: (change: Parameters<typeof changed>[1]) => void;
};

function OneDevice({ device, welcome, why, onEdit, decide }: OneDeviceProps) {
  const state = deviceStateOf(device, welcome);
  const awaited = isAwaited(device) ? deviceText.promised : null;
  const lines = [device.place, device.seen, awaited].filter((line) => line !== null);
  const kept = device.keep === true ? deviceText.kept : deviceText.asPromised;
  const done = state === 'out' ? deviceText.signedOut : state === 'keep' ? kept : undefined;
  const open = done === undefined && onEdit !== null;
  const edit = useFocusWhenSettled(!open);
  return (
    <DeviceCard name={device.name} icon={deviceIcon(device)} lines={lines} whose={whoseWord(device)} state={state} done={done}>
      {open && (
        <>
          {device.whose === 'unknown' ? (
            <Button size="small" why={why} onClick={() => decide({ whose: 'me', keep: true })}>
              {deviceText.isMine}
            </Button>
          ) : (
            device.whose === 'me' && (
              <Button size="small" why={why} onClick={() => decide({ keep: true })}>
                {deviceText.keep}
              </Button>
            )
          )}
          {state !== 'undecided' || device.whose === 'me' ? (
            <Button
              size="small"
              why={why}
              variant={device.whose === 'me' ? 'default' : 'danger'}
              onClick={() => decide({ keep: false, signedOut: true })}
            >
              {deviceText.signOut}
            </Button>
          ) : null}
        </>
      )}
      {onEdit !== null && (
        <span className="run-edit">
          <IconButton
            ref={edit}
            icon="edit"
            size="small"
            why={why}
            label={deviceText.edit(device.name)}
            onClick={() => onEdit(device)}
          />
        </span>
      )}
    </DeviceCard>
  );
}

/** A decision takes its own button away; the focus then stays on the device. */
function useFocusWhenSettled(settled: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  const was = useRef(settled);
  useEffect(() => {
    const now = settled && !was.current;
    was.current = settled;
    if (now && document.activeElement === document.body) button.current?.focus();
  }, [settled]);
  return button;
}
