import type { Session } from 'electron';
import { allowCamera } from './camera-permission.ts';
import { ORIGIN } from './origin.ts';

/** Takes the network and every permission from a session. */
export function hardenSession(session: Session, devTools: boolean): void {
  // SECURITY: nothing is granted but the camera, for a moment and when the person asks for it.
  allowCamera(session, false);
  // SECURITY: USB, HID and serial devices have a handler of their own.
  session.setDevicePermissionHandler(() => false);
  // SECURITY: no network: whatever is not our page is cancelled, images and prefetches included.
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !url.startsWith(`${ORIGIN}/`) && !(devTools && url.startsWith('devtools://')) });
  });
  // SECURITY: a download writes where no dialog of ours has asked.
  session.on('will-download', (event) => event.preventDefault());
  // SECURITY: the spelling checker fetches dictionaries, and on macOS and Windows hands text to the system.
  session.setSpellCheckerEnabled(false);
}
