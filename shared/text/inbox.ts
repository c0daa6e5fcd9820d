import { assertNever } from '../errors.ts';
import { count, firstName, list, promiseText, proofText } from './common.ts';
import { formatCount, formatDay, formatDayTime, formatTime, type Place } from './dates.ts';
import { zonePlace } from './zoned.ts';
import { inLanguage } from './language.ts';

/** Words of the inbox. */
export const inboxText = inLanguage('inbox.inboxText', {
  title: 'Inbox',
  messages: 'Messages',
  waiting: (n: number) => (n === 0 ? 'nothing waits' : `${n} waiting`),
  paste: 'Paste a message',
  pasteHint: 'or drop a file',
  pasteLead: 'A card, a handoff or a receipt. It is read on this computer and nowhere else.',
  pasteField: 'Sealed text or card',
  pasteFieldHint: 'Copy the whole block, from LATCHKEY1 to END.',
  longPaste: (characters: string) => `A text of ${characters} characters.`,
  takeOut: 'Take it out',
  pasteFirst: 'Paste something first.',
  putAway: 'Put it away',
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
  declineAgain: (name: string) =>
    `You have this already, as it was. Declining the change gives all of it back: its secrets are removed from this vault, and a receipt that says so is made for ${name}.`,
  keepOffer: 'Keep it',
  was: (day: string) => `it was ${day}`,
  openAnyway: 'Open anyway',
  override: 'Open the secrets all the same',
  opening: 'Opening',
  overrideTitle: (name: string) => `Open this without comparing words with ${name}?`,
  overrideBody: (name: string) =>
    `If this card is not ${name}’s, someone else wrote this. Signing in with what it holds may lead you where they want you.`,
  overrideWhy: 'The log will say that words were not compared.',
  keepClosed: 'Keep it closed',
  unverifiedTodo: 'Anyone could have written this. Call, and type the words you hear.',
  openedUnchecked: 'You opened this without comparing words; the log says so.',
  receiptReady: 'A receipt is ready to be sent back.',
  toRuns: 'Go to Runs',
  toLoan: 'See the loan',
  toReceived: 'Go to Lent to me',
  taken: 'You took this up',
  takenBody: 'It hangs under Lent to me until its last day.',
  declined: 'You declined this',
  declinedBody: 'Its secrets are no longer in this vault.',
  over: 'This has ended',
  overBody: 'Its last day is past; it can no longer be taken up.',
  toPerson: (name: string) => `Open ${name}’s page`,
  cardTodo: 'Anyone could have sent this card. Call, and type the words you hear.',
  cardBody: (name: string) => `${name} is among your people now. You can seal to them and read what they seal to you.`,
  came: (title: string) => `New in the inbox: ${title}`,
  arrived: (when: string) => `arrived ${when}`,
  signedBy: 'signed by their key',
  account: 'Account',
  gives: 'Gives',
  givesRole: 'a role at the platform, and nothing secret',
  noLongerHere: 'nothing any more: its secrets have left this vault',
  until: 'Until',
  backBy: (day: string) => `back ${day}`,
  ended: (day: string) => `ended ${day}`,
  from: 'From',
  windows: 'Code windows',
  rules: 'Rules',
  steps: 'First steps',
  note: 'Note',
  level: 'Level',
  moreWindows: (n: number) => `and ${n} more`,
  secretsClosed: 'stays closed until words are compared',
  reason: 'Why',
} as const);

/** What an accepted handoff gives, in words: `password, 1 080 codes and 4 backup codes`. */
export const givesText = inLanguage(
  'inbox.givesText',
  (item: {
    readonly password: boolean;
    readonly codes: number;
    readonly backupCodes: number;
    readonly liveCodes: boolean;
  }): string => {
    const parts = [
      item.password ? 'password' : null,
      item.codes > 0 ? `${formatCount(item.codes)} ${item.codes === 1 ? 'code' : 'codes'}` : null,
      item.backupCodes > 0 ? count(item.backupCodes, 'backup code') : null,
      item.liveCodes ? 'codes on request' : null,
    ].filter((part) => part !== null);
    return parts.length === 0 ? 'nothing secret' : list(parts);
  },
);

