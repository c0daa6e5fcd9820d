import { count } from './common.ts';
import { factsMonth, MAX_TOLD } from './platforms.ts';
import { inLanguage } from './language.ts';

/** Words of the settings' page about platforms. */
export const platformsText = inLanguage('platforms-page.platformsText', {
  title: 'Platforms you added',
  lead: 'Where a platform has its settings changes over time. A platform file corrects what Latchkey says of it, or adds a platform of your own. It changes sentences and links, nothing else.',
  format: 'The file is JSON; docs/platform-file.md, which comes with Latchkey’s source, says what it holds and has an example.',
  none: 'None yet',
  noneLead: 'Latchkey knows 42 platforms by itself.',
  noDialog: 'This window has no dialog to open a file with, so none can be added here.',
  addFile: 'Add from a file',
  reading: 'Reading the file',
  replacesBuiltIn: 'In place of the one in the catalogue.',
  ownOnly: 'Not in the catalogue.',
  remove: 'Remove',
  removeOf: (name: string) => `Remove ${name}`,
  removing: 'Removing',
  ask: (name: string) => `Remove ${name}?`,
  askBuiltIn: 'What Latchkey itself knows of it is shown again. Accounts and runs stay as they are.',
  askOwn: 'Accounts on it stay, but where its settings are is not known any more. The file can be added again.',
  keep: 'Keep it',
  removed: (name: string) => `${name} is removed.`,
  found: (n: number) => `Add ${count(n, 'platform')}?`,
  isNew: 'new',
  replaces: { built_in: 'in place of the one in the catalogue', added: 'in place of the one you added before' },
  facts: (checked: string) => `facts from ${factsMonth(checked)}`,
  add: 'Add',
  adding: 'Adding',
  added: (n: number) => (n === 1 ? '1 platform is added.' : `${n} platforms are added.`),
  cancel: 'Add nothing',
  refused: 'This file was not taken',
  refusedLead: (file: string) => `Nothing of ${file} was added.`,
  more: (n: number) => `And ${count(n, 'more thing')}.`,
  close: 'Close',
} as const);

/** How many of so many problems are left out when the first few are told. */
export function untold(problems: number): number {
  return Math.max(0, problems - MAX_TOLD);
}

/** Words of a step whose place a person noted for an account of their own. */
export const ownStepText = inLanguage('platforms-page.ownStepText', {
  notedByYou: 'Noted by you.',
  where: 'Where its settings are',
  whereNote: 'noted by you',
  changeOf: (step: string) => `Change your note: ${step}`,
  open: 'Not right? Note where it is',
  change: 'Change your note',
  title: (step: string) => `Where is it: ${step}?`,
  lead: 'For this account only. The catalogue stays as it is for every other.',
  path: 'Menu words',
  pathHint: 'As the platform words them, with > between: Profile > Security > Password',
  link: 'Page',
  linkHint: 'An https address. Its host is shown before it opens.',
  leadsTo: (host: string) => `Leads to ${host}`,
  linkWrong: 'Only a whole https address, such as https://shop.example/security, can be opened.',
  empty: 'Write down the menu words, the page, or both.',
  save: 'Save the note',
  saving: 'Saving',
  goBack: 'Go back to the catalogue',
  cancel: 'Leave it as it is',
} as const);
