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
  manyRemovals: {
    title: 'Go on removing things for good?',
    body: 'More than ten things were removed within an hour that Latchkey may be unable to bring back: clients, people, business centres, earlier authenticators, logins lent to you, unreadable records and the like. If that was not you, something in the window acts in your name: lock the vault, and look at the log when you have unlocked it.',
    yes: 'It was me, go on',
    no: 'Remove nothing',
  },
  manyOverwrites: {
    title: 'Go on changing what accounts hold?',
    body: 'More than sixty secrets, titles and sign-ins of accounts were changed within an hour. Earlier secrets are kept with each account, earlier titles and sign-ins are not. If that was not you, something in the window acts in your name: lock the vault, and look at the log when you have unlocked it.',
    yes: 'It was me, go on',
    no: 'Change nothing',
  },
  noClearing: {
    title: 'Leave copied secrets on the clipboard?',
    body: 'The window asks that a secret you copy stays on the clipboard until the vault is locked. Until then every program on this computer can read it there. If you did not ask for it, keep the clearing as it is.',
    yes: 'Let it stay',
    no: 'Keep clearing',
  },
  noAwayLock: {
    title: 'Leave the vault open while you are away?',
    body: 'The window asks that the vault stays open when the computer sleeps or its screen is locked. Whoever wakes it can use the vault. If you did not ask for it, keep the lock as it is.',
    yes: 'Let it stay open',
    no: 'Keep the lock',
  },
  capturable: {
    title: 'Show the window in pictures of the screen?',
    body: 'The window asks that other programs can see it in screenshots and recordings of the screen, with every secret it shows. If you did not ask for it, keep it out of them.',
    yes: 'Show it',
    no: 'Keep it out',
  },
  lateLock: {
    title: 'Let the vault stay open?',
    body: 'The window asks for a lock later than after an hour of quiet, or for none. Until then, whoever sits down at this computer can use the vault. If you did not ask for it, keep the lock as it is.',
    yes: 'Let it stay open',
    no: 'Keep the lock',
  },
} as const satisfies Readonly<Record<string, Question>>);
