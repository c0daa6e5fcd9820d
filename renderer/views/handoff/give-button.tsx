import { errorLine } from '../../../shared/text/errors.ts';
import { sandboxText } from '../../../shared/text/sandbox.ts';
import type { SandboxAround } from '../../app/sandbox-context.ts';
import { Button } from '../../components/button.tsx';
import { useAct } from '../../lib/act.ts';
import { showToast } from '../../lib/toast-store.ts';

/** In the sandbox, what a chat does elsewhere: puts a sealed message into the other one's inbox. */
export function GiveButton({ sandbox, message }: { readonly sandbox: SandboxAround; readonly message: string }) {
  const give = useAct('sandbox.give');
  const { other, turn } = sandbox;
  const act = async (): Promise<void> => {
    const reply = await give.run({ message });
    if (!reply.ok) showToast({ text: errorLine(reply.code, reply.facts) });
    else showToast({ text: sandboxText.given(other), action: { label: sandboxText.turn(other), onAct: turn } });
  };
  return (
    <Button icon="send" onClick={() => void act()}>
      {sandboxText.give(other)}
    </Button>
  );
}
