import { useState } from 'react';
import type { Device } from '../../../shared/contracts/engine/devices.ts';
import { useAsk } from '../../lib/query.ts';
import { DeviceGrid } from './device-grid.tsx';
import { DeviceListDialog } from './device-list-dialog.tsx';
import type { Owner } from './device-state.ts';

export type DeviceStepProps = {
  readonly account: string;
  readonly person: Owner | null;
  /** A grant that runs, whose promised device belongs there. */
  readonly welcome?: string | null;
  readonly readOnly: boolean;
  /** The sentence over them. */
  readonly lead: string;
  readonly onDevice: (device: Device | null) => void;
};

/** The devices of one account in a step: pasted as a whole list, or one by one. */
export function DeviceStep({ account, person, welcome = null, readOnly, lead, onDevice }: DeviceStepProps) {
  const { data } = useAsk('devices.list', { account });
  const [pasting, setPasting] = useState(false);
  return (
    <>
      <p className="small run-fact">{lead}</p>
      <DeviceGrid
        devices={data?.devices ?? []}
        welcome={welcome}
        readOnly={readOnly}
        onAdd={() => onDevice(null)}
        onPaste={() => setPasting(true)}
        onEdit={onDevice}
      />
      {pasting && <DeviceListDialog account={account} person={person} onClose={() => setPasting(false)} />}
    </>
  );
}
