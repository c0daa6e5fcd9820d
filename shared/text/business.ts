import type { AssetKind, CentreRow, MemberRow } from '../contracts/engine/business.ts';
import { count, list, ofName } from './common.ts';
import { formatDay } from './dates.ts';
import { inLanguage } from './language.ts';

/** The three parts of the place. */
export const businessText = inLanguage('business.businessText', {
  title: 'Business',
  parts: 'Parts',
  centres: 'Centres',
  codes: 'Ad codes',
  numbers: 'Numbers',
  copyNumber: (of: string) => `Copy the number of ${of}`,
  numberCopied: 'Number copied. It is no secret and stays on the clipboard.',
  more: 'Show more',
} as const);

/** Words of a business centre. */
export const centreText = inLanguage('business.centreText', {
  title: 'Business centres',
  add: 'New centre',
  addFirst: 'Note a centre',
  emptyTitle: 'No business centre yet',
  emptyBody: 'Note a Business Center or portfolio, and see who is in it, at which level, and until when.',
  nothingFound: 'No centre is like that.',
  total: (n: number) => count(n, 'centre'),
  kept: 'Archived',
  inUse: 'In use',
  which: 'Which centres',
  noneArchived: 'Nothing is archived.',
  find: 'Find a centre',
  overMark: (n: number) => (n === 1 ? 'one is in after the last day' : `${n} are in after their last day`),
  waitingMark: (n: number) => (n === 1 ? 'one waits to be let in' : `${n} wait to be let in`),
  newTitle: 'New business centre',
  editTitle: (name: string) => `Change ${name}`,
  lead: 'As it is at the platform. Nothing is changed there.',
  edit: 'Edit this centre',
  actions: 'More for this centre',
  facts: 'Business centre',
  name: 'Name',
  nameMissing: 'Give it the name it has at the platform.',
  platform: 'Platform',
  otherPlatform: 'Another platform',
  number: 'Number',
  numberHint: 'The ID others enter to find it. It is no secret.',
  whose: 'Whose it is',
  mine: 'Yours',
  partners: 'A partner’s',
  partner: 'Which partner',
  nobody: 'Nobody in People',
  client: 'Client',
  noClient: 'No client',
  notes: 'Notes',
  archived: 'Archived',
  archivedHint: 'Out of the list, still here.',
  remove: 'Remove from Latchkey',
  removeTitle: (name: string) => `Remove ${name} from Latchkey?`,
  removeBody: 'Its things, people and numbers go from this vault. At the platform everything stays as it is.',
  keep: 'Keep it',
} as const);

/** Words of the things in a centre. */
export const thingText = inLanguage('business.thingText', {
  things: 'Things',
  owns: 'Owns',
  mayUse: 'May use',
  ownsNote: 'the platform keeps them with this centre',
  mayUseNote: 'lent by another centre',
  ownsEmpty: 'Nothing noted.',
  mayUseEmpty: 'Nothing is lent to it.',
  add: 'Add a thing',
  newTitle: 'A thing in this centre',
  editTitle: (name: string) => `Change ${name}`,
  lead: 'An ad account, a page, a pixel: whatever people are let into.',
  kind: 'What it is',
  name: 'Name',
  nameMissing: 'Give it a name.',
  number: 'Number',
  hold: 'How the centre has it',
  account: 'Its account here',
  noAccount: 'none',
  chooseAccount: 'Choose an account',
  noLink: 'Unlink',
  edit: (name: string) => `Edit ${name}`,
  remove: 'Remove from the list',
} as const);

/** Kinds of things, as a person calls them. */
export const assetKindText = inLanguage('business.assetKindText', {
  ad_account: 'Ad account',
  account: 'Account',
  page: 'Page',
  channel: 'Channel',
  shop: 'Shop',
  pixel: 'Pixel',
  catalogue: 'Catalogue',
  site: 'Site',
  other: 'Something else',
} as const satisfies Record<AssetKind, string>);

