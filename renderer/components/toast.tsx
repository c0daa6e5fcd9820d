import { useRef, useSyncExternalStore } from 'react';
import { formatDuration } from '../../shared/text/dates.ts';
import { useCommand } from '../lib/commands.ts';
import { useNowWhile } from '../lib/ticker.ts';
import { clearToast, type ToastMessage, toastStore } from '../lib/toast-store.ts';
import { Button } from './button.tsx';
import { Ring } from './ring.tsx';
import { useToastLift } from './use-toast-lift.ts';

/** One toast as it looks, apart from its place on screen. */
export function Toast({ text, countdown, until, length = 30, action, undoes }: ToastMessage) {
  const now = useNowWhile(until !== undefined);
  const left = until === undefined ? null : Math.max(0, until - now);
  return (
    <div className="toast">
      {left !== null && <Ring value={left / length} />}
      <span className="text" aria-hidden="true">
        {left !== null && countdown !== undefined ? countdown(formatDuration(left)) : text}
      </span>
      {action !== undefined && (
        <Button
          size="small"
          keys={undoes === true ? 'Mod+Z' : undefined}
          onClick={() => {
            clearToast();
            action.onAct();
          }}
        >
          {action.label}
        </Button>
      )}
    </div>
  );
}

/**
 * The place where the one toast appears, to be mounted once. Its sentence is spoken from a polite live region that is
 * always there; the running countdown is not, or it would be read out each second.
 */
export function ToastPlace() {
  const shown = useSyncExternalStore(toastStore.subscribe, toastStore.read);
  const place = useRef<HTMLDivElement>(null);
  useToastLift(place, shown?.id ?? null);
  const undo = shown?.undoes === true ? shown.action?.onAct : undefined;
  useCommand(
    'undo',
    undo === undefined
      ? null
      : () => {
          clearToast();
          undo();
        },
  );
  return (
    <div ref={place} className="toast-place">
      <span className="hole" role="status" aria-live="polite">
        {shown?.text}
      </span>
      {shown !== null && <Toast key={shown.id} {...shown} />}
    </div>
  );
}
