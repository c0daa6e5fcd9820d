import { useState } from 'react';
import type { ClientRow } from '../../../shared/contracts/engine/accounts.ts';
import { clientText } from '../../../shared/text/account-form.ts';
import { commonText } from '../../../shared/text/common.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { Check } from '../../components/check.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextArea, TextInput } from '../../components/text-input.tsx';
import { isKept, useAct } from '../../lib/act.ts';
import { useEngine } from '../../lib/engine.ts';
import { useAsk } from '../../lib/query.ts';
import { go, replace } from '../../lib/route.ts';
import { showToast, showUndo } from '../../lib/toast-store.ts';
import { ColourPicker } from './colour-picker.tsx';
import { freeColour } from './free-colour.ts';

export type ClientDialogProps = {
  readonly open: boolean;
  /** Null for a new client. */
  readonly client: ClientRow | null;
  readonly onClose: () => void;
};

/** A client's name, tag and notes; a new one is shown as soon as it is saved. */
export function ClientDialog({ open, client, onClose }: ClientDialogProps) {
  const engine = useEngine();
  const save = useAct('clients.save');
  const remove = useAct('clients.remove');
  const [name, setName] = useState(client?.name ?? '');
  const [chosen, setChosen] = useState<number | null>(null);
  const [notes, setNotes] = useState(client?.notes ?? '');
  const [archived, setArchived] = useState(client?.archived ?? false);
  const [asking, setAsking] = useState(false);
  const others = useAsk('clients.list', {}).data?.clients ?? [];
  // So that a tag tells its client from the others when nobody chooses one.
  const colour = chosen ?? client?.colour ?? freeColour(others);
  const close = (): void => {
    save.forget();
    onClose();
  };
  const act = async (): Promise<void> => {
    if (name.trim() === '') return;
    const known = client === null ? {} : { id: client.id };
    const form = { ...known, name: name.trim(), colour, notes: notes.trim() === '' ? null : notes, archived };
    const reply = await save.run(form);
    if (!reply.ok && !isKept(reply)) return;
    if (!reply.ok) showToast({ text: commonText.notSavedYet });
    close();
    if (client !== null && reply.ok && archived !== client.archived) {
      const before = { ...form, archived: client.archived };
      showUndo(
        archived ? clientText.isArchived(form.name) : clientText.isBack(form.name),
        () => void engine.call('clients.save', before),
      );
    }
    if (client !== null) return;
    setName('');
    setNotes('');
    setChosen(null);
    if (reply.ok) go({ view: 'accounts', client: { id: reply.value.id }, account: null });
  };
  const take = async (): Promise<void> => {
    if (client === null) return;
    const reply = await remove.run({ id: client.id });
    if (!reply.ok) return;
    setAsking(false);
    onClose();
    replace({ view: 'accounts', client: 'all', account: null });
    showUndo(clientText.removed(client.name), () => void engine.call('clients.putBack', { id: client.id }));
  };
  const failure = save.failure ?? remove.failure;
  return (
    <>
      <Dialog
        open={open && !asking}
        onClose={close}
        title={client === null ? clientText.newTitle : clientText.editTitle}
        safe={commonText.cancel}
        act={{
          label: commonText.save,
          onAct: () => void act(),
          busy: save.busy ? commonText.saving : null,
          why: name.trim() === '' ? clientText.nameEmpty : null,
        }}
        away={client === null ? undefined : { label: clientText.remove, onAct: () => setAsking(true) }}
      >
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void act();
          }}
        >
          <TextInput
            label={clientText.name}
            value={name}
            onChange={setName}
            maxLength={64}
            error={failure && errorLine(failure.code, failure.facts)}
          />
          <ColourPicker name={name} value={colour} onChange={setChosen} />
          <TextArea label={clientText.notes} value={notes} onChange={setNotes} maxLength={4000} rows={2} />
          {client !== null && (
            <Check checked={archived} onChange={setArchived} hint={clientText.archivedHint}>
              {clientText.archived}
            </Check>
          )}
        </form>
      </Dialog>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={clientText.removeTitle(client?.name ?? '')}
        lead={clientText.removeBody}
        safe={clientText.keep}
        act={{ label: clientText.remove, onAct: () => void take() }}
        loses
      />
    </>
  );
}
