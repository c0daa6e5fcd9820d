import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { type CameraFault, startCamera, stopCamera } from '../../lib/camera.ts';
import { useEngine } from '../../lib/engine.ts';
import { draw, type PictureReply, readPicture } from '../../lib/picture.ts';
import { useShell } from '../../lib/shell.ts';

/** Milliseconds between two looks. */
const EACH = 500;
/** Milliseconds after which the camera goes off by itself. */
const LONGEST = 60_000;
/** Pixels along the longer side of a look: enough for a code held before the camera. */
const SIDE = 1280;

/** Where the camera is: being turned on, looking, late, or not to be had. */
export type CameraState = 'starting' | 'looking' | 'late' | CameraFault;

/** What is seen, for the view to show, and where the camera is. */
export interface Camera {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly state: CameraState;
}

/**
 * Looks through the camera from when it is mounted until a code is found, a minute is over or the view is left; then the camera is off.
 * With `more` it looks for the next code of a transfer.
 */
export function useCamera(more: boolean, onReply: (reply: PictureReply) => void): Camera {
  const video = useRef<HTMLVideoElement>(null);
  const engine = useEngine();
  const shell = useShell();
  const [state, setState] = useState<CameraState>('starting');
  const tell = useEffectEvent(onReply);
  useEffect(() => {
    let stream: MediaStream | null = null;
    let left = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const off = (): void => {
      if (left) return;
      left = true;
      clearTimeout(timer);
      stopCamera(shell, stream);
    };
    const look = async (until: number): Promise<void> => {
      const frame = video.current === null ? null : await draw(video.current, SIDE, 'image/jpeg');
      const reply = left || frame === null ? null : await readPicture(engine, frame, more);
      if (left) return;
      if (reply !== null && isWorthTelling(reply)) {
        off();
        return tell(reply);
      }
      if (Date.now() >= until) {
        off();
        return setState('late');
      }
      timer = setTimeout(() => void look(until), EACH);
    };
    const start = async (): Promise<void> => {
      const got = await startCamera(shell);
      // Left while it was being turned on.
      if (left) return typeof got === 'string' ? undefined : stopCamera(shell, got);
      if (typeof got === 'string') {
        off();
        return setState(got);
      }
      stream = got;
      if (video.current !== null) video.current.srcObject = got;
      setState('looking');
      await look(Date.now() + LONGEST);
    };
    void start();
    return off;
  }, [engine, shell, more]);
  return { video, state };
}

/** What a look gives that is no answer: nothing, or a code that is here already, because a phone still shows it. */
const NO_ANSWER = ['no_code_in_picture', 'picture_unreadable', 'picture_timeout', 'busy', 'transfer_doubled'];

/** A blurred or an empty look is no answer; a code of another kind, and a vault that is gone, are. */
function isWorthTelling(reply: PictureReply): boolean {
  return reply.ok || !NO_ANSWER.includes(reply.code);
}
