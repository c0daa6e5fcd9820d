import { count, lentText, list, ofName } from './common.ts';
import { formatDay, formatDayTime, formatTime } from './dates.ts';
import { inLanguage } from './language.ts';

/** Words of the list of accounts and of the rail beside it. */
export const accountsText = inLanguage('accounts.accountsText', {
  title: 'Accounts',
  total: (n: number) => count(n, 'account'),
  found: (n: number) => `${n} found`,
  clients: 'Clients',
  newClient: 'New client',
  unfiled: 'Without a client',
  trash: 'Trash',
  search: 'Find an account',
  clearSearch: 'Clear the search',
  sort: 'Sort by',
  list: 'Accounts',
  add: 'Add an account',
  nothingFound: (query: string) => `Nothing fits “${query}”.`,
  nothingFoundTodo: 'Try fewer letters.',
  elsewhere: 'Other lists',
  here: 'shown now',
  everywhere: 'Look in all accounts',
  emptyTitle: 'Hang up your first key',
  emptyBody: 'An account is one login on one platform, with its codes, its people and its dates.',
  emptyClientTitle: 'No key on this hook yet',
  emptyClientBody: 'Accounts of this client will hang here.',
  pasteWay: 'Someone lent you a login? Paste what they sent.',
  trashEmpty: 'The trash is empty.',
  toAll: 'Show all accounts',
  trashBody: 'What you remove stays here for 30 days, with its history, and can be taken back.',
  legendLent: 'lent',
  legendExposed: 'exposed',
  lent: (until: string) => `lent until ${until}`,
  ending: (until: string) => `ends ${until}`,
  exposed: 'exposed until you change it',
} as const);

/** Words of one account. */
export const accountText = inLanguage('accounts.accountText', {
  personal: 'personal account',
  business: 'business account',
  yours: 'yours to lend',
  theirs: (name: string) => ofName(name),
  handOff: 'Hand off',
  signIn: 'Sign-in',
  username: 'Username',
  password: 'Password',
  recoveryMail: 'Recovery mail',
  recoveryPhone: 'Recovery phone',
  address: 'Sign-in page',
  openAddress: (host: string) => `Open ${host}`,
  notes: 'Notes',
  candidate: 'New password',
  backupCodes: 'Backup codes',
  backupLeft: (left: number, all: number) => `${left} of ${all} left`,
  backupCode: (n: number) => `Backup code ${n}`,
  markUsed: 'Mark as used',
  markUnused: 'Mark as not used',
  used: (day: string) => `used ${day}`,
  fields: 'More fields',
  tags: 'Tags',
  large: (name: string) => `${name} in large type`,
  earlier: 'Earlier passwords',
  earlierSecrets: 'Earlier notes, codes and fields',
  earlierOf: { notes: 'Notes', backup_codes: 'Backup codes' },
  earlierUntil: (what: string, until: string) => `${what}, ${until}`,
  putBack: 'Make it the password again',
  putBackTitle: (until: string) => `Put back the password used ${until}?`,
  putBackBody: 'It becomes the password here, and the one in force goes to the earlier ones. The platform is told nothing.',
  putBackSeen: 'Whoever had seen it is noted to know it again.',
  putBackAct: 'Put it back',
  puttingBack: 'Putting back',
  isBack: 'The earlier password is the password again',
  dates: (made: string, changed: string, used: string | null) =>
    `Added ${made}, changed ${changed}${used === null ? '' : `, used ${used}`}.`,
  editFactor: (kind: string) => `Edit ${kind}`,
  access: 'Who has access',
  owner: 'Owner, everything',
  ownerOther: 'Owner',
  exposure: 'Exposure',
  seed: 'Authenticator seed',
  seedStays: 'Never left this vault.',
  seedOutside: 'Someone outside has it too, and so every code, until you set up another key.',
  nothingExposed: 'Nobody else has seen a secret of this account.',
  lately: 'Lately',
  nothingLately: 'Nothing has happened yet.',
  toTrash: 'Put in the trash',
  trashed: (title: string) => `${title} is in the trash`,
  restore: 'Take out of the trash',
  restored: (title: string) => `${title} is back`,
  inTrash: (day: string) => `In the trash since ${day}.`,
  inTrashSafe: 'Everything about it is kept.',
  empty: 'not set',
  changed: (day: string) => `changed ${day}`,
  next: 'next',
  code: 'Code',
  codeNote: 'from the key just typed',
  unconfirmed: 'not compared with a phone yet',
  addFactor: 'Add a second factor',
  noFactor: 'No second factor noted.',
  secondFactor: 'Second factor',
  removeFactor: 'Remove this second factor',
  outside: 'The key was also given to someone outside Latchkey',
  outsideHint: 'Whoever has it makes every code. When access ends, its run asks for another key.',
  removeFactorTitle: 'Remove this authenticator?',
  removeFactorBody: 'Its key leaves the vault and no code can be shown here any more. The platform will still ask for one.',
  keepIt: 'Keep it',
  removeFactorAct: 'Remove it',
  removing: 'Removing',
  settings: (digits: number, period: number) => `${digits} digits, every ${period} s`,
  keeper: 'Kept in this vault',
  today: (time: string) => `Today ${time}`,
  until: (day: string) => `until ${day}`,
  actions: 'More actions',
} as const);

