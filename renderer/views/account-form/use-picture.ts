import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Failure } from '../../lib/act.ts';
import { useEngine } from '../../lib/engine.ts';
import { isUnfinished, pictureIn, type PictureKeys, type PictureReply, readChosen, readPicture } from '../../lib/picture.ts';
import { useShell } from '../../lib/shell.ts';

/** Reads one picture; with `more`, as the next one of a transfer. */
type Reading = (more: boolean) => Promise<PictureReply>;

/** Ways in for pictures: chosen, dropped, pasted, or seen by the camera. */
export interface PictureIntake {
  readonly busy: boolean;
  /** Why the last one gave no key. */
  readonly failure: Failure | null;
  readonly pick: () => void;
  /** Takes what a reading gave. */
  readonly land: (reply: PictureReply) => void;
}

/** Pictures that wait while one is read. */
const MOST_WAITING = 100;

const unreadable = (): PictureReply => ({ ok: false, code: 'picture_unreadable' });

/**
 * Reads pictures while the view is open; what they hold waits in the engine and is given to `onFound`. Those that come together are read one
 * after the other, until one gives a key of its own. Where a transfer is `begun`, the first is the next one of it.
 */
export function usePicture(begun: boolean, onFound: (keys: PictureKeys) => void): PictureIntake {
  const engine = useEngine();
  const shell = useShell();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const left = useRef(false);
  const waiting = useRef<Reading[]>([]);
  const working = useRef(false);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
    };
  }, []);
  const goesOn = useRef(begun);
  const settle = (reply: PictureReply): void => {
    if (!reply.ok) return setFailure({ code: reply.code, facts: reply.facts ?? {} });
    goesOn.current = isUnfinished(reply.value);
    if (!goesOn.current) waiting.current = [];
    onFound(reply.value);
  };
  const land = (reply: PictureReply): void => {
    setFailure(null);
    settle(reply);
  };
  const work = async (): Promise<void> => {
    working.current = true;
    setBusy(true);
    setFailure(null);
    for (let next = waiting.current.shift(); next !== undefined; next = waiting.current.shift()) {
      const reply = await next(goesOn.current).catch(unreadable);
      // By now another key may be at hand, which the one of this picture must not take the place of.
      if (left.current) return;
      settle(reply);
    }
    working.current = false;
    setBusy(false);
  };
  const take = (reading: Reading): void => {
    if (waiting.current.length < MOST_WAITING) waiting.current.push(reading);
    if (!working.current) void work();
  };
  const takeFile = (token: string): void => take((more) => readChosen(engine, token, more));
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
    take((more) => readPicture(engine, picture, more));
  });
  useEffect(() => shell.on('dropped', ({ token }) => onDropped(token)), [shell]);
  useEffect(() => {
    const listen = (event: ClipboardEvent): void => onPasted(event);
    document.addEventListener('paste', listen);
    return () => document.removeEventListener('paste', listen);
  }, []);
  return { busy, failure, pick: () => void pick(), land };
}
