import { commonText } from '../../shared/text/common.ts';
import { exactNow } from './ticker.ts';

/** What a toast shows. It is on screen for 8 s; with `until` it lasts as long as the clipboard holds what was copied. */
export type ToastMessage = {
  /** The whole sentence, read aloud once; while a ring runs, `countdown` words it anew each second on screen only. */
  readonly text: string;
  readonly countdown?: ((left: string) => string) | undefined;
  /** Unix seconds at which it leaves, with a ring of `length` seconds. */
  readonly until?: number | undefined;
  readonly length?: number | undefined;
  /** Undo, Clear now: one verb. */
  readonly action?: { readonly label: string; readonly onAct: () => void } | undefined;
  /** Its action takes back what was just done: the key for that runs it too. */
  readonly undoes?: boolean | undefined;
};

/** Seconds of a toast without a ring. */
export const toastSeconds = 8;

type Shown = ToastMessage & { readonly id: number };

let shown: Shown | null = null;
let count = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function put(next: Shown | null): void {
  shown = next;
  for (const tell of [...listeners]) tell();
}

/** Shows a toast in place of the one there is; returns what takes it away again, which does nothing once another took its place. */
export function showToast(message: ToastMessage): () => void {
  const id = ++count;
  clearTimeout(timer);
  const leave = (): void => {
    if (shown?.id === id) put(null);
  };
  const seconds = message.until === undefined ? toastSeconds : message.until - exactNow();
  timer = setTimeout(leave, Math.max(0, seconds) * 1000);
  put({ ...message, id });
  return leave;
}

/** Says what was done, with the way to take it back for as long as the toast is there. */
export function showUndo(text: string, undo: () => void): void {
  showToast({ text, undoes: true, action: { label: commonText.undo, onAct: undo } });
}

/** Takes any toast away, as at lock. */
export function clearToast(): void {
  clearTimeout(timer);
  if (shown !== null) put(null);
}

/** For the one place that draws toasts. */
export const toastStore = {
  subscribe: (tell: () => void): (() => void) => {
    listeners.add(tell);
    return () => listeners.delete(tell);
  },
  read: (): Shown | null => shown,
};
