import { errorText } from '../../../shared/text/errors.ts';
import { handoffText } from '../../../shared/text/handoff.ts';
import { Button } from '../../components/button.tsx';
import { Ring } from '../../components/ring.tsx';
import { useCapability } from '../../lib/shell.ts';
import type { Sealing } from './use-seal.ts';

export type SealButtonProps = {
  readonly name: string | null;
  /** Why it cannot be sealed now. */
  readonly why: string | null;
  readonly sealing: Omit<Sealing, 'run'>;
  readonly onSeal: () => void;
};

/** The button that seals, how far the codes are, and what stood in the way. */
export function SealButton({ name, why, sealing, onSeal }: SealButtonProps) {
  const { busy, done, failure } = sealing;
  const canSave = useCapability('save_dialog');
  const told = failure === null || busy ? null : errorText(failure.code, failure.facts);
  return (
    <div className="ho-send">
      {told !== null && (
        <p className="hint error" role="alert">
          {told.what} {told.safe} {told.todo}
        </p>
      )}
      <Button
        variant="primary"
        size="large"
        wide
        icon="sealed"
        keys="Mod+Enter"
        busy={busy ? handoffText.sealing : null}
        why={why}
        onClick={onSeal}
      >
        {name === null ? handoffText.sealPlain : handoffText.seal(name)}
      </Button>
      <p className={busy ? 'tiny soft row ho-progress' : 'tiny faint'} role="status">
        {busy && done !== null ? (
          <>
            <Ring size={16} kind="done" tone="sealed" value={done / 100} /> {handoffText.computing(done)}
          </>
        ) : (
          (why ?? handoffText.after(canSave))
        )}
      </p>
    </div>
  );
}
