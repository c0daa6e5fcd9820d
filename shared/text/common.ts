import { inLanguage } from './language.ts';

/** The first word of a name; the whole name when it is one word. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/u)[0] ?? name;
}

/** Whose: `Ana’s`, `Tomás’s`. */
export const ofName = inLanguage('common.ofName', (name: string): string => `${name}’s`);

/** Words of somebody else, in the marks of the language: `“Advent reels”`. */
export const quoted = inLanguage('common.quoted', (words: string): string => `“${words}”`);

/** A label as it stands inside a line, where only a noun of a language that writes nouns so keeps its capital. */
export const inLine = inLanguage('common.inLine', (label: string): string => {
  return label.charAt(0).toLowerCase() + label.slice(1);
});

/** A number before its noun: `1 account`, `9 accounts`. */
export function count(n: number, one: string, many: string = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** Words joined as in speech: `a`, `a and b`, `a, b and c`. */
export const list = inLanguage('common.list', (words: readonly string[]): string => {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
});

/** Who keeps a promise, in the exact words of the product. */
export const promiseText = inLanguage('common.promiseText', {
  sealed: 'kept by cryptography',
  courtesy: 'kept by the app',
  platform: 'kept by the platform',
  exposed: 'exposed until you change it',
} as const);

/** What shows that something on the other side happened. */
export const proofText = inLanguage('common.proofText', { signed: 'receipt signed', told: 'told by their app' } as const);

/** Words of a field for one day, and of the calendar that opens from it. */
export const dayFieldText = inLanguage('common.dayFieldText', {
  choose: 'Choose a day',
  clear: 'No day',
  calendar: { earlier: 'Earlier weeks', later: 'Later weeks', last: 'chosen', today: 'today', lit: '' },
} as const);

/** Words of buttons and marks used in more than one place. */
export const commonText = inLanguage('common.commonText', {
  app: 'Latchkey',
  cancel: 'Cancel',
  save: 'Save',
  saving: 'Saving',
  notSavedYet: 'Not saved yet, but kept. “Try again” saves it.',
  close: 'Close',
  back: 'Back',
  edit: 'Edit',
  remove: 'Remove',
  add: 'Add',
  undo: 'Undo',
  copy: 'Copy',
  copied: 'Copied',
  reveal: 'Reveal',
  conceal: 'Conceal',
  concealed: 'concealed',
  clearsIn: (left: string) => `Clears in ${left}`,
  tryAgain: 'Try again',
  more: 'More',
  you: 'You',
  none: 'none',
  lock: 'Lock the vault',
} as const);

/** What can be lent, as a list inside a line. */
export const lentText = inLanguage('common.lentText', {
  password: 'password',
  codes: 'codes',
  backup_codes: 'backup codes',
  live_codes: 'codes on request',
  role: 'a role',
} as const);
