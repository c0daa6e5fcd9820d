import { assertNever } from '../errors.ts';
import { count, firstName, list, promiseText, proofText } from './common.ts';
import { formatCount } from './dates.ts';

/** Words of the inbox. */
export const inboxText = {
  title: 'Inbox',
  messages: 'Messages',
  waiting: (n: number) => (n === 0 ? 'nothing waits' : `${n} waiting`),
  paste: 'Paste a message',
  pasteHint: 'or drop a file',
  pasteLead: 'A card, a handoff or a receipt. It is read on this computer and nowhere else.',
  pasteField: 'Sealed text or card',
  pasteFieldHint: 'Copy the whole block, from LATCHKEY1 to END.',
  longPaste: (characters: string) => `A text of ${characters} characters.`,
  typeInstead: 'Take it out',
  read: 'Read it',
  reading: 'Reading',
  openFile: 'Open a file',
  forYou: 'Waiting for you',
  done: 'Done',
  emptyTitle: 'Nothing has come in',
  emptyBody: 'Paste what someone sent you: a card, a handoff, a receipt. It is read here and nowhere else.',
  accept: 'Take it up',
  accepting: 'Taking it up',
  decline: 'Decline',
  declining: 'Declining',
  declineTitle: (what: string) => `Decline ${what}?`,
  declineBody: (name: string) =>
    `Its secrets are removed from this vault, and a receipt that says so is made for ${name}. Ask for it again if you need it later.`,
  keepOffer: 'Keep it',
  override: 'Open the secrets all the same',
  overrideTitle: (name: string) => `Open this without comparing words with ${name}?`,
  overrideBody: (name: string) =>
    `If this card is not ${name}’s, someone else wrote this. Signing in with what it holds may lead you where they want you.`,
  overrideWhy: 'The log will say that words were not compared.',
  keepClosed: 'Keep it closed',
  unverifiedTodo: 'Anyone could have written this. Call, and type the words you hear.',
  openedUnchecked: 'Opened without comparing words.',
  openedUncheckedTodo: 'It still says who it is from by its key alone.',
  receiptReady: 'A receipt is ready to be sent back.',
  receiptGone: 'The receipt was made; it was shown when you answered.',
  toReceived: 'Go to Lent to me',
  taken: 'You took this up',
  takenBody: 'It hangs under Lent to me until its last day.',
  declined: 'You declined this',
  declinedBody: 'Its secrets are no longer in this vault.',
  over: 'This has ended',
  overBody: 'Its last day is past; it can no longer be taken up.',
  toPerson: (name: string) => `Open ${name}’s page`,
  cardBody: (name: string) => `${name} is among your people now. You can seal to them and read what they seal to you.`,
  arrived: (when: string) => `arrived ${when}`,
  signedBy: 'signed by their key',
  account: 'Account',
  gives: 'Gives',
  until: 'Until',
  from: 'From',
  windows: 'Code windows',
  rules: 'Rules',
  steps: 'First steps',
  note: 'Note',
  level: 'Level',
  total: (n: number) => count(n, 'message'),
  moreWindows: (n: number) => `and ${n} more`,
  secretsClosed: 'stays closed until words are compared',
  reason: 'Why',
} as const;

/** What an accepted handoff gives, in words: `password, 1 080 codes and 4 backup codes`. */
export function givesText(item: {
  readonly password: boolean;
  readonly codes: number;
  readonly backupCodes: number;
  readonly liveCodes: boolean;
}): string {
  const parts = [
    item.password ? 'password' : null,
    item.codes > 0 ? `${formatCount(item.codes)} ${item.codes === 1 ? 'code' : 'codes'}` : null,
    item.backupCodes > 0 ? count(item.backupCodes, 'backup code') : null,
    item.liveCodes ? 'codes on request' : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'nothing secret' : list(parts);
}

/** The promises of something lent to oneself, by first name of who lends it. */
export function offeredPromises(owner: string, has: { readonly codes: boolean }) {
  return [
    {
      kind: 'sealed' as const,
      label: promiseText.sealed,
      body: has.codes
        ? 'Codes inside the windows, none outside: there is nothing here to make another from.'
        : `Only you can open it, and only ${owner}’s key can have signed it.`,
    },
    {
      kind: 'courtesy' as const,
      label: promiseText.courtesy,
      body: `This Latchkey removes what was lent after the last day, and shows ${owner}’s rules.`,
    },
  ];
}

/** What a receipt says and what it proves: title word, proof and sentence. */
export function receiptText(
  event: 'opened' | 'declined' | 'purged' | 'expired',
  name: string,
): { readonly proof: string; readonly body: string } {
  switch (event) {
    case 'opened':
      return { proof: proofText.signed, body: `${name}’s key signed that it was opened. The loan is active now.` };
    case 'declined':
      return {
        proof: proofText.signed,
        body: `${name}’s key signed that it was declined. It was sealed to them all the same: what was in it stays exposed until you change it.`,
      };
    case 'purged':
      return {
        proof: proofText.told,
        body: `${name} gave it back early, and their app says it removed its copies. Ended here; still exposed until you change it.`,
      };
    case 'expired':
      return {
        proof: proofText.told,
        body: `The last day is past, and ${name}’s app says it removed its copies. Ended here; still exposed until you change it.`,
      };
    default:
      return assertNever(event);
  }
}

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
