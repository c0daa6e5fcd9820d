import type { Answer, ReviewRow } from '../contracts/engine/review.ts';
import { firstName, lentText } from './common.ts';
import { formatDay } from './dates.ts';
import { inLanguage, presentLocale } from './language.ts';

/** What an answer is called, what it does, and its key. */
export const answerText = inLanguage('review.answerText', {
  keep: { name: 'Keep', key: 'K' },
  extend: { name: 'Extend', key: 'X' },
  lower: { name: 'Lower', key: 'L' },
  end: { name: 'End', key: 'E' },
  later: { name: 'Later', key: 'S' },
} as const satisfies Record<Answer, { readonly name: string; readonly key: string }>);

/** What the review's screens say. */
export const reviewText = inLanguage('review.reviewText', {
  title: 'Review',
  nothingTitle: 'Nothing is lent',
  nothingBody: 'A review goes through everything you have lent, one line each. Once a month is enough.',
  overTitle: 'Nothing is lent any more',
  overBody: (month: string) =>
    `The ${monthName(month)} review has no loan left to ask about. Finish it; the next one looks at what you lend until then.`,
  toLedger: 'Go to the ledger',
  startTitle: (count: number) => (count === 1 ? 'One loan to look at' : `${count} loans to look at`),
  startBody: 'Keep, extend, lower or end each with one key. Nothing is sent or changed until the summary.',
  start: 'Start the review',
  starting: 'Starting',
  due: (at: number, now: number) => (at <= now ? 'due now' : `due ${formatDay(at, now)}`),
  last: (at: number, now: number) => `Last one finished ${formatDay(at, now)}.`,
  of: (month: string) => monthName(month),
  month: (month: string) => `${monthName(month)} review`,
  progress: (done: number, total: number) => `${done} of ${total} answered`,
  left: (count: number) => (count === 0 ? 'All answered' : `${Math.max(1, Math.ceil((count * 5) / 60))} min left`),
  answered: 'Answered',
  now: 'Now',
  next: 'Next',
  more: (count: number) => `and ${count} more`,
  promise: 'Nothing is sent or changed until you see the summary.',
  lentTo: (name: string) => `Lent to ${name}`,
  since: (at: number, now: number) => `since ${formatDay(at, now)}`,
  has: 'Has',
  used: 'Codes sent',
  usedNone: 'none on request',
  usedSome: (count: number) => (count === 1 ? 'one answer on request' : `${count} answers on request`),
  asked: 'Asked',
  askedNone: 'nothing in thirty days',
  askedSome: (count: number) => (count === 1 ? 'once in thirty days' : `${count} times in thirty days`),
  ifEnds: 'If it ends',
  staysExposed: (secrets: readonly ('password' | 'codes' | 'backup_codes')[]) =>
    `${secrets.map((secret) => lentText[secret]).join(', ')} ${secrets.length === 1 && secrets[0] === 'password' ? 'stays' : 'stay'} exposed until changed`,
  nothingExposed: 'nothing stays exposed',
  question: (name: string) => `Does ${firstName(name)} still need this?`,
  does: (answer: Answer, row: ReviewRow, now: number): string =>
    ({
      keep: `ends ${formatDay(row.grant.until - 1, now)} as agreed`,
      extend: 'to a new last day',
      lower: 'less than now',
      end: 'starts a run',
      later: 'ask again in a week',
    })[answer],
  back: 'back',
  forward: 'on',
  undo: 'undo',
  later: 'ask again in a week',
  stop: 'stop, answers are kept',
  summary: 'Summary',
  toSummary: 'See the summary',
  summaryTitle: (month: string) => `${monthName(month)} review: what your answers do`,
  unanswered: (count: number) =>
    count === 1
      ? 'One loan has no answer. It is asked about next time.'
      : `${count} loans have no answer. They are asked about next time.`,
  groups: {
    end: 'End now: a sealed word for each, and a run for each',
    extend: 'Extend: you choose the new last day afterwards',
    lower: 'Lower: you choose what goes afterwards',
    keep: 'Keep: nothing changes',
    later: 'Later: asked about again in a week',
  } satisfies Record<Answer, string>,
  reason: 'What they are told',
  reasonDefault: 'The work is done. Thank you.',
  goBack: 'Back to the answers',
  finish: 'Finish the review',
  finishing: 'Finishing',
  doneTitle: 'The review is finished',
  doneEnded: 'Send each of them the word that it has ended',
  doneLeft: 'Left for you to choose',
  open: 'Open',
  run: 'Start closing',
  moreTitle: 'There is more to end',
  moreBody: 'Twenty-five are ended in one go. Finish again for the next.',
} as const);

function monthName(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Intl.DateTimeFormat(presentLocale(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.UTC(year, number - 1, 15),
  );
}

/** What a loan gave, in words. */
export const hasText = inLanguage('review.hasText', ({ what, passwordSet, windows }: ReviewRow, now: number): string => {
  const words = what.map((one) => {
    if (one === 'password' && passwordSet !== null) return `password of ${formatDay(passwordSet, now)}`;
    if (one === 'codes')
      return windows === 0 ? 'codes, no window left' : windows === 1 ? 'codes, one window left' : `codes, ${windows} windows left`;
    return lentText[one];
  });
  const line = words.join(', ');
  return line === '' ? 'nothing any more' : line.charAt(0).toUpperCase() + line.slice(1);
});
