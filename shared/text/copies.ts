import type { AccountPart, CopyState } from '../contracts/engine/copies.ts';
import { count, list } from './common.ts';
import { formatBytes, formatCount, formatDate } from './dates.ts';
import { inLanguage } from './language.ts';

const accounts = (n: number): string => (n === 1 ? '1 account' : `${formatCount(n)} accounts`);

const parts: Readonly<Record<AccountPart, string>> = {
  title: 'title',
  sign_in: 'sign-in',
  client: 'client',
  password: 'password',
  candidate: 'waiting password',
  codes: 'second factors',
  backup_codes: 'backup codes',
  notes: 'notes',
  fields: 'fields',
  history: 'old passwords',
  trash: 'trash',
  other: 'owner or tags',
};

/** Words of a look into another file of the open vault: a backup, or a copy that went its own way. */
export const copiesText = inLanguage('copies.copiesText', {
  lookInside: 'Look inside',
  lookInsideOf: (when: string) => `Look inside the backup of ${when}`,
  lookInsideOther: 'Look inside another copy of this vault',
  other: 'Another copy of this vault',
  otherLead:
    'A file that a cloud folder named a conflicted copy, one from another computer, or one kept aside. What only it has can be brought in as new accounts.',
  choose: 'Choose the file',
  fork: 'Bring in records from the other copy',
  forkTitle: 'Choose the other copy',
  forkLead:
    'It is the file that was changed apart from this one: often beside it, with “conflicted copy” in its name, or on the other computer. What this computer saved last may be in a backup.',
  backups: 'Look at the backups',
  openedTitle: (kind: 'backup' | 'file', when: string | null) =>
    kind === 'backup' ? `Backup of ${when ?? 'another day'}` : 'The other copy',
  savedLast: (when: string) => `last saved ${when}`,
  reading: 'Reading the copy',
  readOnly: 'It is only read. Nothing in it is changed, and nothing here until you bring something in.',

  ask: 'The passphrase it had then',
  askTitle: 'This copy has another key',
  askLead:
    'It is sealed with another key of this vault, which was renewed in between. The passphrase this copy had at that time opens it.',
  askAct: 'Open the copy',
  asking: 'Checking',
  askSafe: 'Leave it closed',

  damagedTitle: 'Part of this copy cannot be read.',
  unfinishedTitle: 'The last save of this copy is not all there.',
  damage: (lostBytes: number, gaps: number) =>
    `${gaps > 1 ? `${gaps} stretches, ` : ''}${formatBytes(lostBytes)} of it could not be read.`,
  upTo: 'The list shows it as it was before that place.',
  behind: 'What still stands behind it is in the list too: accounts removed later, and older states, may be among it.',
  missing: (n: number) => (n === 0 ? '' : `${count(n, 'save')} of it ${n === 1 ? 'is' : 'are'} missing.`),
  readBehind: 'Read behind the damage too',
  readingBehind: 'Reading',
  setAside: (n: number) => `${accounts(n)} in it cannot be read by this version.`,

  show: 'Show',
  all: 'All',
  state: { only_there: 'Only there', differs: 'Different', same: 'The same' } satisfies Record<CopyState, string>,
  tab: (label: string, n: number) => `${label} ${formatCount(n)}`,
  search: 'Search the copy',
  list: 'Accounts of the copy',
  changedThere: (day: string) => `changed ${day}`,
  changedHere: (day: string) => `here ${day}`,
  newerThere: 'newer there',
  newerHere: 'newer here',
  differ: (which: readonly AccountPart[]) =>
    `${list(which.map((part) => parts[part]))} differ${which.length === 1 && !plural(which[0]) ? 's' : ''}`,
  inTrash: 'in the trash there',
  inTrashHere: 'in the trash here',
  brought: 'Brought in',
  nothing: {
    only_there: 'Everything in this copy is here too.',
    differs: 'No account differs.',
    same: 'No account is the same.',
    all: 'This copy has no accounts that can be read.',
  },
  nothingFound: (query: string) => `Nothing in this copy fits “${query}”.`,
  onlyHere: (n: number) => `${accounts(n)} of this vault ${n === 1 ? 'is' : 'are'} not in the copy.`,
  more: (n: number) => `Show ${formatCount(n)} more`,
  tick: (title: string) => `Bring in ${title}`,
  tickAll: 'Tick all shown',
  tickNone: 'Untick all',
  ticked: (n: number) => (n === 0 ? 'Tick what to bring in.' : `${accounts(n)} ticked`),
  most: (n: number) => `At most ${formatCount(n)} at once.`,
  bringIn: 'Bring in as new accounts',
  bringing: 'Bringing in',
  lead: (mark: string) =>
    `They are added beside what is here, with “(${mark})” behind their titles. Nothing is written over. Loans do not come along; what someone has seen stays exposed.`,
  goOnTitle: 'Go on with this copy and bring them in?',
  goOnLead:
    'This vault becomes the one to keep, and the ticked accounts are added to it as new ones. The other file stays as it is.',
  goOnAct: 'Go on and bring them in',
  done: (n: number, clients: number) =>
    `${accounts(n)} brought in${clients === 0 ? '' : `, with ${count(clients, 'new client')}`}.`,
  unreadable: (n: number) => `${count(n, 'secret')} could not be read and ${n === 1 ? 'is' : 'are'} missing.`,
  ownerless: (n: number) => `The owner of ${n} is not known here.`,
  strangers: (n: number) =>
    n === 1
      ? 'Someone who is not known here has seen a password or codes of them: change what matters.'
      : `${formatCount(n)} people who are not known here have seen passwords or codes of them: change what matters.`,
  showThem: 'Show them',
  /** What stands behind the title of an account that was brought in; the day it was saved, or none where that is not known. */
  mark: (kind: 'backup' | 'file', at: number | null, now: number) => {
    const from = kind === 'backup' ? 'from backup' : 'from other copy';
    return at === null ? from : `${from} of ${formatDate(at, now)}`;
  },
} as const);

function plural(part: AccountPart | undefined): boolean {
  return part !== undefined && ['codes', 'backup_codes', 'notes', 'fields', 'history', 'other'].includes(part);
}
