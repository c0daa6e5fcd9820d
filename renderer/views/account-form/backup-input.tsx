import { accountText } from '../../../shared/text/accounts.ts';
import { formText } from '../../../shared/text/account-form.ts';
import { Button } from '../../components/button.tsx';
import { TextArea } from '../../components/text-input.tsx';
import type { PartProps } from './part-props.ts';

export type BackupInputProps = PartProps & {
  /** How many codes are in the vault. */
  readonly known: number;
};

/** Backup codes, one on each line; those in the vault stay until new ones are written. */
export function BackupInput({ draft, change, known }: BackupInputProps) {
  const { backupCodes } = draft;
  if (known > 0 && backupCodes.kind === 'keep') {
    return (
      <section className="editor-part">
        <h2 className="cap">{accountText.backupCodes}</h2>
        <div className="row wrap">
          <span className="hint">{formText.backupKept(known)}</span>
          <Button size="small" onClick={() => change({ backupCodes: { kind: 'set', text: '' } })}>
            {formText.backupReplace}
          </Button>
        </div>
      </section>
    );
  }
  return (
    <section className="editor-part">
      <TextArea
        label={formText.backupCodes}
        mono
        rows={3}
        value={backupCodes.kind === 'set' ? backupCodes.text : ''}
        onChange={(text) => change({ backupCodes: known === 0 && text === '' ? { kind: 'keep' } : { kind: 'set', text } })}
        maxLength={2100}
        hint={formText.backupHint}
      />
    </section>
  );
}
