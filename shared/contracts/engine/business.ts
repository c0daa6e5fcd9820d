import { z } from 'zod';
import { call } from '../../contract.ts';
import { AD_CODE_DAYS } from '../../limits.ts';
import { copied, id, line, nothing, page, personRef, rows, secret, text, time } from './common.ts';

/** Most things and people a centre is shown with. */
export const MOST_IN_CENTRE = 500;

export const assetKind = z.enum(['ad_account', 'account', 'page', 'channel', 'shop', 'pixel', 'catalogue', 'site', 'other']);
export type AssetKind = z.infer<typeof assetKind>;

/** Whether something belongs to a centre, or another centre lets it be used there. */
export const hold = z.enum(['owns', 'may_use']);

/** Asked for by them, invited by us, in, out again. */
export const memberState = z.enum(['asked', 'invited', 'active', 'removed']);

const platform = z.string().regex(/^[a-z0-9_]{1,64}$/);
/** When an ad code may begin: its longest span still ends at a time there is. */
const codeBegins = z.int().min(1).max(253_000_000_000);
const name = z.string().max(120);
const number = z.string().max(254).nullable();
const days = z.literal(AD_CODE_DAYS);

export const centreRow = z.strictObject({
  id,
  client: id.nullable(),
  platform: z.string().max(64),
  name,
  number,
  owner: z.enum(['me', 'partner']),
  /** The partner it belongs to; null for one's own, and for a partner who is not among one's people. */
  person: personRef.nullable(),
  assets: z.int().min(0),
  people: z.int().min(0),
  partners: z.int().min(0),
  /** Invited or asked for, and not in yet. */
  waiting: z.int().min(0),
  /** The first coming last day among those who are in; null when none has one. */
  ends: time.nullable(),
  /** Those still in, or still invited, after their last day. */
  over: z.int().min(0),
  archived: z.boolean(),
});
export type CentreRow = z.infer<typeof centreRow>;

export const assetRow = z.strictObject({
  id,
  kind: assetKind,
  name,
  number,
  hold,
  account: z.strictObject({ id, title: name, username: z.string().max(254).nullable() }).nullable(),
});
export type AssetRow = z.infer<typeof assetRow>;

export const memberRow = z.strictObject({
  id,
  as: z.enum(['person', 'partner']),
  person: personRef.nullable(),
  name,
  number,
  level: name,
  /** Whether that level is the lowest the platform has, as the person noted it. */
  lowest: z.boolean(),
  assets: z.array(id).max(100),
  state: memberState,
  /** When they came in; null while they wait. */
  since: time.nullable(),
  until: time.nullable(),
  /** Still in, or still invited, after `until`. */
  over: z.boolean(),
  removed: time.nullable(),
  note: z.string().max(500).nullable(),
});
export type MemberRow = z.infer<typeof memberRow>;

/** What stays as it is when someone is removed from a centre: things that are theirs, and others who are in by themselves. */
export const stays = z.strictObject({
  /** Things only lent to the centre: they leave with the partner, or stay theirs. */
  theirs: z.array(assetRow).max(MOST_IN_CENTRE),
  /** The centre's own things they could use: they come back with the removal. */
  back: z.array(assetRow).max(MOST_IN_CENTRE),
  /** People of the same firm who were added one by one and stay until they are removed themselves. */
  people: z.array(memberRow).max(MOST_IN_CENTRE),
  /** Ad codes they hold that still run. */
  adCodes: z.int().min(0),
});
export type Stays = z.infer<typeof stays>;

export const adCodeRow = z.strictObject({
  id,
  account: z.strictObject({ id, platform: z.string().max(64), title: name, username: z.string().max(254).nullable() }),
  person: personRef.nullable(),
  about: z.string().max(254),
  /** Whether the code itself is kept here. */
  kept: z.boolean(),
  days: z.int().min(1).max(365),
  from: time,
  until: time,
  /** When it was withdrawn; null while it was not. */
  ended: time.nullable(),
  state: z.enum(['live', 'over', 'withdrawn']),
});
export type AdCodeRow = z.infer<typeof adCodeRow>;

/** One number as platforms exchange it: of a centre, of something or someone in it, or of a person one knows. */
export const numberRow = z.strictObject({
  /** The record it stands in: a centre, an asset, a member, or for `person` a contact. */
  of: id,
  whose: z.enum(['centre', 'asset', 'member', 'person']),
  /** What kind of thing it is the number of; null but for `asset`. */
  kind: assetKind.nullable(),
  /** The centre to look at; null for `person`. */
  centre: id.nullable(),
  platform: z.string().max(64),
  /** Whose or what it is the number of. */
  owner: name,
  /** What the platform calls it, such as "Business Center ID"; null but for `person`. */
  name: z.string().max(64).nullable(),
  value: z.string().max(254),
});
export type NumberRow = z.infer<typeof numberRow>;

