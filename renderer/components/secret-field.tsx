import { type FocusEvent, type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { fieldText } from '../../shared/text/controls.ts';
import { useNowWhile } from '../lib/ticker.ts';
import { type CopiedState, Field, type FieldWords } from './field.tsx';
import { IconButton } from './icon-button.tsx';
import { Ring } from './ring.tsx';
import { concealed, SecretText } from './secret-text.tsx';

export type SecretWords = FieldWords & {
  readonly reveal: (name: string) => string;
  readonly conceal: (name: string) => string;
  readonly hidden: string;
};

/** Seconds a secret stays on screen. */
export const shownFor = 30;

export type SecretFieldProps = {
  readonly name: string;
  /** The secret while it is shown, null while it is concealed: the view keeps it nowhere else. */
  readonly value: string | null;
  /** Asks for the secret; the view answers by giving `value`. */
  readonly onReveal: () => void;
  /** Take the secret away again: after 30 s, when the row or the window loses focus, or at the person's wish. */
  readonly onConceal: () => void;
  readonly onCopy?: (() => void) | undefined;
  readonly copied?: CopiedState | null | undefined;
  readonly revealKeys?: string | undefined;
  readonly copyKeys?: string | undefined;
  readonly acts?: ReactNode;
  readonly unsaved?: string | null | undefined;
  readonly words?: SecretWords | undefined;
};

/** A secret of a record: dots at rest, shown for 30 s, then dots again. */
export function SecretField(props: SecretFieldProps) {
  const { name, value, onReveal, onConceal, revealKeys, acts, words = fieldText, ...field } = props;
  const shown = value !== null;
  const { left, now } = useTimeShown(shown, onConceal);
  // What is on the clipboard has its own words and ring in this place.
  const seen = shown && (field.copied?.until ?? 0) <= now;
  return (
    <Field
      {...field}
      onBlur={shown ? (event) => leaves(event) && onConceal() : undefined}
      name={name}
      wraps={seen}
      words={words}
      acts={
        <>
          {seen && <Ring size={16} tone="courtesy" value={left / shownFor} />}
          <IconButton
            icon={shown ? 'eyeOff' : 'eye'}
            size="small"
            label={shown ? words.conceal(name) : words.reveal(name)}
            keys={revealKeys}
            onClick={shown ? onConceal : onReveal}
          />
          {acts}
        </>
      }
    >
      {shown ? (
        // Takes the focus of a press, so that selecting part of the secret does not count as leaving it.
        <span tabIndex={-1}>
          <SecretText value={value} />
        </span>
      ) : (
        <span className="dots">
          <span aria-hidden="true">{concealed}</span>
          <span className="hole">{words.hidden}</span>
        </span>
      )}
    </Field>
  );
}

function leaves(event: FocusEvent<HTMLDivElement>): boolean {
  return !event.currentTarget.contains(event.relatedTarget);
}

/** Counts a revealed secret down and ends it at zero or when the window loses focus; returns the seconds left, and the time. */
function useTimeShown(shown: boolean, onConceal: () => void): { left: number; now: number } {
  const now = useNowWhile(shown);
  const [since, setSince] = useState<number | null>(null);
  if (shown && since === null) setSince(now);
  if (!shown && since !== null) setSince(null);
  const conceal = useEffectEvent(onConceal);
  useEffect(() => {
    if (!shown) return;
    // A timer of its own: what hides a secret must not hang on a ring being drawn.
    const timer = setTimeout(() => conceal(), shownFor * 1000);
    const blur = (): void => conceal();
    window.addEventListener('blur', blur);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('blur', blur);
    };
  }, [shown]);
  return { left: since === null ? shownFor : Math.max(0, since + shownFor - now), now };
}
