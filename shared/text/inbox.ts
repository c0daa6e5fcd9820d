import { count, firstName } from './common.ts';

/** Words of the inbox. */
export const inboxText = {
  title: 'Inbox',
  waiting: (n: number) => (n === 0 ? 'nothing waits' : `${n} waiting`),
  paste: 'Paste a message',
  pasteHint: 'or drop a file',
  pasteField: 'Sealed text or card',
  read: 'Read it',
  reading: 'Reading',
  openFile: 'Open a file',
  forYou: 'Waiting for you',
  done: 'Done',
  emptyTitle: 'Nothing has come in',
  emptyBody: 'Paste what someone sent you: a card, a handoff, a receipt. It is read here and nowhere else.',
  accept: 'Take it up',
  decline: 'Decline',
  override: 'Open the secrets all the same',
  overrideWhy: 'The log will say that words were not compared.',
  receiptReady: 'A receipt is ready to be sent back.',
  total: (n: number) => count(n, 'message'),
} as const;

type Row = {
  readonly kind: string;
  readonly from: { readonly contact: string | null; readonly name: string };
  readonly about: string | null;
  readonly receipt: 'opened' | 'declined' | 'purged' | 'expired' | null;
};

/** The title of one row of the inbox. */
export function inboxTitle({ kind, from, about, receipt }: Row): string {
  const who = from.contact === null ? 'You' : firstName(from.name);
  const what = about ?? 'something';
  switch (kind) {
    case 'card':
      return `Card from ${from.name}`;
    case 'handoff':
      return `${who} lends you ${what}`;
    case 'request':
      return `${who} asks for ${what}`;
    case 'code_request':
      return `${who} asks for a code of ${what}`;
    case 'code':
    case 'pass':
      return `${who} sent a code of ${what}`;
    case 'refusal':
      return `${who} said no to ${what}`;
    case 'revoke':
      return `${who} ended ${what}`;
    case 'receipt':
      return `${who} ${receiptVerb(receipt)} ${what}`;
    default:
      return `A message from ${from.name}`;
  }
}

function receiptVerb(receipt: Row['receipt']): string {
  switch (receipt) {
    case 'declined':
      return 'declined';
    case 'purged':
      return 'gave back';
    case 'expired':
      return 'has no longer';
    default:
      return 'opened';
  }
}

/** Words of the logins lent to oneself. */
export const receivedText = {
  title: 'Lent to me',
  total: (live: number) => `${live} live`,
  open: 'Open now',
  outside: 'Outside the window',
  noCodes: 'Without codes',
  ended: 'Ended',
  lentBy: (name: string) => `lent by ${name}`,
  untilTime: (time: string) => `until ${time}`,
  opens: (when: string) => `opens ${when}`,
  givenBack: (when: string) => `given back ${when}`,
  giveBack: 'Give back early',
  outsideTitle: 'Outside the window.',
  noCode: (owner: string) => `There is no code here to show: ${owner}’s seed never left their vault.`,
  rules: (owner: string) => `${owner}’s rules`,
  after: 'What happens then',
  codesStop: 'Codes stop',
  codesStopBody: 'Nothing here can make another.',
  passwordLeaves: 'The password leaves this app',
  passwordLeavesBody: (owner: string) => `It still works until ${owner} changes it.`,
  emptyTitle: 'Nothing is lent to you',
  emptyBody: 'Take up a handoff in the inbox and it hangs here until its last day.',
} as const;
