import { inLanguage } from './language.ts';

/** Something the system itself tells the person, outside of the window, where anybody may read it: nobody and nothing is named. */
export interface Notice {
  readonly title: string;
  readonly body: string;
}

/** What the shell tells by itself, where a page must not be the only one to tell it. */
export const notices = inLanguage('notice.notices', {
  codeSent: {
    title: 'Latchkey sent a code',
    body: 'You answered a request with a code. If that was not you, lock the vault.',
  },
} as const satisfies Readonly<Record<string, Notice>>);
