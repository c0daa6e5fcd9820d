import type { AccountForm } from '../../../shared/contracts/engine/accounts.ts';
import type { Session } from '../../../main/engine/session.ts';
import { addAdCode, addAsset, addCentre, addMember, inFirm } from '../../core/business/business-world.ts';
import type { TestClock } from '../../support/engine-world.ts';
import { addAccount, addSeed, befriend, draftFor, lend, newWorld, take } from '../../support/session-world.ts';

const DAY = 86_400;

/** When the screens are looked at: Thursday 26 November 2026, 10:20 in Berlin. */
export const NOW = Date.UTC(2026, 10, 26, 9, 20) / 1000;

const SEEDS = [
  'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  'KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU',
  'NB2W45DFOIZA4YLONB2W45DFOIZA4YLO',
] as const;

type Filled = { readonly bytes: Uint8Array };

/** The vault of Maren Voss, who lends her clients' accounts and has one lent: something stands in every place of the window. */
export async function studio(): Promise<Filled> {
  const clock: TestClock = { now: NOW - 60 * DAY };
  const { session: maren, file } = await newWorld('Maren Voss', clock);
  const tomas = (await newWorld('Tomás Reyes', clock)).session;
  const priya = (await newWorld('Priya Nair', clock)).session;
  const bakery = (await newWorld('Harbour Bakery', clock)).session;
  const [t, p, b] = [await befriend(maren, tomas), await befriend(maren, priya), await befriend(maren, bakery)];
  await befriend(maren, (await newWorld('Jonas Weber', clock)).session, false);
  await inFirm(maren, t.a, 'Reyes Media');
  const accounts = await fillAccounts(maren);

  // Over, and its password not changed since: exposed.
  await lend(maren, draftFor(accounts.etsy, p.a, '2026-10-20'));
  clock.now = NOW - 20 * DAY;
  const seen = await lend(maren, draftFor(accounts.pinterest, p.a, '2026-11-16'));
  take(await priya.inbox.accept(take(await priya.inbox.read(seen.text)).id));

  clock.now = NOW - 4 * DAY;
  const gone = { ...facts('snapchat', 'Snapchat', 'harbour.snaps'), password: 'Sn4p&Quay-88' };
  take(await maren.accounts.trash(await addAccount(maren, gone)));
  const live = await lend(maren, {
    ...draftFor(accounts.tiktok, t.a, '2026-12-04', { liveCodes: true, rules: ['Post videos and answer comments.'] }),
    windows: { kind: 'appointment', from: NOW - 3 * DAY, minutes: 30 },
    device: 'MacBook, Chrome',
  });
  const taken = take(await tomas.inbox.accept(take(await tomas.inbox.read(live.text)).id));
  take(await maren.inbox.read(taken.receipt.text ?? ''));
  await lend(maren, draftFor(accounts.instagram, t.a, '2026-11-28'));

  const loan = await addAccount(bakery, { ...facts('shopify', 'Shopify', 'owner@harbour.example'), password: 'Bx4!quay-09-Mole' });
  await addSeed(bakery, loan, SEEDS[3]);
  const toMaren = await lend(bakery, {
    ...draftFor(loan, b.b, '2026-12-11', { rules: ['Orders and products only.'], liveCodes: true }),
    windows: { kind: 'appointment', from: NOW - 600, minutes: 60 },
  });
  take(await maren.inbox.accept(take(await maren.inbox.read(toMaren.text)).id));

  await fillBusiness(maren, t.a, accounts.instagram);
  take(await maren.runs.start({ kind: 'end_of_access', grant: seen.grant }));
  clock.now = NOW - 3 * 3600;
  await ask(tomas, t.b, maren, 'instagram');
  take(await maren.requests.make({ ...wish('etsy', '@orchardhouse'), contact: b.a }));
  clock.now = NOW - 120;
  return { bytes: file.bytes ?? new Uint8Array() };
}

/** A vault of the same person with nothing in it yet. */
export async function bare(): Promise<Filled> {
  const { file } = await newWorld('Maren Voss', { now: NOW - 600 });
  return { bytes: file.bytes ?? new Uint8Array() };
}

