import { useCallback } from 'react';
import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { giveBackText } from '../../../shared/text/received.ts';
import { useEngine } from '../../lib/engine.ts';
import { showToast } from '../../lib/toast-store.ts';

/** Copies a sealed message of ours with its sentence. It is not secret and stays on the clipboard. */
export function useCopyMessage(): (message: Sealed) => Promise<void> {
  const engine = useEngine();
  return useCallback(
    async ({ message }: Sealed) => {
      const reply = await engine.call('messages.copy', { message });
      showToast({ text: reply.ok ? giveBackText.copied : errorLine(reply.code, reply.facts) });
    },
    [engine],
  );
}

/** A receipt as it will be pasted, its sentence above the sealed block. */
export function ReceiptText({ receipt }: { readonly receipt: Sealed }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a block that scrolls must be reached by keys
    <pre className="mono received-receipt" tabIndex={0} role="region" aria-label={giveBackText.text}>
      {receipt.text ?? receipt.sentence}
    </pre>
  );
}
