import type { Session } from 'electron';
import { ORIGIN } from './origin.ts';

/** Takes the network and every permission from a session. */
export function hardenSession(session: Session, devTools: boolean): void {
  // SECURITY: nothing is ever asked for, so nothing is ever granted.
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  // SECURITY: some permissions are checked without a request.
  session.setPermissionCheckHandler(() => false);
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
