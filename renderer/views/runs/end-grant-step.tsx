import { useState } from 'react';
import type { RunGrant } from '../../../shared/contracts/engine/runs.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { endGrantText as text } from '../../../shared/text/run-steps.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useEngine } from '../../lib/engine.ts';
import { showToast } from '../../lib/toast-store.ts';

export type EndGrantStepProps = {
  /** The grant of the step. */
  readonly grant: string;
  /** Every grant of the person that still runs. */
  readonly live: readonly RunGrant[];
  /** A first name. */
  readonly person: string;
};

/** Ends what still runs: this one, or all of them one after the other. Each is saved by itself, so that nothing is lost half-way. */
export function EndGrantStep({ grant, live, person }: EndGrantStepProps) {
  const engine = useEngine();
  const why = useWhyReadOnly();
  const [asking, setAsking] = useState<readonly string[] | null>(null);
  const [busy, setBusy] = useState(false);
  const end = async (ids: readonly string[]): Promise<void> => {
    setBusy(true);
    for (const id of ids) {
      // One after the other: each is an action of its own.
      const reply = await engine.call('grants.end', { id, reason: text.reason });
      if (reply.ok) continue;
      showToast({ text: errorLine(reply.code, reply.facts) });
      break;
    }
    setBusy(false);
    setAsking(null);
  };
  if (!live.some(({ row }) => row.id === grant)) return null;
  return (
    <div className="row wrap">
      <Button variant="primary" data-autofocus why={why} onClick={() => setAsking([grant])}>
        {text.end}
      </Button>
      {live.length > 1 && (
        <Button why={why} onClick={() => setAsking(live.map(({ row }) => row.id))}>
          {text.endAll(live.length)}
        </Button>
      )}
      <Dialog
        loses
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={text.asked(asking?.length ?? 1, person)}
        lead={text.body}
        safe={text.keep}
        act={{
          label: asking?.length === 1 ? text.end : text.endAll(asking?.length ?? 0),
          why,
          onAct: () => void end(asking ?? []),
          busy: busy ? text.ending : null,
        }}
      />
    </div>
  );
}
