import type { z } from 'zod';
import { exposure, codeRequest, grant, received, request, revoked } from './access-shapes.ts';
import { account, client, contact, identity, meta, purgedAccount } from './account-shapes.ts';
import { adCode, asset, centre, member } from './business-shapes.ts';
import { type Fits, fitsOf } from './fits.ts';
import { arrived, audit, seen, sent } from './message-shapes.ts';
import { catalogue, device, review, run, snooze } from './work-shapes.ts';

/** Every record type of this version, with the shape of its data. All are of version 1. */
export const SHAPES = {
  meta,
  identity,
  client,
  account,
  purged_account: purgedAccount,
  contact,
  grant,
  exposure,
  received,
  request,
  code_request: codeRequest,
  revoked,
  sent,
  arrived,
  seen,
  run,
  device,
  centre,
  asset,
  member,
  ad_code: adCode,
  review,
  snooze,
  catalogue,
  audit,
} as const;

/** A type of record this version knows. */
export type RecordType = keyof typeof SHAPES;

/** The same shapes as tests that copy nothing. */
export const FITS = Object.fromEntries(Object.entries(SHAPES).map(([type, shape]) => [type, fitsOf(shape)])) as Record<
  RecordType,
  Fits
>;

/** Data of a record of one type, as its shape lets it through. */
export type Data<T extends RecordType> = z.output<(typeof SHAPES)[T]>;

/** What lists look at of each account. */
export const ACCOUNT_HEAD = ['title', 'client', 'made', 'changed', 'used', 'trashed', 'pinned'] as const;

/** Those members of an account's data. */
export type AccountHead = Pick<Data<'account'>, (typeof ACCOUNT_HEAD)[number]>;

/** A record whose data fits its shape. The data may be made when it is asked for: take what you need of it once. */
export interface Entry<T extends RecordType> {
  readonly id: string;
  readonly data: Data<T>;
}
