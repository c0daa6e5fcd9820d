import { errorLine } from '../../shared/text/errors.ts';
import { fileText } from '../../shared/text/vault.ts';
import { useAct } from './act.ts';
import { useCapability, useShell } from './shell.ts';
import { showToast } from './toast-store.ts';

/** Saves the whole vault, with what could not be saved, to a place chosen in the shell's dialog; null where the host has none. */
export function useSaveCopy(file: string): { readonly busy: boolean; readonly save: () => Promise<void> } | null {
  const shell = useShell();
  const canChoose = useCapability('save_dialog');
  const copy = useAct('vault.saveCopy');
  if (!canChoose) return null;
  const save = async (): Promise<void> => {
    const picked = await shell.call('files.pick', { kind: 'save_vault', suggestedName: fileText.copyName(file) });
    if (!picked.ok) return void showToast({ text: errorLine(picked.code, picked.facts) });
    if (picked.value.file === null) return;
    const reply = await copy.run({ token: picked.value.file.token });
    if (reply.ok) showToast({ text: fileText.copySaved(reply.value.file) });
    else if (reply.code !== 'busy') showToast({ text: errorLine(reply.code, reply.facts) });
  };
  return { busy: copy.busy, save };
}
