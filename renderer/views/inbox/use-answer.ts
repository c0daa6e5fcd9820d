import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import { type Failure, useAct } from '../../lib/act.ts';

/** The answer to a handoff, and the receipt that tells it. */
export interface Answer {
  readonly busy: 'accepting' | 'declining' | null;
  readonly failure: Failure | null;
  /** Kept until the vault is locked; null when the answer was given before. */
  readonly receipt: Sealed | null;
  accept(): Promise<void>;
  decline(): Promise<void>;
}

/** Takes a handoff up or declines it, and keeps its receipt beside the facts of the open vault. */
export function useAnswer(id: string): Answer {
  const cache = useQueryClient();
  const accept = useAct('inbox.accept');
  const decline = useAct('inbox.decline');
  const [key] = useState(() => {
    const made = ['receipt', id] as const;
    cache.setQueryDefaults(made, { gcTime: Number.POSITIVE_INFINITY });
    return made;
  });
  const [receipt, setReceipt] = useState(() => cache.getQueryData<Sealed>(key) ?? null);
  const keep = (sealed: Sealed): void => {
    cache.setQueryData(key, sealed);
    setReceipt(sealed);
  };
  return {
    busy: accept.busy ? 'accepting' : decline.busy ? 'declining' : null,
    failure: accept.failure ?? decline.failure,
    receipt,
    async accept() {
      const reply = await accept.run({ id });
      if (reply.ok) keep(reply.value.receipt);
    },
    async decline() {
      const reply = await decline.run({ id });
      if (reply.ok) keep(reply.value.receipt);
    },
  };
}
