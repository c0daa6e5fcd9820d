import { useState } from 'react';
import { commonText } from '../../../shared/text/common.ts';
import { rescueText } from '../../../shared/text/rescue.ts';
import { TextInput } from '../../components/text-input.tsx';
import { useAct } from '../../lib/act.ts';
import type { EngineResult } from '../../lib/engine.ts';
import { AskPassword } from '../ask-password.tsx';

/** What salvage could read and what it could not. */
export type SalvageReport = EngineResult<'salvage.run'>;

export type SalvageDialogProps = {
  /** The damaged vault. */
  readonly vault: string;
  /** A name for the new one, to begin with. */
  readonly name: string;
  readonly onClose: () => void;
  readonly onDone: (report: SalvageReport) => void;
};

const salvageWork = { tasks: ['salvaging'], stops: ['salvaging'] } as const;

/** Asks for the damaged vault's passphrase and a name, and reads what is there. */
export function SalvageDialog({ vault, name: suggested, onClose, onDone }: SalvageDialogProps) {
  const salvage = useAct('salvage.run');
  const [name, setName] = useState(suggested);
  const act = async (password: string): Promise<void> => {
    if (name.trim() === '') return;
    const reply = await salvage.run({ vault, password, name: name.trim() });
    if (reply.ok) onDone(reply.value);
  };
  return (
    <AskPassword
      title={rescueText.salvageAsk}
      lead={rescueText.salvageAskLead}
      label={rescueText.salvagePassphrase}
      safe={commonText.cancel}
      act={rescueText.salvageAct}
      acting={rescueText.salvaging}
      doing={salvage}
      work={salvageWork}
      onAct={(password) => void act(password)}
      onClose={onClose}
    >
      <TextInput
        label={rescueText.name}
        value={name}
        onChange={setName}
        maxLength={64}
        error={name.trim() === '' ? rescueText.nameEmpty : null}
      />
    </AskPassword>
  );
}
