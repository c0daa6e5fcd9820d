import { count } from './common.ts';
import { formatBytes, formatCount } from './dates.ts';
import { inLanguage } from './language.ts';

/** Words of the way out of a vault that does not open. */
export const rescueText = inLanguage('rescue.rescueText', {
  title: 'Backups and rescue',
  line: (name: string) => `of ${name}`,
  backups: 'Backups of this vault',
  none: 'There is no backup of this vault on this computer.',
  looking: 'Looking for backups',
  restore: 'Restore',
  restoreOf: (when: string) => `Restore the backup of ${when}`,
  ask: (when: string) => `Put back the vault of ${when}?`,
  askLead: 'It takes the place of the file that is there, which is kept beside it.',
  act: 'Restore it',
  acting: 'Restoring',
  restored: 'The backup is in the vault’s place, and open.',
  salvage: 'Take what can be read',
  salvageLead: 'Reads every part of the file that is still whole into a new vault. The damaged file is only read.',
  salvageAsk: 'Take what can be read into a new vault?',
  salvageAskLead: 'This may take a while. The new vault opens with the same passphrase.',
  name: 'Name of the new vault',
  suggested: (name: string) => `${name} rescued`.slice(0, 64),
  nameEmpty: 'Give the new vault a name.',
  passphrase: 'The passphrase it had then',
  salvagePassphrase: 'Passphrase of the damaged vault',
  salvageAct: 'Read what is there',
  salvaging: 'Reading',
  reportTitle: 'What could be read',
  report: (records: number, frames: number) =>
    `${records === 1 ? '1 record' : `${formatCount(records)} records`} from ${count(frames, 'save')}`,
  whole: 'Nothing in the file was unreadable.',
  gaps: (gaps: number, bytes: number) =>
    `${count(gaps, 'stretch', 'stretches')} of the file, ${formatBytes(bytes)}, could not be read`,
  runs: (n: number) => `${count(n, 'save')} of several parts had parts missing`,
  untouched: 'The damaged file is as it was. Keep it until you have looked through the new vault.',
  open: 'Open the new vault',
} as const);
