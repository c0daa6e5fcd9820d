import { count, promiseText } from './common.ts';
import { formatCount, formatDuration } from './dates.ts';

/** Words of the hand off view. */
export const handoffText = {
  title: 'Hand off',
  who: 'Who',
  choosePerson: 'Choose a person',
  noPeople: 'Nobody is in the vault yet. Add a person’s card first.',
  travels: 'What travels',
  endIs: 'its end is',
  password: 'Password',
  codes: 'Codes for chosen windows',
  codesNote: 'the seed stays here',
  backupCodes: 'Backup codes',
  backupNote: (n: number) => `${n} left; each opens the account alone`,
  liveCodes: 'More codes on request',
  liveNote: 'you approve each one by hand',
  notSent: 'not sent',
  off: 'off',
  when: 'When',
  windows: 'Code windows each week',
  appointment: 'An appointment to sign in',
  lastDay: 'Last day',
  rules: 'Rules',
  rulesNote: 'in words, shown with the login',
  addRule: 'Rule',
  device: (name: string) => `Device ${name} said they will use`,
  note: 'A note',
  promises: 'What this promises',
  windowCount: (n: number, seconds: number) => `${count(n, 'window')}, ${formatDuration(seconds)}`,
  codeCount: (n: number) => `${formatCount(n)} ${n === 1 ? 'code' : 'codes'}`,
  seal: (name: string) => `Seal for ${name}`,
  sealing: 'Sealing',
  after: 'Then copy it into your chat, or save a file.',
  sealAnyway: 'I know: seal it without comparing words',
  sealed: (name: string) => `Sealed for ${name}`,
  copyText: 'Copy the sealed text',
  saveFile: 'Save as a file',
  copied: 'Sealed text copied. It is not secret and stays on the clipboard.',
  long: 'This text is long for a chat. A file serves better.',
} as const;

/** Ready-made rules, in words. */
export const ruleText = ['May post', 'May reply', 'No mail or phone change', 'No new apps'] as const;

/** The three promises of a hand off: label and sentence, exposed last. `person` is a first name. */
export function handoffPromises(person: string, last: string, sends: { readonly password: boolean; readonly codes: boolean }) {
  const sealed = sends.codes
    ? `Only ${person} can open it. No code outside the windows can ever be made from it, and none after ${last}.`
    : `Only ${person} can open it.`;
  const exposed = [
    sends.password ? 'The password.' : null,
    sends.codes ? 'Codes already sent, until their windows are over.' : null,
  ];
  return [
    { kind: 'sealed', label: promiseText.sealed, body: sealed },
    {
      kind: 'courtesy',
      label: promiseText.courtesy,
      body: sends.password
        ? `${person}’s Latchkey drops the password after the last day and shows your rules. A copied password does not obey.`
        : `${person}’s Latchkey shows your rules and ends this on the last day.`,
    },
    {
      kind: 'exposed',
      label: promiseText.exposed,
      body: `${exposed.filter((one) => one !== null).join(' ')} After the last day we walk you through a new password and signing devices out.`.trim(),
    },
  ] as const;
}
