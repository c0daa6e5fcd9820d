import { useState } from 'react';
import { errorLine } from '../../../shared/text/errors.ts';
import { pictureText } from '../../../shared/text/pictures.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Caption } from '../../components/card.tsx';
import { useCapability } from '../../lib/shell.ts';
import { CameraDialog } from './camera-dialog.tsx';
import type { PictureKeys } from '../../lib/picture.ts';
import { usePicture } from './use-picture.ts';

export type PictureInputProps = {
  /** The transfer whose next picture is wanted; null for any picture. */
  readonly transfer: PictureKeys['transfer'];
  readonly onFound: (keys: PictureKeys) => void;
};

/** A key's QR code from a picture or the camera, with what such a picture gives away. */
export function PictureInput({ transfer, onFound }: PictureInputProps) {
  const canPick = useCapability('open_dialog');
  const hasCamera = useCapability('camera');
  // Counts the tries: each is a camera of its own.
  const [tries, setTries] = useState<number | null>(null);
  const { busy, failure, pick, land } = usePicture(transfer !== null, onFound);
  const title = transfer === null ? pictureText.title : pictureText.part(transfer.have, transfer.of);
  return (
    <section className="stack intake" aria-label={title}>
      <Caption>{title}</Caption>
      <p className="soft pretty" role="status">
        {transfer === null ? pictureText.lead : pictureText.partLead(transfer.have, transfer.of)}
      </p>
      <div className="row wrap">
        {canPick && (
          <Button icon="picture" busy={busy ? pictureText.reading : null} onClick={pick}>
            {transfer === null ? pictureText.pick : pictureText.pickNext}
          </Button>
        )}
        {hasCamera && (
          <Button icon="camera" onClick={() => setTries(0)}>
            {pictureText.camera}
          </Button>
        )}
      </div>
      {failure !== null && (
        <p className="hint error" role="alert">
          {errorLine(failure.code, failure.facts)}
        </p>
      )}
      {transfer === null && <Banner title={pictureText.warning}>{pictureText.warningTodo}</Banner>}
      {tries !== null && (
        <CameraDialog
          key={tries}
          more={transfer !== null}
          onClose={() => setTries(null)}
          onAgain={() => setTries(tries + 1)}
          onReply={(reply) => {
            setTries(null);
            land(reply);
          }}
        />
      )}
    </section>
  );
}