function facts(platform: string, title: string, username: string): Partial<AccountForm> {
  return { platform, title, username, kind: 'personal' };
}

async function fillAccounts(maren: Session) {
  const client = async (name: string, colour: number) =>
    take(await maren.clients.save({ name, colour, notes: null, archived: false })).id;
  const harbour = await client('Harbour Bakery', 2);
  const fennel = await client('Fennel & Co', 5);
  const orchard = await client('Orchard House', 3);
  const add = (of: Partial<AccountForm>, password: string) => addAccount(maren, { ...of, password });
  const tiktok = await add(
    {
      ...facts('tiktok', 'TikTok', '@harbourbakery'),
      ...{ client: harbour, recoveryMail: 'hello@harbour.example', recoveryPhone: '+49 30 5550 0142', tags: ['video', 'daily'] },
      ...{ address: 'https://www.tiktok.com/login', notes: 'Posts go out at six in the morning.' },
      ...{ backupCodes: ['4821 7730', '9917 0246', '3306 5518', '7752 1049', '6640 8823'] },
      fields: [{ name: 'Shop number', secret: false, value: '88-2041' }],
    },
    'Tr7&mel04-Quay',
  );
  await addSeed(maren, tiktok, SEEDS[0]);
  take(await maren.factors.note({ account: tiktok, kind: 'sms', note: 'Maren’s phone, ending in 42' }));
  const instagram = await add(
    { ...facts('instagram', 'Instagram', '@harbourbakery'), client: harbour, tags: ['photo'] },
    'Ov3n&Harbour-22',
  );
  await addSeed(maren, instagram, SEEDS[1]);
  const etsy = await add({ ...facts('etsy', 'Etsy', 'orchardhouse'), client: orchard }, 'Qu1nce#Jelly-71');
  const pinterest = await add(
    { ...facts('pinterest', 'Pinterest', 'fennelandco'), client: fennel, tags: ['photo'] },
    'F3nnel&Seed-40',
  );
  await addSeed(maren, pinterest, SEEDS[2]);
  await add({ ...facts('shopify', 'Shopify', 'shop@fennel.example'), client: fennel, kind: 'business' }, 'C4raway-Salt!18');
  await add({ ...facts('youtube', 'YouTube', 'orchard.house'), client: orchard, tags: ['video'] }, 'Orch4rd&Ladder-3');
  await add({ ...facts('x', 'X', '@fennelandco'), client: fennel }, 'F3nnel&Seed-40');
  await add(facts('linkedin', 'LinkedIn', 'maren.voss@studio.example'), 'password1');
  return { tiktok, instagram, etsy, pinterest };
}

async function fillBusiness(maren: Session, contact: string, account: string): Promise<void> {
  const centre = await addCentre(maren, { name: 'Harbour Bakery', number: '2041 8830 1157' });
  const ads = await addAsset(maren, centre, { name: 'Bakery ads', number: '715 220 904' });
  await addMember(maren, centre, { contact, name: 'Tomás Reyes', assets: [ads], until: NOW + 9 * DAY });
  await addMember(maren, centre, { name: 'Nora Lindqvist', state: 'invited' });
  await addCentre(maren, { platform: 'tiktok_business', name: 'Fennel & Co', owner: 'partner' });
  await addAdCode(maren, account, { contact, about: 'Advent reel', code: '#Hb4x9Qw+/zR7tLmA==' });
}

function wish(platform: string, account: string) {
  return {
    ...{ contact: null, addressee: null, platform, account, role: 'Partial access (tasks)', why: 'Advent reels' },
    ...{ lastDay: '2026-12-13', untilMinute: 1440, zone: 'Europe/Berlin', device: 'MacBook, Chrome', ids: [] },
  };
}

async function ask(from: Session, contact: string, to: Session, platform: string): Promise<void> {
  const { sealed } = take(await from.requests.make({ ...wish(platform, '@harbourbakery'), contact }));
  take(await to.inbox.read(sealed.text ?? ''));
}
