import { count } from './common.ts';
import { inLanguage } from './language.ts';

/** Where the one who holds the file is. */
type Where = 'here' | 'elsewhere' | 'unknown';

const others: Readonly<Record<Where, (host: string | null) => string>> = {
  here: () => 'Another Latchkey on this computer has this vault open for writing.',
  elsewhere: (host) => `${host ?? 'Another computer'} has this vault open for writing.`,
  unknown: () => 'Something has this vault open for writing; who, its lock file does not say.',
};

/** Words of a vault that another one has open for writing. */
export const holderText = inLanguage('file-state.holderText', {
  title: (where: Where | null, host: string | null) =>
    where === null ? 'Nobody else writes to this vault any more.' : others[where](host),
  followed: (since: string | null) =>
    `You can read and copy here, and what is saved there shows by itself.${since === null ? '' : ` Open there since ${since}.`}`,
  closeThere: 'Close it there to change things here.',
  free: 'It can be changed here again.',
  take: 'Change it here',
  taking: 'Taking over',
  askTitle: 'Take over from the other one?',
  askBody:
    'Only if nobody has it open there any more, as after a crash. If someone has, what is saved in both places falls apart into two copies.',
  askKeep: 'Leave it',
  askAct: 'Nobody has it open',
} as const);

/** Words of changes that an earlier lock or crash found unsaved. */
export const rescuedText = inLanguage('file-state.rescuedText', {
  title: (changes: number | null, at: string) =>
    changes === null
      ? `Changes from ${at} could not be saved before the lock.`
      : `${count(changes, 'change')} from ${at} could not be saved before the lock.`,
  kept: (changes: number) => `${changes === 1 ? 'It is' : 'They are'} kept sealed on this computer.`,
  earlierKey: 'They were sealed with an earlier key of this vault; as a vault of their own they open with the passphrase of then.',
  save: (changes: number) => (changes === 1 ? 'Save it now' : 'Save them now'),
  saving: 'Saving',
  saved: 'What waited is saved.',
  copy: 'Save as a vault of its own',
  copyName: (file: string) => `${file.replace(/\.latchkey$/i, '').slice(0, 100)}-rescued.latchkey`,
  copied: (file: string) => `What waited is saved as ${file}.`,
  drop: 'Let go of what waits',
  more: 'More about what waits',
  dropTitle: 'Let go of what waits, for good?',
  dropBody: 'It is nowhere else. Save it as a vault of its own if you are not sure.',
  dropKeep: 'Keep it',
  dropped: 'What waited is gone.',
} as const);
