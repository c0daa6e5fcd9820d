import { assertNever } from '../errors.ts';
import { count, list, ofName, proofText } from './common.ts';
import { formatCount, formatDay, formatDayTime } from './dates.ts';
import { inLanguage } from './language.ts';

/** Words of the page of one grant. `person` is a first name. */
export const grantText = inLanguage('grant-life.grantText', {
  title: (account: string, person: string) => `${account} for ${person}`,
  open: (account: string, person: string) => `See the loan of ${account} to ${person}`,
  facts: 'What is lent',
  account: 'Account',
  person: 'To',
  gives: 'Gives',
  level: 'Level',
  since: 'Since',
  until: 'Until',
  windows: 'Code windows',
  moreWindows: (n: number) => `and ${n} more`,
  rules: 'Rules',
  device: 'Device',
  devicePromised: 'said by them',
  steps: 'Agreed steps',
  note: 'Note',
  relayed: 'Codes sent',
  relayedCount: (n: number) => (n === 0 ? 'none on request' : `${count(n, 'answer')} on request`),
  receipts: 'What they told',
  noReceipt: 'No receipt yet',
  noReceiptBody: 'Nobody has said that it was opened. Paste their receipt into the inbox.',
  stays: 'What would stay',
  stayed: 'What stays',
  nothingStays: 'Nothing that was lent here is exposed.',
  extend: 'Extend',
  reduce: 'Lower',
  end: 'End now',
  sendWord: 'Tell them it ended',
  sendAnew: 'Send the new password',
  outdated: (person: string) => `${person} still has the old password.`,
  outdatedBody: 'It opens nothing any more. Seal the new one, until the same last day.',
  requests: 'Codes on request',
  mute: 'Mute requests',
  unmute: 'Let them ask again',
  muted: (person: string) => `Requests for codes from ${person} are muted.`,
  mutedBody: 'They are kept and not shown. Nobody is told.',
  heard: (person: string) => `${person} may ask for a code outside the windows. You answer each by hand.`,
  revoked: (when: string) => `You sealed the end of this on ${when}.`,
  revokedAgain: 'Show the text again',
  hideText: 'Hide the text',
  trashed: 'in the trash',
  toAccount: 'Open the account',
  closed: 'Closed',
} as const);

/** Where a grant stands, in words: its state, and the date that counts. */
export const grantStateText = inLanguage(
  'grant-life.grantStateText',
  (state: 'requested' | 'offered' | 'active' | 'ending' | 'ended' | 'closed' | 'refused', until: number, now: number): string => {
    switch (state) {
      case 'requested':
        return 'asked for';
      case 'offered':
        return 'sealed, not opened yet';
      case 'active':
      case 'ending':
        return 'in use';
      case 'ended':
        return `ended ${formatDay(until - 1, now)}, not closed`;
      case 'closed':
        return 'closed';
      case 'refused':
        return 'declined';
      default:
        return assertNever(state);
    }
  },
);

/** One receipt in words, and what shows that it is so: a signature, or only the word of the other side’s app. */
export const receiptLine = inLanguage(
  'grant-life.receiptLine',
  (
    { event, at }: { readonly event: 'opened' | 'declined' | 'purged' | 'expired'; readonly at: number },
    person: string,
    now: number,
  ): { readonly kind: 'sealed' | 'courtesy'; readonly proof: string; readonly body: string } => {
    const when = formatDayTime(at, now);
    switch (event) {
      case 'opened':
        return { kind: 'sealed', proof: proofText.signed, body: `${person} opened it on ${when}.` };
      case 'declined':
        return { kind: 'sealed', proof: proofText.signed, body: `${person} declined it on ${when}.` };
      case 'purged':
        return { kind: 'courtesy', proof: proofText.told, body: `What was lent was removed there on ${when}.` };
      case 'expired':
        return { kind: 'courtesy', proof: proofText.told, body: `Its last day passed there, and it was removed on ${when}.` };
      default:
        return assertNever(event);
    }
  },
);

