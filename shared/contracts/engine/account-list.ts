import { z } from 'zod';
import { call } from '../../contract.ts';
import { MAX_IDS, MAX_ROWS } from '../../limits.ts';
import { ACCOUNT_SORTS } from '../../settings.ts';
import { id, line, nothing, time } from './common.ts';

const platform = z.string().regex(/^[a-z0-9_]{1,64}$/);
const tag = line(32);

/** What narrows a list of accounts; what is left out does not. */
export const accountFilter = z.strictObject({
  tag: tag.optional(),
  platform: platform.optional(),
  state: z.enum(['lent', 'ending', 'exposed']).optional(),
  hasCode: z.boolean().optional(),
  owner: z.enum(['mine', 'others']).optional(),
  /** Passwords easily guessed, or in use for several accounts. */
  quality: z.enum(['weak', 'reused']).optional(),
});
export type AccountFilter = z.infer<typeof accountFilter>;

/** Whose accounts a list is of. */
const listOf = {
  /** Null for those without a client, left out for all. */
  client: id.nullable().optional(),
  trashed: z.boolean(),
};

/** Which accounts a list shows, and in which order. */
export const accountQuery = {
  ...listOf,
  query: z.string().max(200),
  filter: accountFilter.optional(),
  sort: z.enum(ACCOUNT_SORTS),
};

/** What keeps an account in the trash past its days: something of it still goes on outside. */
export const held = z.enum(['lent', 'exposed', 'run', 'ad_code']);
export type Held = z.infer<typeof held>;

const tagged = z.strictObject({ tag, accounts: z.int().min(0) });

/** How many accounts of a list each filter would leave. */
export const facets = z.strictObject({
  tags: z.array(tagged).max(500),
  platforms: z.array(z.strictObject({ platform, accounts: z.int().min(0) })).max(500),
  states: z.strictObject({ lent: z.int().min(0), ending: z.int().min(0), exposed: z.int().min(0) }),
  codes: z.strictObject({ with: z.int().min(0), without: z.int().min(0) }),
  owners: z.strictObject({ mine: z.int().min(0), others: z.int().min(0) }),
  /** Null while nobody looked at the passwords. */
  quality: z.strictObject({ weak: z.int().min(0), reused: z.int().min(0) }).nullable(),
});
export type Facets = z.infer<typeof facets>;

/** One thing done to many accounts. */
export const bulkAct = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tag'), tag }),
  z.strictObject({ kind: z.literal('untag'), tag }),
  /** A tag in the place of another. */
  z.strictObject({ kind: z.literal('retag'), tag, to: tag }),
  z.strictObject({ kind: z.literal('move'), client: id.nullable() }),
  z.strictObject({ kind: z.literal('trash') }),
  z.strictObject({ kind: z.literal('restore') }),
]);
export type BulkAct = z.infer<typeof bulkAct>;

const bulk = z.strictObject({ ids: z.array(id).min(1).max(MAX_ROWS), act: bulkAct });
export type Bulk = z.infer<typeof bulk>;

/** How many accounts were changed, and what takes that back. */
export const bulkDone = z.strictObject({ changed: z.int().min(0), back: z.array(bulk).max(2000) });
export type BulkDone = z.infer<typeof bulkDone>;

/** An account like one that is about to be saved. */
export const similar = z.strictObject({
  id,
  title: z.string().max(120),
  username: z.string().max(254).nullable(),
  client: id.nullable(),
});

export const accountListCalls = {
  /** The ids of a list in order, as many as can be chosen at once. */
  'accounts.ids': call('open', z.strictObject(accountQuery), z.strictObject({ ids: z.array(id).max(MAX_IDS) })),
  'accounts.facets': call('open', z.strictObject(listOf), facets),
  /** Does one thing to many accounts; those it changes nothing for, or that are not there, are left out. */
  'accounts.bulk': call('open', bulk, bulkDone),
  /** Puts an account among the pinned ones, before another or behind all. */
  'accounts.pin': call('open', z.strictObject({ id, before: id.nullable() }), nothing),
  /** `before` is the pinned account it stood before; null when it was the last. */
  'accounts.unpin': call('open', z.strictObject({ id }), z.strictObject({ before: id.nullable() })),
  /** Accounts that an account about to be saved may be already; `id` is its own when it is known. */
  'accounts.similar': call(
    'open',
    z.strictObject({
      id: id.optional(),
      client: id.nullable(),
      platform,
      title: z.string().max(120),
      username: z.string().max(254),
    }),
    z.strictObject({ accounts: z.array(similar).max(5) }),
  ),
  /** Tags in use, by name: of some accounts, or outside of the trash. */
  'tags.list': call(
    'open',
    z.strictObject({ of: z.array(id).max(MAX_IDS).optional() }),
    z.strictObject({ tags: z.array(tagged).max(500) }),
  ),
  /** Writes a tag otherwise, on every account that has it, those in the trash too; null takes it away. One that is there already becomes one with it. */
  'tags.rename': call('open', z.strictObject({ tag, to: tag.nullable() }), bulkDone),
  /** What keeps an account in the trash, and when it leaves the vault otherwise. Null when it is not in the trash. */
  'trash.of': call(
    'open',
    z.strictObject({ id }),
    z.strictObject({ stay: z.strictObject({ until: time, held: held.nullable() }).nullable() }),
  ),
  /** Deletes accounts of the trash for good; what is still lent, exposed or in a run stays. */
  'trash.purge': call(
    'open',
    z.strictObject({ ids: z.array(id).min(1).max(MAX_ROWS) }),
    z.strictObject({ purged: z.int().min(0), held: z.int().min(0) }),
  ),
  /** The same for the whole trash. */
  'trash.empty': call('open', nothing, z.strictObject({ purged: z.int().min(0), held: z.int().min(0) })),
  /** Takes back the removal of a client since the vault was opened; the accounts that have none since then come back to it. */
  'clients.putBack': call('open', z.strictObject({ id }), nothing),
} as const;