/** Whether an item of a handoff holds anything secret, or only steps for a role. */
export function givesSecret(item: Parameters<typeof givesText>[0]): boolean {
  return item.password || item.codes > 0 || item.backupCodes > 0 || item.liveCodes;
}

/** The promises of something lent to oneself, by first name of who lends it. */
export const offeredPromises = inLanguage(
  'inbox.offeredPromises',
  (owner: string, has: { readonly codes: boolean; readonly secrets: boolean }) => {
    if (!has.secrets)
      return [
        {
          kind: 'platform' as const,
          label: promiseText.platform,
          body: `The role is the platform’s: it lasts until ${owner} takes it away there, with no password of theirs here.`,
        },
        {
          kind: 'courtesy' as const,
          label: promiseText.courtesy,
          body: `This Latchkey shows the steps and ${owner}’s rules until the last day.`,
        },
      ];
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
  },
);

/** What a receipt says, what that proves, and what stays exposed all the same. */
export const receiptText = inLanguage(
  'inbox.receiptText',
  (
    event: 'opened' | 'declined' | 'purged' | 'expired',
    name: string,
  ): {
    readonly proof: string;
    readonly body: string;
    readonly exposed: { readonly label: string; readonly body: string } | null;
  } => {
    const exposed = {
      label: promiseText.exposed,
      body: 'What was lent is known outside this vault. Its run walks you through ending it.',
    };
    switch (event) {
      case 'opened':
        return { proof: proofText.signed, body: `${name}’s key signed that it was opened. The loan is active now.`, exposed: null };
      case 'declined':
        return {
          proof: proofText.signed,
          body: `${name}’s key signed that it was declined. It had reached them all the same.`,
          exposed,
        };
      case 'purged':
        return { proof: proofText.told, body: `${name} gave it back early. Their app says that it removed its copies.`, exposed };
      case 'expired':
        return { proof: proofText.told, body: `The last day is past. ${name}’s app says that it removed its copies.`, exposed };
      default:
        return assertNever(event);
    }
  },
);

/** When something lent ends, by the reader's own clock; the end of a day is said by that day. */
export const untilText = inLanguage('inbox.untilText', (until: number, now: number): string => {
  return `${endText(until, now)}, by your clock`;
});

function endText(until: number, now: number, place: Place = {}): string {
  return formatTime(until, place) === '0:00' ? `the end of ${formatDay(until - 1, now, place)}` : formatDayTime(until, now, place);
}

/** The same end by the clock of who lends it: `For Maren, in Lisbon: the end of Fri 4 Dec.`; null where that is not known or says the same. */
export const theirUntilText = inLanguage(
  'inbox.theirUntilText',
  (until: number, now: number, zone: string, their: { readonly zone: string | null; readonly name: string }): string | null => {
    if (their.zone === null) return null;
    const theirs = endText(until, now, { zone: their.zone });
    return theirs === endText(until, now, { zone }) ? null : `For ${their.name}, in ${zonePlace(their.zone)}: ${theirs}.`;
  },
);

/** The second line of a row: from whom, or what it proves. */
export const inboxTwo = inLanguage(
  'inbox.inboxTwo',
  ({ kind, from, receipt }: Row & { readonly from: { readonly verified: boolean } }): string => {
    if (receipt !== null) return `${from.name} · ${proofText.signed}`;
    if (kind === 'card') return from.verified ? 'words compared' : 'words not compared yet';
    return from.verified ? from.name : 'words not compared yet';
  },
);

type Row = {
  readonly kind: string;
  readonly from: { readonly contact: string | null; readonly name: string };
  readonly about: string | null;
  readonly receipt: 'opened' | 'declined' | 'purged' | 'expired' | null;
  readonly before?: number;
};

/** The title of one row of the inbox. */
export const inboxTitle = inLanguage('inbox.inboxTitle', ({ kind, from, about, receipt, before }: Row): string => {
  const who = from.contact === null ? 'You' : firstName(from.name);
  const what = about ?? 'something';
  switch (kind) {
    case 'card':
      return `Card from ${from.name}`;
    case 'handoff':
      return before === undefined ? `${who} lends you ${what}` : `${who} changes what you have of ${what}`;
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
});

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
