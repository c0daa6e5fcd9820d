import { useEffect, useRef } from 'react';
import { pictureText } from '../../../shared/text/pictures.ts';
import { Button } from '../../components/button.tsx';
import { Caption } from '../../components/card.tsx';
import type { PictureKeys } from '../../lib/picture.ts';
import type { PendingKey } from './key-input.tsx';

export type KeyChoiceProps = {
  readonly found: PictureKeys;
  readonly onChoose: (key: PendingKey) => void;
  readonly onNone: () => void;
};

/** The keys of a picture that holds several, or of a transfer in several pictures, one to be chosen. */
export function KeyChoice({ found: { found, transfer }, onChoose, onNone }: KeyChoiceProps) {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  // With the last picture of a transfer the button that took it is gone.
  useEffect(() => {
    if (document.activeElement === document.body) first.current?.focus();
  }, [found.length]);
  return (
    <div className="stack intake">
      <Caption>{pictureText.which}</Caption>
      <p className="soft pretty">
        {transfer === null ? pictureText.whichLead(found.length) : pictureText.whichParts(found.length, transfer.of)}
      </p>
      <ul className="stack key-choice">
        {found.map((key, i) => (
          <li key={key.pending}>
            <Button wide ref={i === 0 ? first : null} onClick={() => onChoose(key)}>
              {nameOf(key)}
            </Button>
          </li>
        ))}
      </ul>
      <div>
        <Button variant="quiet" onClick={onNone}>
          {pictureText.none}
        </Button>
      </div>
    </div>
  );
}

function nameOf({ issuer, label }: PendingKey): string {
  const names = [issuer, label].filter((name) => name !== null);
  return names.length === 0 ? pictureText.unnamed : names.join(', ');
}
