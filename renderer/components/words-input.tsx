import { type ClipboardEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import { Icon } from './icon.tsx';

export type WordsInputProps = {
  /** What these words are, for screen readers. */
  readonly label: string;
  /** As many as there are places, empty strings where nothing is typed yet. */
  readonly words: readonly string[];
  readonly onChange: (words: string[]) => void;
  /** The name over each place: `word 4`. */
  readonly nameOf: (index: number) => string;
  /** How a place stands: a tick, a madder bound, or neither. */
  readonly markOf?: ((index: number) => 'right' | 'wrong' | null) | undefined;
  /** The sentence said when someone pastes, which is then refused; words that verify a person must be typed as they are heard. */
  readonly pasteRefused?: string | undefined;
  readonly onDone?: (() => void) | undefined;
};

/** Words typed one by one. Space or Enter goes on, Backspace in an empty place goes back; pasting fills the places, or is refused with a sentence. */
export function WordsInput({ label, words, onChange, nameOf, markOf, pasteRefused, onDone }: WordsInputProps) {
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const [refused, setRefused] = useState(false);

  const put = (index: number, ...typed: string[]): void => {
    setRefused(false);
    onChange(words.map((word, at) => typed[at - index] ?? word));
  };
  const focus = (index: number): void => box.current?.querySelectorAll('input')[index]?.focus();

  const onKeyDown = (index: number) => (event: KeyboardEvent<HTMLInputElement>) => {
    const last = index === words.length - 1;
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      if (words[index] === '') return;
      if (!last) focus(index + 1);
      else if (event.key === 'Enter') onDone?.();
    } else if (event.key === 'Backspace' && words[index] === '' && index > 0) {
      event.preventDefault();
      focus(index - 1);
    }
  };
  const onPaste = (index: number) => (event: ClipboardEvent<HTMLInputElement>) => {
    event.preventDefault();
    if (pasteRefused !== undefined) {
      setRefused(true);
      return;
    }
    const pasted = event.clipboardData
      .getData('text')
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter(Boolean);
    put(index, ...pasted.slice(0, words.length - index));
    focus(Math.min(words.length - 1, index + pasted.length));
  };

  return (
    <div>
      <div ref={box} className="words" role="group" aria-label={label}>
        {words.map((word, index) => {
          const mark = markOf?.(index) ?? null;
          return (
            <label key={nameOf(index)}>
              <span className="tiny">{nameOf(index)}</span>
              <span className={mark === 'wrong' ? 'input mono is-error' : 'input mono'}>
                <input
                  value={word}
                  autoComplete="off"
                  autoCapitalize="off"
                  spellCheck={false}
                  aria-invalid={mark === 'wrong' || undefined}
                  aria-describedby={refused ? `${id}-refused` : undefined}
                  onChange={(event) => put(index, event.target.value.toLowerCase().replace(/[^\p{L}]/gu, ''))}
                  onKeyDown={onKeyDown(index)}
                  onPaste={onPaste(index)}
                  onDrop={(event) => {
                    event.preventDefault();
                    if (pasteRefused !== undefined) setRefused(true);
                  }}
                />
                {mark === 'right' && <Icon name="check" tone="sealed" />}
              </span>
            </label>
          );
        })}
      </div>
      <p id={`${id}-refused`} className="hint error" role="alert" hidden={!refused}>
        {refused ? pasteRefused : ''}
      </p>
    </div>
  );
}
