import { sandboxText } from '../../../shared/text/sandbox.ts';
import type { SandboxAround } from '../../app/sandbox-context.ts';
import { Button } from '../../components/button.tsx';
import { useHand } from '../sandbox/use-hand.ts';

/** In the sandbox, what a chat does elsewhere: puts a sealed message into the other one's inbox. */
export function GiveButton({ sandbox, message }: { readonly sandbox: SandboxAround; readonly message: string }) {
  const hand = useHand(sandbox);
  return (
    <Button icon="send" onClick={() => void hand({ message, from: sandbox.who })}>
      {sandboxText.give(sandbox.other)}
    </Button>
  );
}
