import { useCallback, useEffect } from 'react';
import { create } from 'zustand';
import { CLIPBOARD_SECONDS } from '../../shared/limits.ts';
import { clipboardText } from '../../shared/text/clipboard.ts';
import { errorLine } from '../../shared/text/errors.ts';
import type { Reply } from '../../shared/wire/client.ts';
import { engineNow } from './clock-sync.ts';
import { type ShellClient, useShell } from './shell.ts';
import { clearToast, showToast } from './toast-store.ts';

/** What the clipboard holds of ours: which row of the page shows it, and until when. */
interface Held {
  readonly key: string;
  readonly until: number;
  readonly length: number;
}

const useStore = create<{ readonly held: Held | null }>(() => ({ held: null }));

/** The clipboard's hold on one row of the page; null when it holds something else. */
export function useHeld(key: string): { readonly until: number; readonly length: number } | null {
  const held = useStore((state) => state.held);
  return held !== null && held.key === key ? held : null;
}

/** Forgets what was copied, as at lock. */
export function forgetClipboard(): void {
  useStore.setState({ held: null });
  clearToast();
}

/** Something the engine copies on our word; `key` is the row that shows the countdown, `name` what the toast calls it. */
export interface CopyWish {
  readonly key: string;
  readonly name: string;
  readonly copy: () => Promise<Reply<{ readonly until: number | null }>>;
}

/** Copies by the engine's hand and shows until when the clipboard keeps it; false when nothing was copied, which is said. */
export function useCopy(): (wish: CopyWish) => Promise<boolean> {
  const shell = useShell();
  return useCallback(
    async ({ key, name, copy }: CopyWish) => {
      const reply = await copy();
      if (!reply.ok) {
        showToast({ text: errorLine(reply.code, reply.facts) });
        return false;
      }
      const { until } = reply.value;
      if (until === null) {
        useStore.setState({ held: null });
        showToast({ text: clipboardText.stays(name) });
        return true;
      }
      const length = Math.max(1, Math.min(CLIPBOARD_SECONDS, until - engineNow()));
      useStore.setState({ held: { key, until, length } });
      showToast({
        text: clipboardText.copied(name, `${length} s`),
        countdown: (left) => clipboardText.copied(name, left),
        until,
        length,
        action: { label: clipboardText.clearNow, onAct: () => void clearNow(shell) },
      });
      return true;
    },
    [shell],
  );
}

async function clearNow(shell: ShellClient): Promise<void> {
  const reply = await shell.call('clipboard.clear', {});
  useStore.setState({ held: null });
  showToast({ text: reply.ok ? clipboardText.cleared : clipboardText.unread });
}

/** Follows what the shell says of the clipboard: cleared, taken over by something else, or not readable. Once, in the frame. */
export function useClipboardEvents(): void {
  const shell = useShell();
  useEffect(
    () =>
      shell.on('clipboard', (told) => {
        if (told.until !== null) return;
        const was = useStore.getState().held;
        useStore.setState({ held: null });
        if (told.unread === true) showToast({ text: clipboardText.unread });
        else if (was !== null) clearToast();
      }),
    [shell],
  );
}
