import { useCallback, useState } from 'react';
import { errorLine } from '../../../shared/text/errors.ts';
import { useCopy } from '../../lib/clipboard.ts';
import { useEngine } from '../../lib/engine.ts';
import type { Reveal } from '../../lib/reveal.ts';
import { showToast } from '../../lib/toast-store.ts';

/** Shows one secret of a login lent to us at a time; it is kept in this state alone. */
export function useReceivedReveal(received: string): Reveal {
  const engine = useEngine();
  const [shown, setShown] = useState<{ readonly received: string; readonly field: string; readonly text: string } | null>(null);
  const show = useCallback(
    async (field: string) => {
      setShown(null);
      const reply = await engine.call('received.reveal', { id: received, field });
      if (reply.ok) setShown({ received, field, text: reply.value.text });
      else showToast({ text: errorLine(reply.code, reply.facts) });
    },
    [engine, received],
  );
  const conceal = useCallback(() => setShown(null), []);
  const textOf = (field: string): string | null =>
    shown !== null && shown.received === received && shown.field === field ? shown.text : null;
  return { textOf, show, conceal };
}

/** Copies a field of a login lent to us by the engine's hand; `name` is what the toast calls it. */
export function useReceivedCopy(received: string): (field: string, name: string) => void {
  const engine = useEngine();
  const copy = useCopy();
  return useCallback(
    (field, name) => {
      void copy({ key: heldKey(received, field), name, copy: () => engine.call('received.copy', { id: received, field }) });
    },
    [engine, copy, received],
  );
}

/** The row of the page that shows how long the clipboard keeps a field. */
export function heldKey(received: string, field: string): string {
  return `received/${received}/${field}`;
}
