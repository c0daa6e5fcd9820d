import type { WorkTask } from '../../shared/contracts/engine/work.ts';
import { progressLine, progressText } from '../../shared/text/vault.ts';
import { Button } from '../components/button.tsx';
import { ProgressBar } from '../components/progress.tsx';
import { type Progress, useProgress, useStopWork } from '../lib/progress.ts';

export type WorkProgressProps = {
  /** The kinds of long work the act consists of. */
  readonly tasks: readonly WorkTask[];
  readonly busy: boolean;
  /** Draws a button that stops the work; leave it out where something else does, or where nothing can. */
  readonly stoppable?: boolean | undefined;
};

/** How far the long work of an act is; nothing until it has gone on for a while. */
export function WorkProgress({ tasks, busy, stoppable }: WorkProgressProps) {
  const progress = useProgress(tasks, busy);
  const stop = useStopWork(tasks);
  if (progress === null) return null;
  return (
    <ProgressOf
      progress={progress}
      end={
        stoppable && (
          <Button size="small" onClick={stop}>
            {progressText.stop}
          </Button>
        )
      }
    />
  );
}

/** Progress as it was told, drawn. */
export function ProgressOf({ progress, end }: { readonly progress: Progress; readonly end?: React.ReactNode }) {
  const { task, done, records } = progress;
  return <ProgressBar label={progressText.tasks[task]} value={done} line={progressLine(task, records)} end={end} />;
}
