import { useState } from 'react';
import type { Device, ReadDevice } from '../../../shared/contracts/engine/devices.ts';
import { commonText } from '../../../shared/text/common.ts';
import { deviceListText as text } from '../../../shared/text/devices.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Dialog } from '../../components/dialog.tsx';
import { TextArea } from '../../components/text-input.tsx';
import { isKept, useAct } from '../../lib/act.ts';
import { showToast } from '../../lib/toast-store.ts';
import { DeviceListRows } from './device-list-rows.tsx';
import type { Owner } from './device-state.ts';

/** Characters the engine reads at once. */
const MOST = 20_000;

export type DeviceListDialogProps = {
  readonly account: string;
  readonly person: Owner | null;
  readonly onClose: () => void;
};

interface Read {
  readonly rows: readonly ReadDevice[];
  readonly gone: readonly Device[];
}

/** Takes a whole list as it was copied from the platform, shows what was understood, and saves what was corrected. Mounted while it is open. */
export function DeviceListDialog({ account, person, onClose }: DeviceListDialogProps) {
  const [pasted, setPasted] = useState('');
  const [read, setRead] = useState<Read | null>(null);
  const [out, setOut] = useState<ReadonlySet<string>>(new Set());
  const ask = useAct('devices.read');
  const save = useAct('devices.saveList');
  const why = useWhyReadOnly();
  const failure = ask.failure ?? save.failure;
  const understand = async (): Promise<void> => {
    if (pasted.trim() === '') return;
    const reply = await ask.run({ account, text: pasted.slice(0, MOST).toWellFormed() });
    if (reply.ok) setRead(reply.value);
  };
  const keep = async ({ rows }: Read): Promise<void> => {
    const named = rows.filter(({ name }) => name.trim() !== '');
    const reply = await save.run({
      account,
      rows: named.map(({ promised: _promised, name, place, seen, ...row }) => ({
        ...row,
        name: name.trim(),
        place: blankToNull(place),
        seen: blankToNull(seen),
        contact: row.whose === 'contact' ? (row.contact ?? person?.contact ?? null) : null,
      })),
      gone: [...out],
    });
    if (isKept(reply)) showToast({ text: commonText.notSavedYet });
    if (reply.ok || isKept(reply)) onClose();
  };
  const found = read !== null && (read.rows.length > 0 || read.gone.length > 0);
  const strangers = read?.rows.filter(({ whose }) => whose === 'unknown').length ?? 0;
  const counted = read === null ? '' : [text.found(read.rows.length), strangers > 0 && text.strangers(strangers)];
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={text.title}
      lead={found ? [...counted].filter((part) => part !== false).join(' · ') : text.lead}
      safe={commonText.cancel}
      act={
        found
          ? { label: text.save, why, onAct: () => void keep(read), busy: save.busy ? commonText.saving : null }
          : { label: text.read, onAct: () => void understand(), busy: ask.busy ? text.reading : null }
      }
      away={found ? { label: text.again, onAct: () => setRead(null) } : undefined}
    >
      {found ? (
        <DeviceListRows
          rows={read.rows}
          gone={read.gone}
          person={person}
          out={out}
          onChange={(rows) => setRead({ ...read, rows })}
          onOut={setOut}
        />
      ) : (
        <TextArea
          label={text.text}
          rows={8}
          value={pasted}
          onChange={setPasted}
          maxLength={MOST}
          error={read === null ? null : text.none}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            void understand();
          }}
        />
      )}
      {failure !== null && (
        <p className="hint error" role="alert">
          {errorLine(failure.code, failure.facts)}
        </p>
      )}
    </Dialog>
  );
}

function blankToNull(typed: string | null): string | null {
  return typed === null || typed.trim() === '' ? null : typed.trim();
}
