import type { AsideRecord, LogFault } from '../contracts/engine/aside.ts';
import { count } from './common.ts';
import { formatBytes, formatCount, formatDayTime } from './dates.ts';
import { inLanguage } from './language.ts';

/** What a record of each type is called, and what its absence means. */
const kinds: Readonly<Record<string, { readonly name: string; readonly means: string }>> = {
  meta: {
    name: 'The vault’s own record',
    means: 'The vault is shown by its file’s name, and does not know when its sheet was made or tested.',
  },
  identity: {
    name: 'Your own key',
    means: 'Nothing can be sealed, signed or opened in your name until it can be read. Accounts and codes work as before.',
  },
  client: { name: 'A client', means: 'Its accounts are here, shown without a client.' },
  account: {
    name: 'An account',
    means: 'It is missing from your lists, and so are its password and codes. Others are not touched.',
  },
  contact: { name: 'A person', means: 'They are missing from People, and what was lent to or by them is shown without a name.' },
  grant: { name: 'A grant', means: 'It is missing from what is lent. It does not end by itself here while it is set aside.' },
  exposure: { name: 'An exposure', means: 'One secret that somebody has seen may not be shown as exposed.' },
  received: { name: 'Something lent to you', means: 'It is missing from Lent to me. Ask its owner to hand it off again.' },
  sent: { name: 'A message you sent', means: 'It cannot be sent again from here, and an answer to it may not be taken.' },
  arrived: { name: 'Something that arrived', means: 'It is missing from the inbox. It can be read again from its own text.' },
  seen: { name: 'A mark that a message was read', means: 'That message could be read a second time.' },
  run: { name: 'A run', means: 'Its ticked steps are missing. It can be started anew.' },
  device: { name: 'A device', means: 'It is missing from the devices of its account.' },
  audit: { name: 'An entry of the log', means: 'The log has a gap there. Nothing else depends on it.' },
  request: { name: 'A request', means: 'It is missing from the inbox, and an answer to it may not be taken.' },
};

const unknownKind = { name: 'A kind of record this version does not know', means: 'What it is about is not shown.' };
const otherKind = { name: 'A record', means: 'What it is about is missing here. Everything else is as it was.' };

const kindOf = ({ type, known }: AsideRecord) => (known ? (kinds[type] ?? otherKind) : unknownKind);

/** Why a record cannot be read, in a sentence. */
function why({ why: reason, field, v }: AsideRecord): string {
  switch (reason) {
    case 'unknown_kind':
      return 'Most likely a newer Latchkey wrote it.';
    case 'newer_version':
      return `A newer Latchkey wrote it: it is of version ${v}, and this one reads version 1.`;
    case 'unknown_field':
      return 'It has a part that this version does not know.';
    case 'missing_field':
      return `Its part “${field ?? ''}” is missing.`;
    default:
      return `Its part “${field ?? ''}” does not have the form it should have.`;
  }
}

/** The part of an id that is shown: enough to tell one from another. */
export function shortId(id: string): string {
  return id.slice(0, 8);
}

