import type { ACCOUNT_SORTS } from '../settings.ts';
import type { Held } from '../contracts/engine/account-list.ts';
import { count } from './common.ts';
import { inLanguage } from './language.ts';

/** Words of sorting, narrowing and pinning the list of accounts. */
export const listText = inLanguage('account-list.listText', {
  sorts: {
    used: 'Last used',
    title: 'By name',
    client: 'By client',
    added: 'Added last',
    changed: 'Changed last',
  } satisfies Readonly<Record<(typeof ACCOUNT_SORTS)[number], string>>,
  near: 'Nothing is written like that. These come close.',
  filter: 'Filter',
  filters: 'Filters',
  looking: 'Counting',
  groups: { state: 'Where it stands', codes: 'Codes', owner: 'Whose', quality: 'Passwords', platform: 'Platform', tags: 'Tags' },
  states: { lent: 'Lent', ending: 'Ends soon', exposed: 'Exposed' },
  withCode: 'With a code',
  withoutCode: 'Without a code',
  owners: { mine: 'Yours', others: 'Someone else’s' },
  quality: { weak: 'Weak password', reused: 'Password used twice' },
  tag: (tag: string) => `Tag ${tag}`,
  takeAway: (filter: string) => `Take away the filter “${filter}”`,
  takeAllAway: 'Take the filters away',
  nothingFits: (filters: string) => `No account here fits: ${filters}.`,
  nothingFitsSearch: (query: string, filters: string) => `Nothing fits “${query}” with: ${filters}.`,
  pinned: 'Pinned',
  others: 'Others',
  pin: 'Pin to the top',
  unpin: 'Take from the top',
  unpinned: (title: string) => `${title} is not pinned any more`,
  isPinned: (title: string) => `${title} is pinned to the top`,
  moved: (title: string, at: number, of: number) => `${title} is now number ${at} of ${of}`,
} as const);

/** Words of doing something to several accounts at once. */
export const bulkText = inLanguage('account-list.bulkText', {
  bar: 'Chosen accounts',
  chosen: (n: number) => `${n} chosen`,
  none: 'Choose none',
  tags: 'Tags',
  addTag: 'Add a tag',
  removeTag: 'Take a tag away',
  move: 'Move to a client',
  noClient: 'Without a client',
  trash: 'Put in the trash',
  restore: 'Take out of the trash',
  purge: 'Delete for good',
  tagTitle: (n: number) => `Add a tag to ${count(n, 'account')}`,
  tagName: 'Tag',
  tagged: (n: number, tag: string) => `${count(n, 'account')} tagged “${tag}”`,
  untagged: (n: number, tag: string) => `“${tag}” is taken from ${count(n, 'account')}`,
  moved: (n: number, client: string) => `${count(n, 'account')} moved to ${client}`,
  unfiled: (n: number) => `${count(n, 'account')} without a client now`,
  trashed: (n: number) => `${count(n, 'account')} in the trash`,
  restored: (n: number) => `${count(n, 'account')} back from the trash`,
  nothing: 'Nothing had to be changed.',
  undone: 'Taken back.',
} as const);

/** Words of writing tags otherwise. */
export const tagText = inLanguage('account-list.tagText', {
  manage: 'Rename or remove a tag',
  title: 'Rename a tag',
  lead: 'On every account that has it. The name of another tag makes the two one.',
  which: 'Which tag',
  option: (tag: string, n: number) => `${tag} (${n})`,
  to: 'New name',
  rename: 'Rename',
  merge: 'Make them one',
  remove: 'Remove it everywhere',
  empty: 'Write the new name.',
  same: 'That is its name now.',
  renamed: (tag: string, to: string) => `“${tag}” is “${to}” now`,
  removed: (tag: string) => `The tag “${tag}” is gone`,
} as const);

/** Words of the trash. */
export const trashText = inLanguage('account-list.trashText', {
  left: (days: number) => (days === 0 ? 'today' : `${count(days, 'day')} left`),
  leftLabel: (days: number) => (days === 0 ? 'leaves the vault today' : `leaves the vault in ${count(days, 'day')}`),
  kept: 'kept',
  leaves: (day: string) => `It leaves the vault for good on ${day}.`,
  held: {
    lent: 'It stays until its loan is closed.',
    exposed: 'It stays as long as someone knows a secret of it: change that first.',
    run: 'It stays until its run is finished.',
    ad_code: 'It stays as long as one of its ad codes runs.',
  } satisfies Readonly<Record<Held, string>>,
  empty: 'Empty the trash',
  emptyTitle: (n: number) => `Delete ${count(n, 'account')} for good?`,
  purge: 'Delete for good',
  purgeTitle: (title: string) => `Delete ${title} for good?`,
  purgeMany: (n: number) => `Delete ${count(n, 'account')} for good?`,
  purgeBody:
    'Its password, keys and codes leave this vault and the backups this app makes. It cannot bring them back; copies of the file elsewhere still hold them. Its name stays in the log and with its loans.',
  keep: 'Keep it',
  keepAll: 'Keep them',
  purged: (title: string) => `${title} is deleted for good`,
  emptied: (purged: number, held: number) =>
    held === 0 ? `${count(purged, 'account')} deleted for good` : `${count(purged, 'account')} deleted for good, ${held} kept`,
  allHeld: 'All of them are still lent, exposed or in a run.',
} as const);

/** Words of an account that is there already. */
export const similarText = inLanguage('account-list.similarText', {
  known: 'You have this already:',
  open: (title: string) => `Open ${title}`,
} as const);
