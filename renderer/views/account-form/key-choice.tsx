import { useEffect, useRef } from 'react';
import { pictureText } from '../../../shared/text/pictures.ts';
import { Button } from '../../components/button.tsx';
import { Caption } from '../../components/card.tsx';
import type { PendingKey } from './key-input.tsx';

export type KeyChoiceProps = {
  readonly found: readonly PendingKey[];
  readonly onChoose: (key: PendingKey) => void;
  readonly onNone: () => void;
};

/** The keys of a picture that holds several, one to be chosen. */
export function KeyChoice({ found, onChoose, onNone }: KeyChoiceProps) {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <div className="stack intake">
      <Caption>{pictureText.which}</Caption>
      <p className="soft pretty">{pictureText.whichLead(found.length)}</p>
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
