import { z } from 'zod';
import { MAX_ROWS } from '../../limits.ts';
import { call } from '../../contract.ts';
import { grantState, id, nothing, page, personRef, span, time, zone } from './common.ts';

/**
 * Where a loan stands in the ledger. Exposed: its time is over and something it gave still works. Ended: its time is over, nothing is
 * exposed, and nobody has closed it. Ending: its last day is in this week. Closed: closed, declined or given back, and nothing is exposed.
 */
export const ledgerState = z.enum(['exposed', 'ended', 'ending', 'active', 'closed']);
export type LedgerState = z.infer<typeof ledgerState>;

/** Which loans: those given or those received; null leaves a filter out. A client or an account is one of the loan's accounts. */
const wanted = {
  side: z.enum(['given', 'received']),
  state: z.enum(['all', ...ledgerState.options]),
  client: id.nullable(),
  person: id.nullable(),
  account: id.nullable(),
  query: z.string().max(200),
};
export const ledgerWanted = z.strictObject(wanted);
export type LedgerWanted = z.infer<typeof ledgerWanted>;

export const ledgerRow = z.strictObject({
  id,
  side: z.enum(['given', 'received']),
  account: z.strictObject({
    /** Of a received one: the lent item. */
    id,
    platform: z.string().max(64),
    title: z.string().max(120),
    username: z.string().max(254).nullable(),
    client: z.strictObject({ name: z.string().max(64), colour: z.int().min(1).max(8) }).nullable(),
    /** How many more accounts the loan is of. */
    more: z.int().min(0),
  }),
  person: personRef,
  what: z.array(z.enum(['password', 'codes', 'backup_codes', 'live_codes', 'role'])).max(5),
  level: z.string().max(120).nullable(),
  from: time,
  /** Its last instant, or an earlier end. */
  until: time,
  state: ledgerState,
  grant: grantState,
  closed: time.nullable(),
  /** Of received ones: when its secrets left this vault before the end. */
  givenBack: time.nullable(),
  /** What it gave and that still works, each since it was first seen. */
  exposed: z.array(z.strictObject({ secret: z.enum(['password', 'codes', 'backup_codes']), since: time })).max(3),
  run: z.strictObject({ id, done: z.int().min(0), steps: z.int().min(1), finished: time.nullable() }).nullable(),
  /** Bars of the chart; the exposed one goes from the end until now. */
  lanes: z.strictObject({
    codes: span.nullable(),
    password: span.nullable(),
    role: span.nullable(),
    exposed: span.nullable(),
  }),
});
export type LedgerRow = z.infer<typeof ledgerRow>;

/** How many loans stand where, whatever state was asked for. */
const totals = z.strictObject({
  all: z.int().min(0),
  exposed: z.int().min(0),
  ended: z.int().min(0),
  ending: z.int().min(0),
  active: z.int().min(0),
  closed: z.int().min(0),
});
export type LedgerTotals = z.infer<typeof totals>;

const token = z.string().length(22);

export const ledgerCalls = {
  /** Who has what, until when: what is exposed first, then what ended, ends this week, is lent, and is closed. */
  'ledger.list': call(
    'open',
    z.strictObject({ ...wanted, ...page }),
    z.strictObject({ total: z.int().min(0), rows: z.array(ledgerRow).max(MAX_ROWS), totals }),
  ),
  /** Writes all loans that fit as a table (CSV), times in `zone`. */
  'ledger.saveTable': call('open', z.strictObject({ ...wanted, zone, token }), nothing),
  /** Writes the same loans as a page to read and print. */
  'ledger.saveReport': call('open', z.strictObject({ ...wanted, zone, token }), nothing),
  /** Writes what came back of all that was lent of one client's accounts, and what did not. */
  'ledger.saveCertificate': call('open', z.strictObject({ client: id, zone, token }), nothing),
} as const;
