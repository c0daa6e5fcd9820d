import { type ReactNode, useState } from 'react';
import { formatDay } from '../../../shared/text/dates.ts';
import { recoveryText } from '../../../shared/text/vault.ts';
import { Button } from '../../components/button.tsx';
import { WordsInput } from '../../components/words-input.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { drawPlaces } from '../../lib/draw.ts';
import { PrintSheet } from './print-sheet.tsx';

export type RecoverySheetProps = {
  /** The vault's name. */
  readonly name: string;
  readonly words: readonly string[];
  /** Enter in the last place once the three words are right. */
  readonly onDone: () => void;
  /** What stands under it, told whether the copy on paper was checked. */
  readonly foot: (checked: boolean) => ReactNode;
};

const places = 3;

/** The 24 words, shown this once, and three of them typed back from paper. */
export function RecoverySheet({ name, words, onDone, foot }: RecoverySheetProps) {
  const [shown, setShown] = useState(true);
  const [printing, setPrinting] = useState(false);
  const [asked] = useState(() => drawPlaces(places, words.length));
  const [typed, setTyped] = useState(() => asked.map(() => ''));
  const expected = (index: number): string => words[asked[index] ?? 0] ?? '';
  const mark = (index: number): 'right' | 'wrong' | null => {
    const word = typed[index] ?? '';
    if (word === expected(index)) return 'right';
    return word.length > 3 && !expected(index).startsWith(word) ? 'wrong' : null;
  };
  const right = asked.every((_, index) => mark(index) === 'right');
  const wrong = asked.findIndex((_, index) => mark(index) === 'wrong');
  return (
    <div className="first-form wide">
      <div>
        <h1 className="big">{recoveryText.title}</h1>
        <p className="soft first-lead">{recoveryText.lead}</p>
      </div>
      <figure className="sheet">
        <figcaption>
          <span>
            <b>{name}</b> · {recoveryText.made(formatDay(engineNow(), 0))}
          </span>
        </figcaption>
        <ol className="sheet-words" aria-label={shown ? undefined : recoveryText.covered}>
          {words.map((word, index) => (
            // A word may come twice: its place is what tells it apart.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>
              <i>{index + 1}</i>
              {shown ? word : <span className="faint">••••••</span>}
            </li>
          ))}
        </ol>
      </figure>
      <div className="row">
        <Button icon="print" onClick={() => setPrinting(true)}>
          {recoveryText.print}
        </Button>
        {printing && <PrintSheet name={name} words={words} onDone={() => setPrinting(false)} />}
        <Button variant="quiet" icon={shown ? 'eyeOff' : 'eye'} onClick={() => setShown(!shown)}>
          {shown ? recoveryText.conceal : recoveryText.show}
        </Button>
        <span className="grow" />
        <span className="hint">{recoveryText.once}</span>
      </div>
      <div onFocus={() => setShown(false)}>
        <h2 className="first-ask">{recoveryText.check}</h2>
        <WordsInput
          label={recoveryText.check}
          words={typed}
          onChange={setTyped}
          nameOf={(index) => recoveryText.word((asked[index] ?? 0) + 1)}
          markOf={mark}
          onDone={() => right && onDone()}
        />
        <p className="hint error" role="alert">
          {wrong < 0 ? '' : recoveryText.wrong((asked[wrong] ?? 0) + 1)}
        </p>
      </div>
      <div className="first-foot">
        <span className="grow" />
        {foot(right)}
      </div>
    </div>
  );
}
