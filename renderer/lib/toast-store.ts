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
