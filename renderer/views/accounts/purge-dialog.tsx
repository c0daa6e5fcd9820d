import { trashText } from '../../../shared/text/account-list.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { commonText } from '../../../shared/text/common.ts';
import { Dialog } from '../../components/dialog.tsx';
import { MAX_ROWS } from '../../../shared/limits.ts';
import { useAct } from '../../lib/act.ts';
import { showToast } from '../../lib/toast-store.ts';

export type PurgeDialogProps = {
  readonly open: boolean;
  /** Which accounts of the trash; null for all of them. */
  readonly ids: readonly string[] | null;
  /** The question, naming what it is about. */
  readonly title: string;
  /** What is said of one that has a name; left out for several. */
  readonly said?: string | undefined;
  readonly onClose: () => void;
  readonly onDone?: (() => void) | undefined;
};

/** Asks before accounts are deleted for good: the one act on an account that nothing takes back. */
export function PurgeDialog({ open, ids, title, said, onClose, onDone }: PurgeDialogProps) {
  const purge = useAct('trash.purge');
  const empty = useAct('trash.empty');
  const failure = purge.failure ?? empty.failure;
  const act = async (): Promise<void> => {
    const done = { purged: 0, held: 0 };
    for (let at = 0; at < (ids?.length ?? 1); at += MAX_ROWS) {
      const reply = await (ids === null ? empty.run({}) : purge.run({ ids: ids.slice(at, at + MAX_ROWS) }));
      if (!reply.ok) return;
      done.purged += reply.value.purged;
      done.held += reply.value.held;
    }
    onClose();
    onDone?.();
    showToast({ text: wordsOf(done, said) });
  };
  return (
    <Dialog
      loses
      open={open}
      onClose={onClose}
      title={title}
      lead={failure === null ? trashText.purgeBody : errorLine(failure.code, failure.facts)}
      safe={ids?.length === 1 ? trashText.keep : trashText.keepAll}
      act={{ label: trashText.purge, busy: purge.busy || empty.busy ? commonText.saving : null, onAct: () => void act() }}
    />
  );
}

function wordsOf({ purged, held }: { readonly purged: number; readonly held: number }, said: string | undefined): string {
  if (purged === 0 && held > 0) return trashText.allHeld;
  return said !== undefined && held === 0 ? said : trashText.emptied(purged, held);
}
