import type { Session } from 'electron';

type Wanted = Electron.PermissionRequest | Electron.MediaAccessPermissionRequest;

/** Lets the pages of a session turn the camera on, or not any more. SECURITY: nothing else is ever granted. */
export function allowCamera(session: Session, on: boolean): void {
  session.setPermissionRequestHandler((_contents, permission, answer, wanted) => {
    answer(on && permission === 'media' && isVideoAlone(wanted));
  });
  // SECURITY: some permissions are checked without a request.
  session.setPermissionCheckHandler(
    (_contents, permission, _origin, details) => on && permission === 'media' && details.mediaType === 'video',
  );
}

function isVideoAlone(wanted: Wanted): boolean {
  const types = 'mediaTypes' in wanted ? (wanted.mediaTypes ?? []) : [];
  return types.length === 1 && types[0] === 'video';
}
