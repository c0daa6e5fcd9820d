import type { AdCodeRow, AssetRow, CentreRow, MemberRow } from '../../../shared/contracts/engine/business.ts';
import type { FakeBusiness, FakeCentre } from './fake-business.ts';
import { steadyId } from './state.ts';

const day = 86_400;

type Person = CentreRow['person'];
const ref = (id: string, name: string, verified = true): Person => ({ contact: steadyId(id), name, verified });

function thing(kind: AssetRow['kind'], name: string, number: string | null, hold: AssetRow['hold'] = 'owns'): AssetRow {
  return { id: steadyId(`ast${name}`), kind, name, number, hold, account: null };
}

type MemberPart = Pick<MemberRow, 'as' | 'person' | 'name' | 'level'> & Partial<MemberRow>;

function member(part: MemberPart): MemberRow {
  return {
    id: steadyId(`mem${part.name}`),
    ...{
      number: null,
      lowest: false,
      assets: [],
      state: 'active',
      since: null,
      until: null,
      over: false,
      removed: null,
      note: null,
    },
    ...part,
  };
}

function harbour(now: number): FakeCentre {
  const [ads, gifts, pixel] = [
    thing('ad_account', 'Harbour Bakery EU', '7304482113907001'),
    { ...thing('account', 'Shop window', null), account: { id: steadyId('acc1'), title: 'TikTok', username: '@harbourbakery' } },
    thing('pixel', 'Shop pixel', 'CH4J2KBC77U'),
  ];
  const lent = thing('ad_account', 'Brightside test', '7311902204410017', 'may_use');
  return {
    row: {
      ...{ id: steadyId('bcharbour'), client: steadyId('Harbour Bakery'), platform: 'tiktok_business', name: 'Harbour Bakery' },
      ...{ number: '7291884402213340674', owner: 'me', person: null, archived: false },
    },
    notes: 'Till is the other Admin. Ask before the Christmas budget changes.',
    assets: [ads, gifts, pixel, lent],
    members: [
      member({
        ...{ as: 'partner', person: ref('ines', 'Ines Kaya', false), name: 'Brightside Ads', number: '7188430092215546113' },
        ...{ level: 'Ad account: Operator', assets: [ads.id, pixel.id, lent.id], since: now - 60 * day, until: now - 4 * day },
        over: true,
      }),
      member({
        ...{ as: 'person', person: ref('tomas', 'Tomás Reyes'), name: 'Tomás Reyes', level: 'Business Center: Standard' },
        ...{ lowest: true, assets: [ads.id], since: now - 12 * day, until: now + 5 * day },
      }),
      member({ as: 'person', person: null, name: 'Till Brandt', level: 'Business Center: Admin', since: now - 400 * day }),
      member({
        ...{ as: 'person', person: ref('jon', 'Jon Lindqvist'), name: 'Jon Lindqvist', level: 'Ad account: Analyst', lowest: true },
        ...{ assets: [ads.id], state: 'invited', until: now + 40 * day },
      }),
      member({
        ...{ as: 'person', person: null, name: 'Mia Holm', level: 'Ad account: Operator', state: 'removed' },
        ...{ since: now - 300 * day, removed: now - 90 * day },
      }),
    ],
  };
}

function fennel(): FakeCentre {
  return {
    row: {
      ...{ id: steadyId('bcfennel'), client: steadyId('Fennel & Co'), platform: 'meta_business', name: 'Fennel & Co' },
      ...{ number: '104882291734410', owner: 'me', person: null, archived: false },
    },
    notes: null,
    assets: [thing('page', 'Fennel & Co', '118442930021'), thing('catalogue', 'Spices, all', '9920441')],
    members: [],
  };
}

function lindqvist(): FakeCentre {
  return {
    row: {
      ...{ id: steadyId('bclindqvist'), client: steadyId('Lindqvist Cycles'), platform: 'google_ads', name: 'Lindqvist Cycles' },
      ...{ number: '482-113-9070', owner: 'partner', person: ref('jon', 'Jon Lindqvist'), archived: false },
    },
    notes: null,
    assets: [thing('ad_account', 'Lindqvist search', '482-113-9071', 'may_use')],
    members: [member({ as: 'person', person: null, name: 'Maren Voss', level: 'Read only', lowest: true })],
  };
}

function adCodes(now: number): AdCodeRow[] {
  const of = (at: number, platform: string, title: string, username: string): AdCodeRow['account'] => ({
    id: steadyId(`acc${at}`),
    ...{ platform, title, username },
  });
  const bakery = of(1, 'tiktok', 'TikTok', '@harbourbakery');
  const fennelCo = of(9, 'tiktok', 'TikTok', '@fennel.and.co');
  const code = (about: string, account: AdCodeRow['account'], days: 7 | 30 | 60 | 365, from: number): AdCodeRow => ({
    ...{ id: steadyId(`adc${about}`), account, person: ref('ines', 'Ines Kaya', false), about, kept: true, days, from },
    ...{ until: from + days * day, ended: null, state: from + days * day > now ? 'live' : 'over' },
  });
  return [
    code('Saffron rolls, reel of 20 Nov', bakery, 7, now - 5 * day),
    code('Advent reel, opening the oven at five', bakery, 30, now - 9 * day),
    { ...code('Spice tins, spark', fennelCo, 365, now - 40 * day), person: null, kept: false },
    code('Summer crates', fennelCo, 60, now - 90 * day),
    { ...code('Rye starter', bakery, 60, now - 20 * day), ended: now - 2 * day, state: 'withdrawn' },
  ];
}

/** The sample studio's business access: three centres, five ad codes, the numbers of one person. */
export function sampleBusiness(now: number): FakeBusiness {
  const codes = adCodes(now);
  return {
    centres: [fennel(), harbour(now), lindqvist()],
    adCodes: codes,
    codes: Object.fromEntries(codes.filter(({ kept }) => kept).map(({ id }, at) => [id, `#Hb4x${at}Qw9+/zR7tLmA=`])),
    numbers: { [steadyId('tomas')]: [{ platform: 'tiktok_business', name: 'Business Center ID', value: '7290031884425517' }] },
    stays: {
      [steadyId('memBrightside Ads')]: {
        people: [member({ as: 'person', person: null, name: 'Ines Kaya', level: 'Ad account: Analyst', lowest: true })],
        adCodes: 2,
      },
    },
    copied: [],
  };
}
