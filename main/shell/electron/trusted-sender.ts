import type { IpcMainEvent, WebContents } from 'electron';
import { ORIGIN } from './origin.ts';

/** Whether a message comes from the top frame of our window, showing our page. A sender that is gone meanwhile is not trusted. */
export function isOurPage(event: Pick<IpcMainEvent, 'sender' | 'senderFrame'>, contents: WebContents): boolean {
  const frame = event.senderFrame;
  // SECURITY: a sub-frame shares the window, so the frame is what counts, and a frame that went elsewhere has another origin.
  return event.sender === contents && frame !== null && frame.parent === null && frame.origin === ORIGIN;
}
