import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Failure } from '../../lib/act.ts';
import { useEngine } from '../../lib/engine.ts';
import { pictureIn, type PictureReply, readPicture } from '../../lib/picture.ts';
import { useShell } from '../../lib/shell.ts';
import type { PendingKey } from './key-input.tsx';

/** Ways in for a picture: chosen, dropped, pasted, or seen by the camera. */
export interface PictureIntake {
  readonly busy: boolean;
  /** Why the last one gave no key. */
  readonly failure: Failure | null;
  readonly pick: () => void;
  /** Takes what a reading gave. */
  readonly land: (reply: PictureReply) => void;
}

/** Reads pictures while the view is open; what they hold waits in the engine and is given to `onFound`. */
export function usePicture(onFound: (found: readonly PendingKey[]) => void): PictureIntake {
  const engine = useEngine();
  const shell = useShell();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const left = useRef(false);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
    };
  }, []);
  const land = (reply: PictureReply): void => {
    setFailure(reply.ok ? null : { code: reply.code, facts: reply.facts ?? {} });
    if (reply.ok) onFound(reply.value.found);
  };
  const take = async (reading: () => Promise<PictureReply>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    const reply = await reading();
    // By now another key may be at hand, which the one of this picture must not take the place of.
    if (left.current) return;
    setBusy(false);
    land(reply);
  };
  const takeFile = (token: string): void => void take(() => engine.call('factors.readPicture', { source: { token } }));
  const pick = async (): Promise<void> => {
    const reply = await shell.call('files.pick', { kind: 'open_picture' });
    if (!reply.ok) setFailure({ code: reply.code, facts: reply.facts ?? {} });
    else if (reply.value.file !== null) takeFile(reply.value.file.token);
  };
  const onDropped = useEffectEvent(takeFile);
  const onPasted = useEffectEvent((event: ClipboardEvent) => {
    const picture = pictureIn(event.clipboardData);
    if (picture === null) return;
    event.preventDefault();
    void take(() => readPicture(engine, picture));
  });
  useEffect(() => shell.on('dropped', ({ token }) => onDropped(token)), [shell]);
  useEffect(() => {
    const listen = (event: ClipboardEvent): void => onPasted(event);
    document.addEventListener('paste', listen);
    return () => document.removeEventListener('paste', listen);
  }, []);
  return { busy, failure, pick: () => void pick(), land };
}
