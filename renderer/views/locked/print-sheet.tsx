import { useEffect, useEffectEvent } from 'react';
import { createPortal } from 'react-dom';
import { formatDate } from '../../../shared/text/dates.ts';
import { printText } from '../../../shared/text/vault.ts';
import { engineNow } from '../../lib/clock-sync.ts';

export type PrintSheetProps = {
  /** The vault's name. */
  readonly name: string;
  readonly words: readonly string[];
  /** The system's dialog is closed. */
  readonly onDone: () => void;
};

/**
 * The recovery sheet on one page of paper; it stands beside the page and is seen by a printer alone. The dialog opens once it is
 * mounted, and it goes when that is closed. The passphrase has no place on it.
 */
export function PrintSheet({ name, words, onDone }: PrintSheetProps) {
  const done = useEffectEvent(onDone);
  useEffect(() => {
    const gone = (): void => done();
    window.addEventListener('afterprint', gone);
    window.print();
    return () => window.removeEventListener('afterprint', gone);
  }, []);
  return createPortal(
    <article className="print-sheet">
      <h1>{printText.title}</h1>
      <p>
        <b>{name}</b> · {printText.made(formatDate(engineNow(), 0))}
      </p>
      <p>{printText.what}</p>
      <ol>
        {words.map((word, index) => (
          // A word may come twice: its place is what tells it apart.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <i>{index + 1}</i> {word}
          </li>
        ))}
      </ol>
      <h2>{printText.keepTitle}</h2>
      <ul>
        {printText.keep.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <dl>
        {printText.blanks.map((line) => (
          <div key={line}>
            <dt>{line}</dt>
            <dd />
          </div>
        ))}
      </dl>
    </article>,
    document.body,
  );
}
