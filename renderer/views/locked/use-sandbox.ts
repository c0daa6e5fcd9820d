import { errorLine } from '../../../shared/text/errors.ts';
import { useAct } from '../../lib/act.ts';
import { showToast } from '../../lib/toast-store.ts';

/** Begins the sandbox; the page goes on by itself once it is there. */
export function useSandboxStart(): { readonly busy: boolean; readonly begin: () => Promise<void> } {
  const start = useAct('sandbox.begin');
  const begin = async (): Promise<void> => {
    const reply = await start.run({});
    if (!reply.ok) showToast({ text: errorLine(reply.code, reply.facts) });
  };
  return { busy: start.busy, begin };
}