/** Words of the page about what cannot be read. */
export const asideText = inLanguage('aside.asideText', {
  title: 'What could not be read',
  back: 'Vault health',
  records: 'Records set aside',
  looking: 'Reading every record',
  none: 'Every record was understood',
  noneLead: 'Nothing is set aside.',
  lead: 'This version cannot read them, so they are in no list. Their bytes are kept as they are, and go along with every save, compaction and backup. After an update each is tried again by itself.',
  name: (record: AsideRecord): string => (record.name === null ? kindOf(record).name : `${kindOf(record).name}, “${record.name}”`),
  why,
  means: (record: AsideRecord): string => kindOf(record).means,
  facts: (record: AsideRecord, now: number): string =>
    [
      shortId(record.id),
      ...(record.known ? [] : [record.type]),
      ...(record.changed === null ? [] : [`last changed ${formatDayTime(record.changed, now)}`]),
      formatBytes(record.bytes),
    ].join(' · '),
  more: (n: number) => `and ${count(n, 'further record')}`,
  copy: 'Copy for support',
  copyOf: (record: AsideRecord) => `Copy what is known of ${shortId(record.id)} for support`,
  copied: 'What is known of the record is copied. Nothing of what is in it is in that text.',
  remove: 'Remove',
  removeOf: (record: AsideRecord) => `Remove the record ${shortId(record.id)}`,
  removing: 'Removing',
  removed: 'The record is removed, and the log says so.',
  stays: ({ type }: AsideRecord): string =>
    type === 'audit' ? 'It stays: the log is only ever written on.' : 'It stays: a vault is not whole without it.',
  ask: (record: AsideRecord) => `Remove the record ${shortId(record.id)} for good?`,
  askLead: (record: AsideRecord): string =>
    `${asideText.name(record)}. ${record.why === 'unknown_kind' || record.why === 'newer_version' ? 'A newer Latchkey can read it; without it, what is in it is lost.' : 'A later version may be able to read it; without it, what is in it is lost.'} There is no way back but a backup: those made until now keep it until they are replaced or purged.`,
  keep: 'Keep it',
  /** What is copied for support: never anything of the record's data, not even its name. */
  support: (record: AsideRecord): string =>
    [
      'Latchkey, a record set aside',
      `Type: ${record.type}, version ${record.v}${record.known ? '' : ' (not known here)'}`,
      `Record: ${shortId(record.id)}`,
      `Size: ${record.bytes} bytes`,
      `Why: ${why(record)}`,
    ].join('\n'),
} as const);

/** Words about a log that does not hold together. */
export const logFaultText = inLanguage('aside.logFaultText', {
  title: 'The log',
  whole: (entries: number) => `The log is whole: ${formatCount(entries)} ${entries === 1 ? 'entry' : 'entries'}`,
  wholeLead: 'Each entry is tied to the one before it.',
  head: ({ n, why: reason, missing }: LogFault): string => {
    if (reason === 'missing' && missing > 1) {
      return `Entries ${formatCount(n)} to ${formatCount(n + missing - 1)} of the log are missing`;
    }
    if (reason === 'missing') return `Entry ${formatCount(n)} of the log is missing`;
    if (reason === 'repeated') return `Two entries of the log bear the number ${formatCount(n - 1)}`;
    return n === 1
      ? 'The first entry of the log is not as it was written'
      : `Entry ${formatCount(n)} of the log does not follow from entry ${formatCount(n - 1)}`;
  },
  between: ({ before, after }: LogFault, now: number): string => {
    const entry = (one: { n: number; t: number }) => `entry ${formatCount(one.n)} of ${formatDayTime(one.t, now)}`;
    if (before === null) return after === null ? '' : `Before ${entry(after)}.`;
    return after === null ? `After ${entry(before)}.` : `Between ${entry(before)} and ${entry(after)}.`;
  },
  more: (n: number) => `There ${n === 1 ? 'is one more place like it' : `are ${formatCount(n)} more places like it`} further on.`,
  aside: (n: number) => `${count(n, 'entry', 'entries')} of the log ${n === 1 ? 'is' : 'are'} among the records set aside.`,
  meansTitle: 'What it means',
  means: ({ n, why: reason, setAside }: LogFault): string => {
    if (reason === 'missing') {
      return setAside > 0
        ? 'What happened there is written down, but cannot be read by this version.'
        : 'What happened there is not written down here any more. It may stand in a backup.';
    }
    if (reason === 'repeated') {
      return 'Two things were written at the same place, as when two copies of the file were changed apart and put together.';
    }
    return n === 1
      ? 'It was changed after it was written, or something stood before it.'
      : 'One of the two was changed after it was written. What they say is not proof of what happened.';
  },
  notTitle: 'What it does not mean',
  not: (n: number): string =>
    `${n > 2 ? `The entries up to ${formatCount(n - 2)} hold. ` : ''}Accounts, passwords and codes do not depend on the log, and new entries are tied to the newest as before.`,
  sealed: 'Only a program that had this vault open can have written it: the file lets nobody else in.',
  todoTitle: 'What to do',
  todo: 'Look whether a backup from before that time says more. If someone else may know the passphrase or the sheet, renew the vault key.',
  backups: 'Show the backups',
  key: 'Passphrase and sheet',
} as const);
