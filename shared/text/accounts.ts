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
  earlierKeys: 'Earlier authenticators',
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
  removeFactorBody:
    'No code is shown here any more, while the platform will still ask for one. Its key goes to the earlier ones, and can be put back.',
  keepIt: 'Keep it',
  removeFactorAct: 'Remove it',
  removing: 'Removing',
  deleteKey: 'Delete this key',
  deleteKeyTitle: (until: string) => `Delete the key used ${until} for good?`,
  deleteKeyBody:
    'No code can be made of it here any more. The file keeps it until the vault is compacted, and backups made until now keep it as well.',
  deleteKeyAct: 'Delete it',
  deletingKey: 'Deleting',
  settings: (digits: number, period: number) => `${digits} digits, every ${period} s`,
  keeper: 'Kept in this vault',
  today: (time: string) => `Today ${time}`,
  until: (day: string) => `until ${day}`,
  actions: 'More actions',
} as const);

/** What is asked and said when something earlier comes into force again; `name` is a field’s. */
export const putBackText = inLanguage('accounts.putBackText', {
  password: {
    label: 'Make it the password again',
    title: (until: string) => `Put back the password used ${until}?`,
    body: 'It becomes the password here, and the one in force goes to the earlier ones. The platform is told nothing. Whoever had seen it is noted to know it again.',
    done: 'The earlier password is the password again',
  },
  notes: {
    label: 'Make them the notes again',
    title: (until: string) => `Put back the notes kept ${until}?`,
    body: 'They become the notes here, and the present ones go to the earlier ones.',
    done: 'The earlier notes are the notes again',
  },
  backup_codes: {
    label: 'Make them the backup codes again',
    title: (until: string) => `Put back the backup codes kept ${until}?`,
    body: 'They become the backup codes here, the used ones marked, and the present ones go to the earlier ones. The platform is told nothing. Whoever had seen them is noted to know them again.',
    done: 'The earlier backup codes are the backup codes again',
  },
  field: {
    label: 'Put it back',
    title: (until: string, name: string) => `Put back what ${name} held ${until}?`,
    body: 'The field holds it again, and what it holds now goes to the earlier ones. A field that is gone comes back.',
    done: 'The field holds it again',
  },
  authenticator: {
    label: 'Make it the authenticator again',
    title: (until: string) => `Put back the authenticator used ${until}?`,
    body: 'Its codes are shown here again, and the present one goes to the earlier ones. The platform is told nothing. Whoever was sent codes of it that are not over is noted to have them again.',
    done: 'The earlier authenticator is the authenticator again',
  },
  safe: 'Leave it as it is',
  act: 'Put it back',
  busy: 'Putting back',
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