export const personNumber = z.strictObject({ platform, name: line(64), value: line(254) });
export type PersonNumber = z.infer<typeof personNumber>;

/** A centre as a person writes it down; `contact` counts for a partner’s alone. */
export const centreForm = z.strictObject({
  id: id.optional(),
  client: id.nullable(),
  platform,
  name: line(120),
  number: line(254).nullable(),
  owner: z.enum(['me', 'partner']),
  contact: id.nullable(),
  notes: text(4000).nullable(),
  archived: z.boolean(),
});
export type CentreForm = z.infer<typeof centreForm>;

/** A thing of a centre; its account is one of the vault, its `centre` is that of before. */
export const assetForm = z.strictObject({
  id: id.optional(),
  centre: id,
  kind: assetKind,
  name: line(120),
  number: line(254).nullable(),
  hold,
  account: id.nullable(),
});
export type AssetForm = z.infer<typeof assetForm>;

/** Someone in a centre; `assets` are things of that centre. */
export const memberForm = z.strictObject({
  id: id.optional(),
  centre: id,
  as: z.enum(['person', 'partner']),
  contact: id.nullable(),
  name: line(120),
  number: line(254).nullable(),
  level: line(120),
  lowest: z.boolean(),
  assets: z.array(id).max(100),
  state: z.enum(['asked', 'invited', 'active']),
  until: time.nullable(),
  note: text(500).nullable(),
});
export type MemberForm = z.infer<typeof memberForm>;

/** An ad code; `code` null keeps what is there, a code is a secret. */
export const adCodeForm = z.strictObject({
  id: id.optional(),
  account: id,
  contact: id.nullable(),
  about: line(254),
  code: secret(512).nullable(),
  days,
  from: codeBegins,
});
export type AdCodeForm = z.infer<typeof adCodeForm>;

export const businessCalls = {
  /** By name; `archived` lists those put away in place of the others. */
  'business.list': call(
    'open',
    z.strictObject({ archived: z.boolean(), client: id.optional(), query: z.string().max(254).optional(), ...page }),
    rows(centreRow),
  ),
  'business.get': call(
    'open',
    z.strictObject({ id }),
    z.strictObject({
      row: centreRow,
      notes: z.string().max(4000).nullable(),
      assets: z.array(assetRow).max(MOST_IN_CENTRE),
      /** Those who are in first, then those who wait, then those who are out, latest first, as far as there is room. */
      members: z.array(memberRow).max(MOST_IN_CENTRE),
    }),
  ),
  'business.save': call('open', centreForm, z.strictObject({ id })),
  /** Removes a centre with all that stands in it; refused as `centre_in_use` while someone is in or waits. */
  'business.remove': call('open', z.strictObject({ id }), nothing),
  'business.saveAsset': call('open', assetForm, z.strictObject({ id })),
  /** Members who could use it lose it from their list. */
  'business.removeAsset': call('open', z.strictObject({ id }), nothing),
  /** Refused as `member_removed` for one who is out: who comes back is noted anew. */
  'business.saveMember': call('open', memberForm, z.strictObject({ id })),
  /** What a removal would leave as it is; changes nothing. */
  'business.stays': call('open', z.strictObject({ member: id }), stays),
  /** Says that they were removed at the platform, or, of one who waits, that the invitation was taken back or the request declined. */
  'business.removeMember': call('open', z.strictObject({ id }), nothing),

  /** Those that run, soonest end first; then, with `all`, those that are over, latest first. */
  'business.adCodes': call(
    'open',
    z.strictObject({ only: z.enum(['live', 'all']), account: id.optional(), ...page }),
    rows(adCodeRow),
  ),
  'business.saveAdCode': call('open', adCodeForm, z.strictObject({ id })),
  'business.copyAdCode': call('open', z.strictObject({ id }), copied),
  /** Says that the code was withdrawn at the platform; changes nothing where that was said before. */
  'business.endAdCode': call('open', z.strictObject({ id }), nothing),

  'business.numbers': call('open', z.strictObject({ query: z.string().max(254).optional(), ...page }), rows(numberRow)),
  /** Copies a number; refused as `not_found` unless the record bears that very number. It is no secret and stays on the clipboard. */
  'business.copyNumber': call('open', z.strictObject({ of: id, value: line(254) }), nothing),
  'business.personNumbers': call(
    'open',
    z.strictObject({ contact: id }),
    z.strictObject({ numbers: z.array(personNumber).max(32) }),
  ),
  'business.savePersonNumbers': call('open', z.strictObject({ contact: id, numbers: z.array(personNumber).max(32) }), nothing),
} as const;
