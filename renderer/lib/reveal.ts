import { useCallback, useState } from 'react';
import { errorLine } from '../../shared/text/errors.ts';
import { useEngine } from './engine.ts';
import { showToast } from './toast-store.ts';

/** The one secret of an account that is on screen, and the ways to change which. */
export interface Reveal {
  /** The secret of a field; null while it is concealed. */
  readonly textOf: (field: string) => string | null;
  readonly show: (field: string) => Promise<void>;
  readonly conceal: () => void;
}

/** Shows one secret of an account at a time. It is kept in this state alone; showing another conceals it. */
export function useReveal(account: string): Reveal {
  const engine = useEngine();
  const [shown, setShown] = useState<{ readonly account: string; readonly field: string; readonly text: string } | null>(null);
  const show = useCallback(
    async (field: string) => {
      setShown(null);
      const reply = await engine.call('accounts.reveal', { id: account, field });
      if (reply.ok) setShown({ account, field, text: reply.value.text });
      else showToast({ text: errorLine(reply.code, reply.facts) });
    },
    [engine, account],
  );
  const conceal = useCallback(() => setShown(null), []);
  const textOf = (field: string): string | null =>
    shown !== null && shown.account === account && shown.field === field ? shown.text : null;
  return { textOf, show, conceal };
}
