import { useEffect, useEffectEvent, useState } from 'react';
import type { ErrorText } from '../../../shared/text/error-text.ts';
import { errorText } from '../../../shared/text/errors.ts';
import { readFailure } from '../../../shared/text/read-failure.ts';
import { useEngine } from '../../lib/engine.ts';
import { type ReadReply, readPaste } from '../../lib/read-paste.ts';
import { useCapability, useShell } from '../../lib/shell.ts';

/** Ways in: pasted text, a chosen file, a dropped file. */
export interface Arrivals {
  readonly busy: boolean;
  /** Why the last one could not be read. */
  readonly failure: ErrorText | null;
  /** What was pasted or typed and not read yet. */
  readonly text: string;
  /** Whether the host can show a dialog to choose a file. */
  readonly canPick: boolean;
  readonly write: (text: string) => void;
  readonly read: () => void;
  readonly pick: () => void;
  /** Forgets text and failure. */
  readonly forget: () => void;
}

/** True where a paste belongs to what is being typed, or to a dialog. */
function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) return true;
  return target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]');
}

/** Reads what comes in while the inbox is open: `land` gets the item it became, `ask` opens the dialog when it could not be read. */
export function useArrivals(land: (item: string) => void, ask: () => void): Arrivals {
  const engine = useEngine();
  const shell = useShell();
  const canPick = useCapability('open_dialog');
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ErrorText | null>(null);

  const fail = (why: ErrorText): void => {
    setFailure(why);
    ask();
  };
  const take = async (reading: () => Promise<ReadReply>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    const reply = await reading();
    setBusy(false);
    if (!reply.ok) return fail(readFailure(reply.code, reply.facts ?? {}));
    setText('');
    land(reply.value.id);
  };
  const takeText = (pasted: string): void => void take(() => readPaste(engine, pasted));
  const takeFile = (token: string): void => void take(() => engine.call('inbox.read', { source: { token } }));
  const pick = async (): Promise<void> => {
    const reply = await shell.call('files.pick', { kind: 'open_message' });
    if (!reply.ok) fail(errorText(reply.code, reply.facts));
    else if (reply.value.file !== null) takeFile(reply.value.file.token);
  };

  const onDropped = useEffectEvent(takeFile);
  const onPasted = useEffectEvent((event: ClipboardEvent) => {
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    if (pasted.trim() === '' || isTaken(event.target)) return;
    event.preventDefault();
    setText(pasted);
    takeText(pasted);
  });
  useEffect(() => shell.on('dropped', ({ token }) => onDropped(token)), [shell]);
  useEffect(() => {
    const listen = (event: ClipboardEvent): void => onPasted(event);
    document.addEventListener('paste', listen);
    return () => document.removeEventListener('paste', listen);
  }, []);

  return {
    busy,
    failure,
    text,
    canPick,
    write(next) {
      setText(next);
      setFailure(null);
    },
    read: () => {
      if (text.trim() !== '') takeText(text);
    },
    pick: () => void pick(),
    forget() {
      setText('');
      setFailure(null);
    },
  };
}