/** Words of giving more time. */
export const extendText = inLanguage('grant-life.extendText', {
  title: 'Extend',
  sub: (account: string, person: string) => `${account}, lent to ${person}`,
  windows: 'Code windows',
  keep: 'Those that are left',
  fresh: 'New ones',
  keepBody: (n: number) =>
    n === 0 ? 'No window is left, so no codes travel.' : `The windows that are left (${n}) travel again, up to the new last day.`,
  freshBody: 'The new windows take the place of those that are left.',
  carries: 'What this seals',
  onlyCodes: 'The codes of the new windows, and the new last day. A password they hold stays as it is.',
  all: (what: readonly string[]) => `${capitalised(list(what))}, and the new last day.`,
  role: 'The agreed steps, and the new last day. No secret travels.',
  sealedBody: (person: string) => `Only ${person} can open it.`,
  exposedBody: (gives: { readonly password: boolean; readonly codes: boolean }): string => {
    const codes = 'Codes sent for windows work until those are over, even if you end this early.';
    if (!gives.password && !gives.codes) return 'Nothing new.';
    return [gives.password ? 'The password, as before.' : null, gives.codes ? codes : null].filter((one) => one !== null).join(' ');
  },
  notLater: (day: string) => `It lasts until ${day} already. Lower it to end it sooner.`,
  from: (day: string) => `now until ${day}`,
} as const);

/** Words of giving less. */
export const reduceText = inLanguage('grant-life.reduceText', {
  title: 'Lower',
  lead: 'What they keep',
  password: 'Password',
  codes: 'The code windows that are left',
  codesNote: (n: number) => count(n, 'window'),
  backupCodes: 'Backup codes',
  liveCodes: 'Codes on request',
  role: 'The role',
  roleNote: 'change it at the platform',
  levelLabel: 'Level, in words',
  carries: 'What this does',
  does: (person: string) => `${ofName(person)} Latchkey drops what you take away, once the text is pasted in.`,
  exposed: 'What they have seen still works until you change it. Codes already sent work until their windows are over.',
  notEarlier: 'Choose the same last day or an earlier one.',
  nothing: 'To take everything away, end it.',
} as const);

/** Words of ending a grant now. `person` is a first name. */
export const endText = inLanguage('grant-life.endText', {
  title: (account: string, person: string) => `End ${account} for ${person} now?`,
  titleOver: (account: string, person: string) => `Tell ${person} that ${account} has ended?`,
  lead: 'This cannot be taken back; lending it again is a new handoff.',
  reason: 'Why, in a sentence they will read',
  usual: 'Access has ended.',
  does: (person: string) => `A word for ${person} is sealed. Pasted in, it removes what their Latchkey holds, and makes a receipt.`,
  pass: (until: string) => `Codes already sent work until ${until}; only a new seed ends them sooner.`,
  still: (person: string) => `A password ${person} has seen works until you change it.`,
  session: 'Whoever is signed in stays signed in until you sign them out.',
  keep: 'Let it run',
  keepOver: 'Not now',
  act: 'End it',
  actOver: 'Seal the word',
  ending: 'Ending',
  exposedTitle: 'Ended here; still exposed until you change it',
  exposedBody: 'The end-of-access run walks you through a new password and signing devices out.',
  run: 'Start the end-of-access run',
} as const);

/** Words once something is sealed for the one a grant is of. */
export const lifeSealedText = inLanguage('grant-life.lifeSealedText', {
  extend: (person: string) => `Sealed: more time for ${person}`,
  reduce: (person: string) => `Sealed: less for ${person}`,
  end: (person: string) => `Ended for ${person}`,
  anew: (person: string) => `Sealed: the new password for ${person}`,
  paste: (person: string) => `${person} pastes it into Latchkey, under Inbox. Until then nothing changes on their side.`,
  receipt: (person: string) => `${person} sends a receipt back. Paste it into your inbox: it is what their app tells of the end.`,
  done: 'Done',
} as const);

/** Words of a password that was changed while others still have the old one. */
export const outdatedText = inLanguage('grant-life.outdatedText', {
  title: (n: number) => `${n === 1 ? '1 person still has' : `${n} people still have`} the old password.`,
  body: 'It opens nothing any more.',
  act: 'Send the new one',
  dialog: 'Send the new password',
  lead: 'Each gets a text of their own, until the same last day as before.',
  close: 'Close',
} as const);

/** How many codes travel in how many windows. */
export const codesInWindows = inLanguage('grant-life.codesInWindows', (codes: number, windows: number): string => {
  return `${formatCount(codes)} ${codes === 1 ? 'code' : 'codes'} in ${count(windows, 'window')}`;
});

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
