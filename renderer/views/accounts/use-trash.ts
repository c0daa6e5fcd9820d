import { accountText } from '../../../shared/text/accounts.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { useEngine } from '../../lib/engine.ts';
import { showToast, showUndo } from '../../lib/toast-store.ts';

type Named = { readonly id: string; readonly title: string };

/** Puts accounts in the trash and takes them out again; each says so, and the first can be undone. */
export function useTrash() {
  const engine = useEngine();
  const restore = async ({ id, title }: Named): Promise<void> => {
    const reply = await engine.call('accounts.restore', { id });
    showToast({ text: reply.ok ? accountText.restored(title) : errorLine(reply.code, reply.facts) });
  };
  const put = async (account: Named): Promise<void> => {
    const reply = await engine.call('accounts.trash', { id: account.id });
    if (!reply.ok) showToast({ text: errorLine(reply.code, reply.facts) });
    else showUndo(accountText.trashed(account.title), () => void restore(account));
  };
  return { put, restore };
}
