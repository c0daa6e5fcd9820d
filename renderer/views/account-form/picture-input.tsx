import { useState } from 'react';
import { errorLine } from '../../../shared/text/errors.ts';
import { pictureText } from '../../../shared/text/pictures.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Caption } from '../../components/card.tsx';
import { useCapability } from '../../lib/shell.ts';
import { CameraDialog } from './camera-dialog.tsx';
import type { PendingKey } from './key-input.tsx';
import { usePicture } from './use-picture.ts';

export type PictureInputProps = { readonly onFound: (found: readonly PendingKey[]) => void };

/** A key's QR code from a picture or the camera, with what such a picture gives away. */
export function PictureInput({ onFound }: PictureInputProps) {
  const canPick = useCapability('open_dialog');
  const hasCamera = useCapability('camera');
  // Counts the tries: each is a camera of its own.
  const [tries, setTries] = useState<number | null>(null);
  const { busy, failure, pick, land } = usePicture(onFound);
  return (
    <section className="stack intake" aria-label={pictureText.title}>
      <Caption>{pictureText.title}</Caption>
      <p className="soft pretty">{pictureText.lead}</p>
      <div className="row wrap">
        {canPick && (
          <Button icon="picture" busy={busy ? pictureText.reading : null} onClick={pick}>
            {pictureText.pick}
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
      <Banner title={pictureText.warning}>{pictureText.warningTodo}</Banner>
      {tries !== null && (
        <CameraDialog
          key={tries}
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
