import type { FileKind, PickedFile } from '../../shared/contracts/shell.ts';
import { errorLine } from '../../shared/text/errors.ts';
import { useCapability, useShell } from './shell.ts';
import { showToast } from './toast-store.ts';

/** Asks in the shell's own dialog where a file is to be saved. */
type PickPlace = (kind: FileKind, suggestedName: string) => Promise<PickedFile | null>;

/** The way to ask where to save a file; null where the host has no dialog for it. It gives null when nothing was chosen, and says what failed. */
export function usePickPlace(): PickPlace | null {
  const shell = useShell();
  const canSave = useCapability('save_dialog');
  if (!canSave) return null;
  return async (kind, suggestedName) => {
    const picked = await shell.call('files.pick', { kind, suggestedName });
    if (picked.ok) return picked.value.file;
    showToast({ text: errorLine(picked.code, picked.facts) });
    return null;
  };
}
