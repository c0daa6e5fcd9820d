import type { ShellClient } from './shell.ts';

/** Why there is no camera to look through. */
export type CameraFault = 'denied' | 'absent' | 'taken';

const FAULTS: Readonly<Record<string, CameraFault>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'absent',
  OverconstrainedError: 'absent',
};

/** Turns the camera on, by one permission of the shell for one use; the caller turns it off with `stopCamera`. */
export async function startCamera(shell: ShellClient): Promise<MediaStream | CameraFault> {
  const allowed = await shell.call('camera.use', { on: true });
  if (!allowed.ok) return allowed.code === 'capability_missing' ? 'absent' : 'denied';
  try {
    const video = { width: { ideal: 1280 }, height: { ideal: 720 } };
    return await navigator.mediaDevices.getUserMedia({ video, audio: false });
  } catch (error) {
    return FAULTS[error instanceof Error ? error.name : ''] ?? 'taken';
  }
}

/** Turns a camera off, so that the lamp beside it goes out, and gives the permission back. */
export function stopCamera(shell: ShellClient, stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
  void shell.call('camera.use', { on: false });
}
