import { type ReactNode, type RefObject, useEffect, useId, useRef } from 'react';
import type { SandboxBeside } from '../../../shared/contracts/engine/sandbox.ts';
import { formatDay, formatTime, sameDay } from '../../../shared/text/dates.ts';
import { besideText, sandboxText } from '../../../shared/text/sandbox.ts';
import { letterName, newsSentence } from '../../../shared/text/sandbox-beside.ts';
import type { SandboxAround } from '../../app/sandbox-context.ts';
import { Button } from '../../components/button.tsx';
import { Caption } from '../../components/card.tsx';
import { AskAgain, earliest } from '../../lib/ask-again.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { plainLine } from '../../lib/plain-text.ts';
import { useAsk } from '../../lib/query.ts';
import type { CachedCall } from '../../lib/topics.ts';
import { BesideLoan } from './beside-loan.tsx';
import { useHand } from './use-hand.ts';
import './sandbox.css';

/** What another time of day changes without anything being written. */
const byTime: readonly CachedCall[] = ['sandbox.beside'];

export type BesideFactsProps = { readonly sandbox: SandboxAround };

/** What the other side of the sandbox has before it now: sealed messages, inbox, loans, and what happened there. */
export function BesideFacts({ sandbox }: BesideFactsProps) {
  const { data } = useAsk('sandbox.beside', {});
  const box = useRef<HTMLDivElement>(null);
  // What was asked before the sides changed is about the one who is shown now.
  if (data === undefined || data.who === sandbox.who) return null;
  const now = engineNow();
  const { loans, accounts, news, name } = data;
  const ends = loans.rows.flatMap(({ codes, until }) => [codes?.at ?? null, until > now ? until : null]);
  return (
    <div ref={box} className="beside-facts" role="group" aria-label={besideText.title(name)} tabIndex={-1}>
      <AskAgain at={earliest(ends)} calls={byTime} />
      <Letters facts={data} sandbox={sandbox} box={box} />
      <Waiting facts={data} sandbox={sandbox} />
      <Part title={besideText.loans}>
        {loans.rows.map((loan) => (
          <BesideLoan key={`${loan.side} ${loan.title} ${loan.person} ${loan.from}`} loan={loan} now={now} />
        ))}
        <li className="small faint">
          {loans.total === 0 && `${besideText.noLoans} `}
          {loans.total > loans.rows.length && `${besideText.more(loans.total - loans.rows.length)}, `}
          {besideText.own(accounts)}
        </li>
      </Part>
      {news.length > 0 && (
        <Part title={besideText.news}>
          {news.map((one) => (
            <li key={one.n} className="beside-news">
              <span className="pretty">{plainLine(newsSentence(one, name))}</span>
              <span className="tiny faint">{when(one.at, now)}</span>
            </li>
          ))}
        </Part>
      )}
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const label = useId();
  return (
    <section className="block" aria-labelledby={label}>
      <Caption>
        <span id={label}>{title}</span>
      </Caption>
      <ul className="beside-list">{children}</ul>
    </section>
  );
}

type Travelling = SandboxBeside['onTheWay'][number];
type OfBoth = BesideFactsProps & { readonly facts: SandboxBeside };

/** Sealed messages that nobody handed across yet, of either side. */
function Letters({ facts, sandbox, box }: OfBoth & { readonly box: RefObject<HTMLElement | null> }) {
  const hand = useHand(sandbox);
  const handed = useRef<Travelling | null>(null);
  const now = engineNow();
  // The button goes with the message it gave: the focus goes on to what can be done with it next.
  useEffect(() => {
    const gone = handed.current;
    if (gone === null || facts.onTheWay.some(({ message }) => message === gone.message)) return;
    handed.current = null;
    const next = box.current?.querySelector<HTMLElement>(gone.from === sandbox.who ? '[data-waits] button' : 'button');
    (next ?? box.current)?.focus();
  }, [facts, box, sandbox.who]);
  const act = async (letter: Travelling): Promise<void> => {
    handed.current = letter;
    if (!(await hand(letter))) handed.current = null;
  };
  const parts = [
    { from: sandbox.who, title: besideText.toThem(facts.name), verb: sandboxText.give(facts.name) },
    { from: facts.who, title: besideText.toYou, verb: besideText.handYou },
  ];
  return parts.map(({ from, title, verb }) => {
    const letters = facts.onTheWay.filter((letter) => letter.from === from);
    return letters.length === 0 ? null : (
      <Part key={from} title={title}>
        {letters.map((letter) => (
          <Letter key={letter.message} letter={letter} now={now}>
            <Button size="small" icon="send" onClick={() => void act(letter)}>
              {verb}
            </Button>
          </Letter>
        ))}
      </Part>
    );
  });
}

/** What waits in their inbox. */
function Waiting({ facts, sandbox }: OfBoth) {
  const { total, rows } = facts.waiting;
  const now = engineNow();
  return (
    <Part title={besideText.inbox(facts.name)}>
      {rows.map((row) => (
        <Letter key={row.item} letter={row} now={now} waits>
          <Button size="small" onClick={() => sandbox.turn({ view: 'inbox', item: row.item, open: true })}>
            {besideText.open}
          </Button>
        </Letter>
      ))}
      {total === 0 && <li className="small faint">{besideText.nothing}</li>}
      {total > rows.length && <li className="small faint">{besideText.more(total - rows.length)}</li>}
    </Part>
  );
}

type LetterProps = {
  readonly letter: Pick<Travelling, 'kind' | 'about' | 'at'>;
  /** Whether it is in their inbox. */
  readonly waits?: boolean;
  readonly now: number;
  readonly children: ReactNode;
};

function Letter({ letter, waits, now, children }: LetterProps) {
  return (
    <li className="beside-letter" data-waits={waits}>
      <span className="beside-news">
        <b>{plainLine(letterName(letter.kind, letter.about))}</b>
        <span className="tiny faint">{when(letter.at, now)}</span>
      </span>
      {children}
    </li>
  );
}

function when(at: number, now: number): string {
  return sameDay(at, now) ? formatTime(at) : formatDay(at, now);
}
