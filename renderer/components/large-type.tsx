import { useEffect, useEffectEvent } from 'react';
import { commonText } from '../../shared/text/common.ts';
import { spelled, spellingText } from '../../shared/text/spelling.ts';
import { secretParts } from '../lib/secret-parts.ts';
import { Dialog } from './dialog.tsx';
import { shownFor } from './secret-field.tsx';

export type LargeTypeProps = {
  readonly name: string;
  /** The secret; null while nothing is shown. */
  readonly value: string | null;
  /** Take it away: after 30 s, when the window is left, or at the person's wish. */
  readonly onClose: () => void;
};

/** A secret in large type, every character with its place, and read out by name to who listens. */
export function LargeType({ name, value, onClose }: LargeTypeProps) {
  return (
    <Dialog open={value !== null} onClose={onClose} title={name} safe={commonText.conceal} wide>
      {value !== null && <Characters value={value} onEnd={onClose} />}
    </Dialog>
  );
}

function Characters({ value, onEnd }: { readonly value: string; readonly onEnd: () => void }) {
  useEnd(onEnd);
  const parts = secretParts(value).flatMap(({ kind, text }) => [...text].map((one) => ({ kind, one })));
  const characters = parts.map((part, at) => ({ ...part, place: at + 1 }));
  return (
    <ol className="large-type" dir="ltr" translate="no">
      {characters.map(({ kind, one, place }) => (
        <li key={place} data-kind={kind}>
          <span className="hole">{spellingText.at(place, spelled(one))}</span>
          <b aria-hidden="true">{one === ' ' ? '␣' : one}</b>
          <i aria-hidden="true">{place}</i>
        </li>
      ))}
    </ol>
  );
}

/** Ends after the time a secret stays on screen, and when the window is left. */
function useEnd(onEnd: () => void): void {
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    const leave = (): void => end();
    const timer = setTimeout(leave, shownFor * 1000);
    window.addEventListener('blur', leave);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('blur', leave);
    };
  }, []);
}