/** Second factors, in words. */
export const factorText = inLanguage('accounts.factorText', {
  authenticator: 'Authenticator app',
  sms: 'SMS',
  mail: 'Mail',
  push: 'Question on a phone',
  security_key: 'Security key',
  passkey: 'Passkey',
  none: 'None',
} as const);

/** What a grant gives and until when, under a person’s name. */
export function accessLine(what: readonly (keyof typeof lentText)[]): string {
  const words = list(what.map((one) => lentText[one]));
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The words on a return tag; a last instant at midnight belongs to the day before it. */
export const returnTag = inLanguage('accounts.returnTag', (state: string, until: number, now: number): string => {
  const day = formatDay(until - 1, now);
  if (state === 'ended') return `ended ${day}`;
  if (state === 'closed') return 'closed';
  return `back ${day}`;
});

/** When the codes someone was lent stop by themselves. */
export const codesStop = inLanguage('accounts.codesStop', (name: string, until: number, now: number): string => {
  const midnight = formatTime(until) === '0:00';
  return `${ofName(name)} codes stop ${midnight ? `at the end of ${formatDay(until - 1, now)}` : `on ${formatDayTime(until, now)}`}.`;
});

const exposedNames = { password: 'Password', codes: 'Codes', backup_codes: 'Backup codes' } as const;

/** Title and sentence of an exposure: what was seen, or counts as seen while no receipt says it was opened, by whom, and what ends it. */
export const exposureText = inLanguage(
  'accounts.exposureText',
  (
    exposure: {
      readonly secret: keyof typeof exposedNames;
      readonly set: number | null;
      readonly seenBy: string;
      readonly at: number;
      readonly until: number | null;
      readonly unopened?: boolean;
    },
    now: number,
  ): { readonly title: string; readonly body: string } => {
    const of = exposure.set === null ? '' : ` of ${formatDay(exposure.set, now)}`;
    const seen = `${exposure.unopened === true ? 'Counts as seen' : 'Seen'} by ${exposure.seenBy} since ${formatDay(exposure.at, now)}.`;
    if (exposure.secret === 'codes' && exposure.until !== null) {
      return {
        title: 'Codes already sent',
        body: `${exposure.seenBy} has codes up to ${formatDay(exposure.until - 1, now)}. Only a new seed ends them sooner.`,
      };
    }
    return { title: `${exposedNames[exposure.secret]}${of}`, body: `${seen} Exposed until you change it.` };
  },
);
