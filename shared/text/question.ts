import { inLanguage } from './language.ts';

/** A question the shell asks in the system's own dialog, with the words of its two buttons. No is what happens when it is closed. */
export interface Question {
  readonly title: string;
  readonly body: string;
  readonly yes: string;
  readonly no: string;
}

/** What the shell asks by itself, where a page must not answer in a person's place. */
export const questions = inLanguage('question.questions', {
  manySecrets: {
    title: 'Go on giving out secrets?',
    body: 'More than ten different passwords and other secrets were asked for within a minute. If that was not you, something in the window acts in your name: lock the vault, and look at the log when you have unlocked it.',
    yes: 'It was me, go on',
    no: 'Lock the vault',
  },
  manyCodes: {
    title: 'Go on sending codes?',
    body: 'More than six codes were sent to people within an hour. If that was not you, something in the window acts in your name: lock the vault, and look at the log when you have unlocked it.',
    yes: 'It was me, go on',
    no: 'Lock the vault',
  },
  lateLock: {
    title: 'Let the vault stay open?',
    body: 'The window asks for a lock later than after an hour of quiet, or for none. Until then, whoever sits down at this computer can use the vault. If you did not ask for it, keep the lock as it is.',
    yes: 'Let it stay open',
    no: 'Keep the lock',
  },
} as const satisfies Readonly<Record<string, Question>>);
