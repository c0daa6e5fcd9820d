import { count } from './common.ts';
import { inLanguage } from './language.ts';

/** Words of the people view and of one's own card. */
export const peopleText = inLanguage('people.peopleText', {
  title: 'People',
  total: (n: number) => count(n, 'person', 'people'),
  me: 'My card',
  meLine: 'What others need to seal something to you',
  add: 'Add a person',
  emptyTitle: 'Nobody here yet',
  emptyBody: 'A person is a card: the public keys that something is sealed to. Ask for theirs, and send yours.',
  verified: 'words compared',
  verifiedOn: (day: string) => `words compared ${day}`,
  unverified: 'words not compared yet',
  retired: 'replaced by another card',
  grants: (n: number) => (n === 0 ? 'nothing lent' : count(n, 'loan')),
  name: 'Name',
  organisation: 'Organisation',
  role: 'Role',
  zone: 'Time zone',
  noRole: 'no role',
  noZone: 'not known',
  remove: 'Remove this person',
  removeTitle: (name: string) => `Remove ${name}?`,
  removeBody: 'Grants and the log keep the name. To lend something to them again you need their card and their words again.',
  removed: (name: string) => `${name} is removed`,
  keep: 'Keep',
  saved: 'Saved',
  about: 'About them',
  loans: 'See what they have',
  has: 'What they have',
  hasNothing: (name: string) => `${name} has nothing of yours.`,
  lends: 'What they lend you',
  openLoan: (account: string) => `See the loan of ${account}`,
  seeAll: 'See all in the ledger',
  inCentres: (n: number) => `In ${count(n, 'business centre')}`,
  toCentres: 'Open Business',
  handOffWhat: (name: string) => `Which account do you hand off to ${name}?`,
  actions: 'More actions',
  unchanged: 'Nothing has changed.',
  zoneUnknown: 'There is no such zone. It is written like Europe/Lisbon.',
} as const);

/** Roles of a person, in words. */
export const roleText = inLanguage('people.roleText', {
  owner: 'owner',
  freelancer: 'freelancer',
  agency: 'agency',
  colleague: 'colleague',
} as const);

/** Words of one's own card. */
export const cardText = inLanguage('people.cardText', {
  title: 'My card',
  lead: 'Send this to someone who will lend you a login, or who borrows one from you. It holds public keys only.',
  text: 'Card as text',
  copy: 'Copy the card',
  copied: 'Card copied',
  qr: 'Card as a QR code, to be scanned from this screen',
  words: 'My eight words',
  wordsLead: 'On a call, read these out. The other person types what they hear; then their Latchkey knows this card is yours.',
} as const);

/** Words of taking in another person’s card. */
export const addPersonText = inLanguage('people.addPersonText', {
  title: 'Add a person',
  lead: 'Paste the card they sent you. It begins with LATCHKEYCARD1.',
  field: 'Their card',
  read: 'Read the card',
  reading: 'Reading',
  notCard: 'This is a sealed message, not a card. It is in the inbox now.',
} as const);

/** Words of comparing the eight words. */
export const wordsText = inLanguage('people.wordsText', {
  title: (name: string) => `Compare words with ${name}`,
  lead: (name: string) =>
    `Call ${name}, or meet. Ask for the eight words in their own Latchkey, and type what you hear. The words of this card are not shown here, so that nobody only nods.`,
  field: 'The words you hear',
  word: (n: number) => `word ${n}`,
  count: (n: number) => `${n} of 8 words`,
  compare: 'Compare',
  comparing: 'Comparing',
  done: (name: string) => `The words fit. This card is ${name}’s.`,
  open: 'Compare words',
  why: 'Anyone could have sent this card. Until the words fit, do not lend anything that matters.',
  sayWhy: (name: string) => `You have not compared words with ${name}.`,
} as const);

/** The warning about a card whose name is like that of a person already verified. */
export const resemblesText = inLanguage('people.resemblesText', (name: string, other: string): { what: string; todo: string } => {
  return {
    what:
      name === other
        ? `You know another ${name}; this is a different key.`
        : `You know ${other}, a name like this; this is a different key.`,
    todo: 'A new phone or a new vault makes a new card. So does somebody who pretends. Compare words before you believe it.',
  };
});
