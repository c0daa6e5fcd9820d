import { useEffect, useRef } from 'react';
import type { SandboxSide } from '../../../shared/contracts/engine/sandbox.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { besideText, sandboxText } from '../../../shared/text/sandbox.ts';
import type { SandboxAround } from '../../app/sandbox-context.ts';
import { useAct } from '../../lib/act.ts';
import { go } from '../../lib/route.ts';
import { showToast } from '../../lib/toast-store.ts';

/** Carries a sealed message of one side into the inbox of the other, as a chat would, and says so; true once it is there. */
export function useHand({
  who,
  other,
  turn,
}: SandboxAround): (of: { readonly message: string; readonly from: SandboxSide }) => Promise<boolean> {
  const give = useAct('sandbox.give');
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  return async ({ message, from }) => {
    const reply = await give.run({ message });
    if (!reply.ok) showToast({ text: errorLine(reply.code, reply.facts) });
    // Once the sides have changed, whose inbox it is would be said the wrong way round.
    else if (!isHere.current) return true;
    else if (from === who)
      showToast({ text: sandboxText.given(other), action: { label: sandboxText.turn(other), onAct: () => turn() } });
    else
      showToast({
        text: besideText.brought,
        action: { label: besideText.toInbox, onAct: () => go({ view: 'inbox', item: null }) },
      });
    return reply.ok;
  };
}
