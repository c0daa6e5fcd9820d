import type { NumberRow } from '../contracts/engine/business.ts';
import { assetKindText } from './business.ts';
import { count } from './common.ts';
import { inLanguage } from './language.ts';

/** Words of ad authorisation codes. */
export const adCodeText = inLanguage('ad-codes.adCodeText', {
  title: 'Ad codes',
  lead: 'A code lets someone show one post as an ad until its last day.',
  add: 'New ad code',
  addFirst: 'Note an ad code',
  emptyTitle: 'No ad code yet',
  emptyBody: 'A code for a single post lets someone run it as an ad without a login. Note it, and see until when it runs.',
  none: 'None is running.',
  withOver: 'With those that are over',
  newTitle: 'An ad code you made',
  editTitle: 'Change this ad code',
  noteLead: 'Make it in the platform’s app, for one post, then note it here.',
  account: 'Account of the post',
  noAccount: 'None chosen yet',
  chooseAccount: 'Choose an account',
  accountMissing: 'Say which account the post is on.',
  person: 'For whom',
  anyone: 'Nobody in People',
  about: 'Which post',
  aboutHint: 'Advent reel, 1 Dec',
  aboutMissing: 'Say which post.',
  code: 'The code',
  codeHint: 'Kept secret in the vault. You may leave it out.',
  codeKept: 'A code is kept. Type another to replace it.',
  days: 'It runs for',
  dayCount: (n: number) => count(n, 'day'),
  made: 'Made on',
  lastDay: (day: string) => `Its last day is ${day}.`,
  past: (day: string) => `It was over on ${day}.`,
  theCode: 'Ad code',
  forWhom: (name: string) => `for ${name}`,
  copy: 'Copy the code',
  copied: (left: string) => `Clears in ${left}`,
  notKept: 'The code itself is not kept here.',
  left: (n: number) => (n === 0 ? 'less than a day left' : `${count(n, 'day')} left`),
  until: (day: string) => `until ${day}`,
  over: (day: string) => `over since ${day}`,
  withdrawn: (day: string) => `withdrawn ${day}`,
  withdraw: 'Withdrawn at the platform',
  withdrawTitle: (about: string) => `Is the code for ${about} withdrawn?`,
  withdrawBody: 'Withdraw it in the platform’s app first; look for the ad settings of the post.',
  stops: 'No new ad can be made with it.',
  goesOn: 'An ad that already runs may go on for a little while.',
  keep: 'Not yet',
  edit: (about: string) => `Edit the code for ${about}`,
  more: (about: string) => `More for ${about}`,
} as const);

/** Words of the book of numbers. */
export const numbersText = inLanguage('ad-codes.numbersText', {
  title: 'Numbers',
  lead: 'What platforms ask for to find a centre, a thing or a person. None of it is secret.',
  find: 'Find a number',
  emptyTitle: 'No number yet',
  emptyBody: 'Numbers of your centres, their things and your people gather here, to be copied when a platform asks.',
  nothingFound: 'No number is like that.',
  addTo: 'Add numbers',
  ofPerson: 'Numbers of a person',
  ofPersonLead: 'What they gave you so that a platform finds them.',
  person: 'Person',
  nobody: 'Add someone to People first.',
  choose: 'Choose a person',
  platform: 'Platform',
  name: 'What it is',
  nameHint: 'Business Center ID',
  value: 'Number or address',
  add: 'Add a number',
  remove: (name: string) => `Remove ${name}`,
  aNumber: 'this number',
  half: 'A number needs a name and a value.',
  saved: 'Numbers saved.',
} as const);

/** What a number is called, and on which platform, in a line. */
export const numberLine = inLanguage('ad-codes.numberLine', ({ whose, kind, name }: NumberRow, platform: string): string => {
  const thing = kind === null || kind === 'other' ? 'something in a business centre' : assetKindText[kind];
  const what =
    name ?? { centre: 'business centre', asset: thing, member: 'somebody in a business centre', person: 'a person' }[whose];
  return `${capital(what)} · ${platform}`;
});

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
