import { firstName } from './common.ts';
import { inLanguage } from './language.ts';

/** Words of the devices. */
export const deviceText = inLanguage('devices.deviceText', {
  add: 'Device',
  addTitle: 'A device the platform shows',
  editTitle: (name: string) => `Edit ${name}`,
  edit: (name: string) => `Edit ${name}`,
  lead: 'Write it down as the platform words it.',
  name: 'Name',
  nameEmpty: 'A device needs a name.',
  place: 'Place or browser',
  seen: 'Last seen',
  whose: 'Whose it is',
  mine: 'Mine',
  unknown: 'Not known',
  yours: 'yours',
  theirs: (person: string) => `${person}’s`,
  whoseAsk: 'whose?',
  keep: 'Keep',
  kept: 'Keep',
  signOut: 'Sign out',
  signedOut: 'Signed out',
  isMine: 'Mine',
  remove: 'Take off the list',
  save: 'Save',
  how: 'Copy the list you see there. Sign each stranger out on the platform, then mark it here.',
  look: 'Copy the list you see there, and paste it here.',
  before: 'Paste the list, so that a new one stands out later.',
  expectOne: (device: string, person: string) => `You should now see one new device: ${device}, ${firstName(person)}’s.`,
  expectAny: (person: string) => `You should now see one new device: ${firstName(person)}’s. Which one was not said.`,
  promised: 'promised, not seen yet',
  asPromised: 'As promised',
  history: (first: string, listed: string | null, out: string | null) =>
    [`Noted ${first}`, listed === null ? null : `last on the list ${listed}`, out === null ? null : `signed out ${out}`]
      .filter((part) => part !== null)
      .join(' · '),
} as const);

/** Words of a whole list pasted. */
export const deviceListText = inLanguage('devices.deviceListText', {
  paste: 'Paste the list',
  title: 'The devices the platform shows',
  lead: 'Copy the whole list there and paste it here. Nothing is saved before you have looked at it.',
  text: 'The list',
  read: 'Read it',
  reading: 'Reading',
  none: 'No device was found in this text. One line for each is enough.',
  again: 'Paste another text',
  found: (n: number) => (n === 1 ? '1 device found' : `${n} devices found`),
  strangers: (n: number) => (n === 1 ? '1 not known' : `${n} not known`),
  row: (n: number) => `Device ${n}`,
  isNew: 'not known before',
  isPromised: 'as promised',
  isKnown: 'known',
  drop: 'Leave it out',
  gone: 'No longer on the list',
  goneOne: (name: string) => `${name} is signed out`,
  save: 'Save the list',
} as const);