/** Words of the people and partners in a centre. */
export const memberText = inLanguage('business.memberText', {
  people: 'People and partners',
  emptyTitle: 'Nobody is noted here.',
  add: 'Invite',
  addTitle: (centre: string) => `Let somebody into ${centre}`,
  editTitle: (name: string) => `What ${name} may do`,
  lead: 'Latchkey notes it; the platform is where it is done and kept.',
  startLow: 'Start low, raise later',
  stands: 'How it stands',
  invited: 'I invite them',
  asked: 'They asked',
  active: 'They are in',
  as: 'Who',
  person: 'A person',
  partner: 'A partner’s business',
  contact: 'From People',
  someone: 'Somebody else',
  name: 'Name',
  nameMissing: 'Say who it is.',
  number: 'Number or mail address',
  needs: 'What passes between you:',
  level: 'Level',
  ownLevel: 'Something else',
  levelWords: 'Level, as the platform calls it',
  levelMissing: 'Say at which level.',
  isLowest: 'It is the lowest the platform has',
  lowest: 'lowest',
  least: 'the least that does the work',
  above: (level: string) => `${level} is more than the lowest.`,
  things: 'What they may use',
  noThings: 'Add things to the centre first, then say which of them.',
  until: 'Until when',
  hasEnd: 'A last day',
  noEnd: 'No last day',
  lastDay: 'Last day',
  untilMissing: 'Say until when, or that there is no last day.',
  note: 'Note',
  save: 'Note it',
  edit: (name: string) => `Change what ${name} may do`,
  change: 'Raise or lower',
  isIn: 'They are in',
  takenBack: 'Invitation taken back',
  declined: 'Declined',
  remove: 'Remove',
  over: (day: string) => `over since ${day}`,
  waitsOver: (day: string) => `open, though over since ${day}`,
  ends: (day: string) => `until ${day}`,
  noUntil: 'no last day',
  gone: (day: string) => `out since ${day}`,
  past: (n: number) => `${count(n, 'person or partner', 'people and partners')} who left`,
  uses: (names: readonly string[]) => (names.length === 0 ? 'nothing of it' : list(names)),
} as const);

/** The platform's steps, and the way there. */
export const waysText = inLanguage('business.waysText', {
  invite: 'Invite them like this',
  beLetIn: 'Be let in like this',
  open: (host: string) => `Open ${host}`,
  link: 'Link a TikTok account like this',
  linkNote: 'by QR code',
  owner: 'Whoever owns the account',
  centre: 'Whoever runs the centre',
} as const);

/** The end of somebody's access, said of what was done at the platform. */
export const removeText = inLanguage('business.removeText', {
  title: (name: string, centre: string) => `Take ${name} out of ${centre}`,
  waitingTitle: (state: 'asked' | 'invited', name: string) =>
    state === 'asked' ? `Have you declined ${name}?` : `Is the invitation of ${name} taken back?`,
  waitingBody: (state: 'asked' | 'invited') =>
    state === 'asked'
      ? 'Say so once you have declined at the platform. They stay out.'
      : 'Say so once the invitation is taken back at the platform. Until then it can be accepted.',
  lead: 'Do it at the platform first. Read what it does not bring back.',
  looking: 'Looking at what stays',
  comesBack: 'Comes back',
  noneBack: 'None of the centre’s things were given to them.',
  back: (names: readonly string[]) => `${list(names)}: they can use ${names.length === 1 ? 'it' : 'them'} no more.`,
  stays: 'Does not come back',
  theirs: (names: readonly string[]) => `${list(names)}: lent to this centre, and theirs to take along.`,
  people: (names: readonly string[]) =>
    `${list(names)}: in by ${names.length === 1 ? 'their own invitation' : 'invitations of their own'} until removed one by one.`,
  adCodes: (n: number) =>
    `${count(n, 'ad code')} they hold still ${n === 1 ? 'runs' : 'run'}. Withdraw ${n === 1 ? 'it' : 'them'} too.`,
  how: 'At the platform',
  keep: 'Not yet',
  done: 'They are removed',
  doing: 'Noting it',
} as const);

/** Whose a centre is, in a line: `yours`, `Ana Díaz’`. */
export const whoseText = inLanguage('business.whoseText', ({ owner, person }: CentreRow): string => {
  if (owner === 'me') return 'yours';
  return person === null ? 'a partner’s' : ofName(person.name);
});

/** The second line of a centre in the list. */
export const centreLine = inLanguage('business.centreLine', ({ owner, person, assets, people, partners }: CentreRow): string => {
  const inside = [
    assets > 0 ? count(assets, 'thing') : null,
    people > 0 ? count(people, 'person', 'people') : null,
    partners > 0 ? count(partners, 'partner') : null,
  ].filter((part) => part !== null);
  const whose = owner === 'me' ? [] : [person === null ? 'a partner’s' : ofName(person.name)];
  return [...whose, ...(inside.length === 0 ? ['nothing noted in it'] : inside)].join(' · ');
});

/** How somebody in a centre stands, in a word or a date. */
export const standingText = inLanguage(
  'business.standingText',
  ({ state, until, over, removed, since }: MemberRow, now: number): string => {
    if (state === 'removed') return removed === null ? 'out' : memberText.gone(formatDay(removed, now));
    const day = until === null ? null : formatDay(until - 1, now);
    if (over && day !== null) return state === 'active' ? memberText.over(day) : memberText.waitsOver(day);
    if (state === 'invited') return 'invited, not in yet';
    if (state === 'asked') return 'asked to be let in';
    if (day !== null) return memberText.ends(day);
    return since === null ? memberText.noUntil : `since ${formatDay(since, now)}, ${memberText.noUntil}`;
  },
);
