import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import { accountText } from '../../../shared/text/accounts.ts';
import { formText } from '../../../shared/text/account-form.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { Button } from '../../components/button.tsx';
import { TextArea } from '../../components/text-input.tsx';
import { useAct } from '../../lib/act.ts';
import type { PartProps } from './part-props.ts';

export type NotesInputProps = PartProps & { readonly account: AccountDetail | null };

/** The notes, which are sealed: they are opened to be changed. */
export function NotesInput({ draft, change, account }: NotesInputProps) {
  const reveal = useAct('accounts.reveal');
  const { notes } = draft;
  if (account?.hasNotes && notes.kind === 'keep') {
    const open = async (): Promise<void> => {
      const reply = await reveal.run({ id: account.id, field: 'notes' });
      if (reply.ok) change({ notes: { kind: 'set', text: reply.value.text } });
    };
    return (
      <section className="editor-part">
        <h2 className="cap">{accountText.notes}</h2>
        <div className="row wrap">
          <span className={reveal.failure ? 'hint error' : 'hint'}>
            {reveal.failure ? errorLine(reveal.failure.code, reveal.failure.facts) : formText.notesKept}
          </span>
          <Button size="small" onClick={() => void open()}>
            {formText.notesOpen}
          </Button>
        </div>
      </section>
    );
  }
  return (
    <section className="editor-part">
      <TextArea
        label={formText.notes}
        rows={3}
        value={notes.kind === 'set' ? notes.text : ''}
        onChange={(text) => change({ notes: account?.hasNotes || text !== '' ? { kind: 'set', text } : { kind: 'keep' } })}
        maxLength={4000}
      />
    </section>
  );
}
