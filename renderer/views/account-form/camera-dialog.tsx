import { pictureText } from '../../../shared/text/pictures.ts';
import { Dialog } from '../../components/dialog.tsx';
import type { PictureReply } from '../../lib/picture.ts';
import { useCamera } from './use-camera.ts';

export type CameraDialogProps = {
  /** Looks for the next code of a transfer. */
  readonly more: boolean;
  readonly onReply: (reply: PictureReply) => void;
  readonly onClose: () => void;
  readonly onAgain: () => void;
};

/** What the camera sees, until there is a code in it; leaving it turns the camera off. */
export function CameraDialog({ more, onReply, onClose, onAgain }: CameraDialogProps) {
  return (
    <Dialog
      open
      onClose={onClose}
      title={pictureText.cameraTitle}
      lead={pictureText.cameraLead}
      safe={pictureText.cameraStop}
      act={undefined}
    >
      <CameraView more={more} onReply={onReply} onAgain={onAgain} />
    </Dialog>
  );
}

function CameraView({ more, onReply, onAgain }: Omit<CameraDialogProps, 'onClose'>) {
  const { video, state } = useCamera(more, onReply);
  return (
    <div className="camera">
      <video ref={video} autoPlay muted playsInline aria-label={pictureText.cameraView} hidden={state !== 'looking'} />
      {state !== 'looking' && (
        <p className="small soft pretty" role="status">
          {state === 'starting'
            ? pictureText.cameraStarting
            : state === 'late'
              ? pictureText.cameraLate
              : pictureText.faults[state]}
        </p>
      )}
      {state !== 'looking' && state !== 'starting' && (
        <button type="button" className="link" onClick={onAgain}>
          {pictureText.cameraAgain}
        </button>
      )}
    </div>
  );
}
