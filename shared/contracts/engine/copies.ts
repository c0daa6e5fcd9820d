import { z } from 'zod';
import { call } from '../../contract.ts';
import { MAX_BROUGHT_IN } from '../../limits.ts';
import { id, nothing, page, rows, time } from './common.ts';

/** Another file of the open vault: one of its backups, or one the person chose, such as the copy a cloud folder put beside it. */
const source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('backup'), backup: id }),
  z.strictObject({ kind: z.literal('file'), token: z.string().length(22) }),
]);

/** What of a copy could not be read. `unfinished`: only the end of its last save is missing. */
const damage = z.strictObject({
  kind: z.enum(['unfinished', 'damaged']),
  lostBytes: z.int().min(0),
  /** Stretches that could not be read. */
  gaps: z.int().min(0),
  /** Saves known to be missing; 0 before `copies.readBehind`. */
  missingSaves: z.int().min(0),
  /** True once what stands behind the damage was read too. */
  isReadBehind: z.boolean(),
});

export const copyView = z.strictObject({
  copy: id,
  kind: z.enum(['backup', 'file']),
  /** Name of a chosen file; null for a backup. */
  name: z.string().max(255).nullable(),
  /** When the backup was made, or the file last saved as its own log says; null while that is not known. */
  at: time.nullable(),
  bytes: z.int().min(0),
  /** True while it waits for the passphrase it had then: it is sealed with a vault key of another time. */
  locked: z.boolean(),
  damage: damage.nullable(),
  /** Accounts in it that this version cannot read, and that are not in the list. */
  setAside: z.int().min(0),
});
export type CopyView = z.infer<typeof copyView>;

export const copyState = z.enum(['only_there', 'differs', 'same']);
export type CopyState = z.infer<typeof copyState>;

/** The parts of an account in which two copies may differ. */
export const accountPart = z.enum([
  'title',
  'sign_in',
  'client',
  'password',
  'candidate',
  'codes',
  'backup_codes',
  'notes',
  'fields',
  'history',
  'trash',
  'other',
]);
export type AccountPart = z.infer<typeof accountPart>;

/** One account of a copy, as it is there, beside what is here. No secret is among it. */
export const copyRow = z.strictObject({
  id,
  state: copyState,
  title: z.string().max(120),
  username: z.string().max(254).nullable(),
  /** Name of its client there. */
  client: z.string().max(64).nullable(),
  platform: z.string().regex(/^[a-z0-9_]{1,64}$/),
  changed: time,
  /** True when it lies in the trash there. */
  trashed: z.boolean(),
  /** The same account in the open vault; null when it is only there. */
  here: z.strictObject({ changed: time, trashed: z.boolean() }).nullable(),
  /** What is other there; empty unless it differs. */
  parts: z.array(accountPart),
  /** True once it was brought in since the copy was opened. */
  brought: z.boolean(),
});
export type CopyRow = z.infer<typeof copyRow>;

const count = z.int().min(0);
const oneCopy = z.strictObject({ copy: id });

export const copyCalls = {
  /**
   * Opens another file of this vault beside it, to be read only; one that was open before is closed. `another_vault` for a file
   * that is no copy of this one, `no_backup`, `file_unreadable`, and the refusals of opening a vault.
   */
  'copies.open': call('open', z.strictObject({ source }), copyView),
  /** Opens one that is locked. `wrong_password` {wait} as when a vault is opened; `not_found` when it is not open any more. */
  'copies.unlock': call('open', z.strictObject({ copy: id, password: z.string().min(1).max(4096) }), copyView),
  /** Takes what stands behind the damage too; accounts deleted since, and older states, may be among it. */
  'copies.readBehind': call('open', oneCopy, copyView),
  /** Its accounts beside those here: only there first, then those that differ, then the same, each by title. */
  'copies.list': call(
    'open',
    z.strictObject({ copy: id, show: z.enum(['all', ...copyState.options]), query: z.string().max(200), ...page }),
    z.strictObject({
      /** Of all its accounts, whatever is shown; `onlyHere` are those the copy does not have. */
      counts: z.strictObject({ onlyThere: count, differs: count, same: count, onlyHere: count }),
      ...rows(copyRow).shape,
    }),
  ),
  /**
   * Adds accounts of a copy as new ones, all or none: nothing that is here is changed; loans and the log do not come along, what
   * people known here have seen does. `mark` stands behind their titles; `unreadable` secrets did not open and are missing; `ownerless` ones
   * belong to someone not known here; `strangers` have seen something of them and are not known here either.
   */
  'copies.bringIn': call(
    'open',
    z.strictObject({ copy: id, ids: z.array(id).min(1).max(MAX_BROUGHT_IN) }),
    z.strictObject({
      brought: count,
      clients: count,
      unreadable: count,
      ownerless: count,
      strangers: count,
      mark: z.string().max(64),
    }),
  ),
  /** Forgets a copy, its keys wiped; nothing happens when it is not open any more. */
  'copies.close': call('open', oneCopy, nothing),
} as const;
