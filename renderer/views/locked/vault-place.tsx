import { createText } from '../../../shared/text/vault.ts';
import { useCapability, useShell } from '../../lib/shell.ts';

/** A place chosen in the shell's dialog; null for the documents folder. */
export type Place = { readonly token: string; readonly name: string } | null;

export type VaultPlaceProps = {
  readonly folder: string;
  /** The vault's name so far, to suggest a file name. */
  readonly name: string;
  readonly place: Place;
  readonly onPlace: (place: Place) => void;
};

/** Where a new vault is going to be saved, and the way to another place where the host has one. */
export function VaultPlace({ folder, name, place, onPlace }: VaultPlaceProps) {
  const shell = useShell();
  const canSave = useCapability('save_dialog');
  const change = async (): Promise<void> => {
    const slug = name
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '');
    const reply = await shell.call('files.pick', { kind: 'save_vault', suggestedName: `${slug || 'vault'}.latchkey` });
    if (reply.ok && reply.value.file !== null) onPlace({ token: reply.value.file.token, name: reply.value.file.name });
  };
  return (
    <>
      {place === null ? createText.savedIn(folder) : createText.savedAs(place.name)}{' '}
      {canSave && (
        <button type="button" className="link" onClick={() => void change()}>
          {createText.change}
        </button>
      )}
    </>
  );
}
