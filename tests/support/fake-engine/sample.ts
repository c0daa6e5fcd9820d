import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import { sampleBusiness } from './sample-business.ts';
import { type FakeState, steadyId } from './state.ts';

const day = 86_400;
const me = { contact: null, name: 'Maren Voss', verified: true };
const tomas = { contact: steadyId('tomas'), name: 'Tomás Reyes', verified: true };

const clients: [string, number][] = [
  ['Harbour Bakery', 1],
  ['Fennel & Co', 4],
  ['Orchard Optics', 2],
  ['Lindqvist Cycles', 6],
  ['Studio', 8],
];

const rows: [client: string | null, platform: string, title: string, username: string][] = [
  ['Harbour Bakery', 'instagram', 'Instagram', '@harbourbakery'],
  ['Harbour Bakery', 'tiktok', 'TikTok', '@harbourbakery'],
  ['Harbour Bakery', 'shopify', 'Shopify', 'owner@harbourbakery.shop'],
  ['Harbour Bakery', 'meta_business', 'Meta business portfolio', 'Harbour Bakery · partner'],
  ['Harbour Bakery', 'etsy', 'Etsy', 'HarbourBakeryGifts'],
  ['Harbour Bakery', 'youtube', 'YouTube', 'Harbour Bakery · channel manager'],
  ['Harbour Bakery', 'mailchimp', 'Mailchimp', 'hello@harbourbakery.shop'],
  ['Harbour Bakery', 'namecheap', 'Namecheap', 'harbourbakery'],
  ['Harbour Bakery', 'wordpress_selfhosted', 'WordPress', 'harbourbakery.shop'],
  ['Fennel & Co', 'tiktok', 'TikTok', '@fennel.and.co'],
  ['Fennel & Co', 'pinterest', 'Pinterest', 'fennelandco'],
  ['Orchard Optics', 'instagram', 'Instagram', '@orchard.optics'],
  ['Lindqvist Cycles', 'google_ads', 'Google Ads', 'jon@lindqvist.example'],
  [null, 'github', 'GitHub', 'marenvoss'],
];

function account(at: number, [client, platform, title, username]: (typeof rows)[number], now: number): AccountDetail {
  return {
    id: steadyId(`acc${at}`),
    client: client === null ? null : steadyId(client),
    platform,
    kind: platform === 'meta_business' ? 'business' : 'personal',
    title,
    username,
    recoveryMail: 'till@hbakery.shop',
    recoveryPhone: 'ends in 41, Maren’s',
    address: `https://www.${platform}.com/login`,
    tags: at === 0 ? ['advent', 'shop'] : [],
    owner: me,
    password: { changed: now - 21 * day, exposed: at === 0 || at === 4 },
    candidate: null,
    hasNotes: at === 0,
    factors: [],
    backupCodes: [],
    fields: [],
    history: [],
    earlier: [],
    earlierKeys: [],
    access: [],
    exposures: [],
    lately: [],
    made: now - 300 * day,
    changed: now - 21 * day,
    used: at === 0 ? now - 600 : null,
    trashed: null,
    pinned: false,
  };
}

function lend(one: AccountDetail, now: number): void {
  const until = now + 10 * day;
  Object.assign(one, {
    factors: [
      {
        id: steadyId(`fac${one.id}`),
        kind: 'authenticator',
        note: null,
        authenticator: { type: 'totp', algorithm: 'SHA1', digits: 6, period: 30, counter: 0, confirmed: true },
        changed: now - 21 * day,
        outside: false,
      },
    ],
    backupCodes: [1, 2, 3, 4, 5].map((n) => ({ id: steadyId(`bak${n}`), used: n === 1 ? now - 46 * day : null })),
    fields: [
      { id: steadyId('fld1'), name: 'Ad account', value: '4482-113-907', secret: false },
      { id: steadyId('fld2'), name: 'PIN', value: null, secret: true },
    ],
    history: [{ id: steadyId('his1'), set: now - 200 * day, replaced: now - 21 * day }],
    access: [{ grant: steadyId('grant1'), person: tomas, state: 'active', until, what: ['password', 'codes'] }],
    exposures: [{ id: steadyId('exp1'), secret: 'password', set: now - 21 * day, seenBy: tomas, at: now - day, until: null }],
    lately: [
      { n: 31, t: now - 600, what: 'receipt-opened', who: tomas, about: one.title, part: null, run: null, proof: 'signed' },
      { n: 30, t: now - day, what: 'handoff-sealed', who: tomas, about: one.title, part: null, run: null, proof: null },
      { n: 12, t: now - 21 * day, what: 'password-changed', who: null, about: one.title, part: null, run: null, proof: null },
    ],
  } satisfies Partial<AccountDetail>);
}

/** Fills a state with the sample studio: five clients, fourteen accounts, four people, one loan. */
export function fillSample(state: FakeState): void {
  const now = state.now();
  state.clients = clients.map(([name, colour]) => ({ id: steadyId(name), name, colour, notes: null, archived: false }));
  state.accounts = rows.map((row, at) => account(at, row, now));
  state.used = state.accounts.map((one) => one.id);
  for (const [at, one] of state.accounts.entries()) {
    state.secrets[one.id] = {
      password: `Tr7&mel04-Quay${at}`,
      notes: 'Two phones are on this account.\nAsk Till before anything changes.',
      seed: one.id,
    };
    for (const n of [1, 2, 3, 4, 5])
      state.secrets[one.id] = { ...state.secrets[one.id], [`backup/${steadyId(`bak${n}`)}`]: `4${n}71 90${n}3` };
    Object.assign(state.secrets[one.id] ?? {}, {
      [`field/${steadyId('fld2')}`]: '7734',
      [`history/${steadyId('his1')}`]: 'Old-Harbour-1',
    });
  }
  const [first, second] = state.accounts;
  if (first) lend(first, now);
  if (second) {
    lend(second, now);
    second.access = [{ grant: steadyId('grant2'), person: tomas, state: 'ending', until: now + 2 * day, what: ['codes'] }];
    second.exposures = [];
    if (second.password) second.password.exposed = false;
  }
  state.people = [
    {
      ...person('tomas', 'Tomás Reyes'),
      organisation: 'Reel & Reyes',
      role: 'freelancer',
      zone: 'Europe/Lisbon',
      state: 'verified',
      verifiedAt: now - 43 * day,
      grants: 2,
    },
    { ...person('ines', 'Ines Kaya'), organisation: 'Brightside Ads', role: 'agency' },
    { ...person('jon', 'Jon Lindqvist'), role: 'owner', state: 'verified', verifiedAt: now - 90 * day },
    { ...person('tomas2', 'Tomas Reyes'), resembles: { id: steadyId('tomas'), name: 'Tomás Reyes' } },
  ];
  state.business = sampleBusiness(now);
  for (const one of state.people) state.words[one.id] = 'orbit lemon saddle copper tunnel hazard motion fabric';
}

function person(id: string, name: string) {
  return {
    id: steadyId(id),
    name,
    organisation: null as string | null,
    role: null as 'owner' | 'freelancer' | 'agency' | 'colleague' | null,
    zone: null as string | null,
    state: 'unverified' as 'unverified' | 'verified' | 'retired',
    verifiedAt: null as number | null,
    resembles: null as { id: string; name: string } | null,
    grants: 0,
  };
}
