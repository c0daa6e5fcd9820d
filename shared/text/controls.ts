import { inLanguage } from './language.ts';

/** Words of a row of a record: what its buttons do, by the row's name. */
export const fieldText = inLanguage('controls.fieldText', {
  copy: (name: string) => `Copy ${name.toLowerCase()}`,
  clearsIn: (left: string) => `Clears in ${left}`,
  reveal: (name: string) => `Reveal ${name.toLowerCase()}`,
  conceal: (name: string) => `Conceal ${name.toLowerCase()}`,
  hidden: 'concealed',
} as const);

/** Words of a code and its ring. */
export const codeText = inLanguage('controls.codeText', {
  next: 'next',
  soon: (seconds: number) => `new code in ${seconds} s`,
  none: 'No code now',
} as const);

/** The small words between times and days of a week's plan. */
export const planText = inLanguage('controls.planText', {
  to: 'to',
  and: 'and',
  none: 'no window',
  keys: 'Up and down choose the day. Enter adds a window. Left and right move it, with Shift they change its length. Page up and page down choose among several. Delete removes it, D copies the day to the other workdays.',
} as const);

/** Words of a calendar on which a last day is chosen. */
export const calendarText = inLanguage('controls.calendarText', {
  earlier: 'Earlier weeks',
  later: 'Later weeks',
  last: 'last day',
  today: 'today',
  lit: 'has a window',
} as const);

/** What stands on the caps of a keyboard that has words on them. */
export const capText = inLanguage('controls.capText', { control: 'Ctrl', remove: 'Del', space: 'Space' } as const);

/** Words of a field for a passphrase. */
export const typedSecretText = inLanguage('controls.typedSecretText', {
  show: 'Show what is typed',
  hide: 'Conceal what is typed',
  capsLock: 'Caps Lock is on',
} as const);
