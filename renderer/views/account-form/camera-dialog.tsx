import { pictureText } from '../../../shared/text/pictures.ts';
import { Dialog } from '../../components/dialog.tsx';
import type { PictureReply } from '../../lib/picture.ts';
import { useCamera } from './use-camera.ts';

export type CameraDialogProps = {
  readonly onReply: (reply: PictureReply) => void;
  readonly onClose: () => void;
  readonly onAgain: () => void;
};

/** What the camera sees, until there is a code in it; leaving it turns the camera off. */
export function CameraDialog({ onReply, onClose, onAgain }: CameraDialogProps) {
  return (
    <Dialog
      open
      onClose={onClose}
      title={pictureText.cameraTitle}
      lead={pictureText.cameraLead}
      safe={pictureText.cameraStop}
      act={undefined}
    >
      <CameraView onReply={onReply} onAgain={onAgain} />
    </Dialog>
  );
}

function CameraView({ onReply, onAgain }: Pick<CameraDialogProps, 'onReply' | 'onAgain'>) {
  const { video, state } = useCamera(onReply);
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
