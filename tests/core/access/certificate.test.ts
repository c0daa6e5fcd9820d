import { beforeEach, expect, it } from 'vitest';
import type { Data } from '../../../main/core/records/shapes.ts';
import { addAccount, befriend, newWorld, take, type World } from '../../support/session-world.ts';

const DAY = 86_400;
const NOW = Date.UTC(2026, 10, 25, 7) / 1000;
const clock = { now: NOW };
let world: World;
let tomas: string;
let bakery: string;

beforeEach(async () => {
  clock.now = NOW;
  world = await newWorld('Maren Voss', clock);
  tomas = (await befriend(world.session, (await newWorld('Tomás Reyes', clock)).session)).a;
  bakery = take(await world.session.clients.save({ name: 'Harbour Bakery', colour: 1, notes: null, archived: false })).id;
});

interface Laid {
  /** Nobody has closed it. */
  readonly open?: true;
  readonly grant?: Partial<Data<'grant'>>;
  readonly exposures?: readonly Partial<Data<'exposure'>>[];
  readonly devices?: readonly Partial<Data<'device'>>[];
}

/** A loan of one of the client's accounts that ended five days ago and was closed three days ago, unless told otherwise. */
async function loan({ open, grant = {}, exposures = [], devices = [] }: Laid, title = 'Etsy'): Promise<void> {
  const { book } = world.session;
  const account = await addAccount(world.session, { client: bakery, title, platform: 'etsy', username: 'HarbourGifts' });
  const id = book.newId();
  take(
    await book.change((draft) => {
      draft.put('grant', id, {
        ...{ side: 'given', grant: id, contact: tomas, accounts: [account], live_codes: [], what: ['password'], rules: [] },
        ...{ made: NOW - 20 * DAY, from: NOW - 20 * DAY, until: NOW - 5 * DAY, zone: 'Europe/Berlin', windows: [], codes: 0 },
        ...{ last_iat: NOW, opened: NOW - 19 * DAY, receipts: [], ...(open ? {} : { closed: NOW - 3 * DAY }) },
        ...grant,
      });
      for (const more of exposures)
        draft.put('exposure', book.newId(), {
          ...{ account, secret: 'password', ver: 1, contact: tomas, grant: id, at: NOW - 20 * DAY },
          ...more,
        });
      for (const more of devices)
        draft.put('device', book.newId(), {
          ...{ account, name: 'iPhone', whose: 'contact', made: NOW, ...(more.whose === 'me' ? {} : { contact: tomas }) },
          ...more,
        });
      return {};
    }),
  );
}

const made = (): string =>
  take(world.session.ledger.certificate(bakery, 'Europe/Berlin'))
    .replaceAll(/<style>[\s\S]*<\/style>|<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

it('says of a closed loan what was returned, rotated and signed out, each with its day', async () => {
  await loan({
    grant: { receipts: [{ event: 'purged', at: NOW - 6 * DAY }] },
    exposures: [{ ended: NOW - 4 * DAY }, { secret: 'codes', until: NOW - 5 * DAY }],
    devices: [
      { signed_out: NOW - 4 * DAY, place: 'Lisbon' },
      { name: 'Desk', keep: true },
    ],
  });
  const text = made();
  expect(text).toContain('The one loan of this client is closed.');
  expect(text).toContain('Ended Fri 20 Nov 2026');
  expect(text).toContain('Returned Thu 19 Nov 2026: secrets removed there, told by their app, receipt signed');
  expect(text).toContain('Password changed Sat 21 Nov 2026');
  expect(text).toContain('Codes ran out Fri 20 Nov 2026, kept by cryptography');
  expect(text).toContain('Signed out Sat 21 Nov 2026: iPhone, Lisbon');
  expect(text).toContain('Kept signed in: Desk');
  expect(text).toContain('Closed Sun 22 Nov 2026');
  expect(text).not.toContain('Not closed');
  expect(text).toContain(`The vault’s log stood at record ${world.session.book.logHead.n}, ${world.session.book.logHead.h}.`);
});

it('lists what is not closed first: a password not changed, a device still in, a run not done, a loan that runs', async () => {
  await loan({ exposures: [{ ended: NOW - 4 * DAY }] }, 'Good');
  await loan({ exposures: [{}] }, 'Exposed');
  await loan({ devices: [{}] }, 'Signed in');
  await loan({ open: true }, 'Not done');
  await loan({ open: true, grant: { until: NOW + DAY } }, 'Runs');
  const text = made();
  expect(text).toContain('Not everything has come back: 4 of 5 loans not closed, listed first.');
  expect(text.indexOf('Exposed')).toBeLessThan(text.indexOf('Good'));
  expect(text.indexOf('Signed in')).toBeLessThan(text.indexOf('Good'));
  expect(text).toContain('The password, seen Thu 5 Nov 2026: not changed since, exposed until you change it');
  expect(text).toContain('Not signed out: iPhone');
  expect(text).toContain('Ended, not closed: its end-of-access run is not done');
  expect(text).toContain('Still runs, until Thu 26 Nov 2026');
  expect(text).toContain('No receipt came from their app; what was read may still be known');
});

/** A place of a person at a business centre of the client, or of nobody. */
async function place(of: Partial<Data<'member'>>, client: string | null = bakery): Promise<void> {
  const { book } = world.session;
  const centre = book.newId();
  take(
    await book.change((draft) => {
      const ours = client === null ? {} : { client };
      draft.put('centre', centre, {
        ...ours,
        platform: 'tiktok_business',
        name: 'Bakery Ads',
        owner: 'me',
        made: NOW,
        archived: false,
      });
      draft.put('member', book.newId(), {
        ...{ centre, as: 'person', contact: tomas, name: 'Tomás', level: 'Advertiser', lowest: false, assets: [], state: 'active' },
        ...{ made: NOW - 20 * DAY },
        ...of,
      });
      return {};
    }),
  );
}

it('says once of a person’s place at the client’s business centres whether it was taken away', async () => {
  await loan({}, 'Etsy');
  await loan({ grant: { what: ['role'], level: 'Editor' } }, 'Page');
  await place({ state: 'removed', removed: NOW - 4 * DAY });
  await place({ level: 'Admin' }, null);
  await place({ contact: world.session.book.newId(), level: 'Owner' });
  expect(made()).toContain('Taken out of Bakery Ads Sat 21 Nov 2026, where they were Advertiser');
  expect(made().split('Taken out of Bakery Ads')).toHaveLength(2);
  expect(made().indexOf('Taken out of Bakery Ads')).toBeGreaterThan(made().indexOf('Page'));
  expect(made()).toContain('All 2 loans of this client are closed.');
  expect(made()).not.toMatch(/Admin|Owner/);
});

it('calls a loan open while its person still has a place at a business centre of the client', async () => {
  await loan({});
  await place({});
  expect(made()).toContain('1 of 1 loan not closed');
  expect(made()).toContain('Still at Bakery Ads as Advertiser: not taken out there');
});

it('holds a place against nobody whose loan still runs', async () => {
  await loan({ open: true, grant: { until: NOW + DAY } });
  await place({});
  const html = take(world.session.ledger.certificate(bakery, 'Europe/Berlin'));
  expect(html).toContain('<li>Still at Bakery Ads as Advertiser');
  clock.now = NOW + 2 * DAY;
  expect(take(world.session.ledger.certificate(bakery, 'Europe/Berlin'))).toContain('<li class="open">Still at Bakery Ads');
});

it('calls no loan open for a place its person only asked for, and no such wish a place they were taken out of', async () => {
  await loan({});
  await place({ state: 'asked' });
  await place({ state: 'removed', was: 'asked', removed: NOW - DAY });
  expect(made()).toContain('The one loan of this client is closed.');
  expect(made()).not.toContain('Bakery Ads');
  await place({ state: 'invited' });
  expect(made()).toContain('1 of 1 loan not closed');
});

it('names each step that was skipped, with the reason that was given, of its own run and of the one that closed all', async () => {
  const { book } = world.session;
  const own = book.newId();
  await loan({ grant: { run: own } });
  const grant = book.all('grant')[0];
  const step = (id: string, note: string, more = {}) => ({ id, state: 'skipped' as const, at: NOW, note, ...more });
  take(
    await book.change((draft) => {
      const done = { started: NOW - 4 * DAY, finished: NOW - 3 * DAY };
      const account = grant?.data.accounts[0] ?? '';
      const steps = [
        step('password', 'The account is deleted.'),
        step('tell', 'They know.'),
        { id: 'apps', state: 'done' as const },
      ];
      draft.put('run', own, { kind: 'end_of_access', grant: grant?.id ?? '', account, ...done, steps });
      draft.put('run', book.newId(), {
        ...{ kind: 'leaver', contact: tomas, ...done },
        steps: [
          step('devices', 'Nobody can look.', { account }),
          step('recovery', 'Of another account.', { account: book.newId() }),
        ],
      });
      draft.put('run', book.newId(), {
        ...{ kind: 'leaver', contact: tomas, ...done, finished: NOW - DAY },
        steps: [step('devices', 'Of another time.', { account })],
      });
      return {};
    }),
  );
  const text = made();
  expect(text).toContain('Skipped: Set a new password. Reason: The account is deleted.');
  expect(text).toContain('Skipped: Tell Tomás it has ended. Reason: They know.');
  expect(text).toContain('Reason: Nobody can look.');
  expect(text).not.toMatch(/Of another (?:account|time)/);
  expect(text.match(/Skipped:/g)).toHaveLength(3);
});

it('calls a kind of secret open while one version of it still works', async () => {
  await loan({ exposures: [{ ended: NOW - 4 * DAY }, { ver: 2 }, { ver: 3, ended: NOW - 4 * DAY }] });
  expect(made()).toContain('1 of 1 loan not closed');
});

it('asks nothing of devices that are not of the loan’s person, or of loans of another client', async () => {
  await loan({ devices: [{ whose: 'me', name: 'My own' }] });
  expect(made()).toContain('The one loan of this client is closed.');
  expect(made()).not.toContain('My own');
  const other = take(await world.session.clients.save({ name: 'Other', colour: 2, notes: null, archived: false })).id;
  expect(take(world.session.ledger.certificate(other, 'Europe/Berlin'))).toContain('Nothing of this client was ever lent.');
  expect(world.session.ledger.certificate('A'.repeat(22), 'UTC')).toEqual({ refused: 'not_found' });
});

it('is written in UTC for a zone this machine does not know', async () => {
  await loan({});
  expect(take(world.session.ledger.certificate(bakery, 'Mars/Base'))).toContain('(UTC)');
});

it('holds nothing a name could do harm with', async () => {
  await loan(
    { devices: [{ name: '<img src=x onerror=alert(1)>', place: '</ul><script>1</script>' }] },
    '<script>alert(1)</script>',
  );
  const html = take(world.session.ledger.certificate(bakery, 'Europe/Berlin'));
  expect(html).not.toMatch(/<script|<img/);
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(html).toContain('Not signed out: &lt;img src=x onerror=alert(1)&gt;, &lt;/ul&gt;&lt;script&gt;1&lt;/script&gt;');
});

it('says the same after the account was deleted for good: also of the session that is still signed in there', async () => {
  await loan({
    exposures: [{ ended: NOW - 4 * DAY }],
    devices: [{ signed_out: NOW - 4 * DAY, place: 'Lisbon' }, { name: 'MacBook' }],
  });
  await loan({}, 'Canva');
  const before = made();
  expect(before).toContain('MacBook');
  const { accounts, trash, book } = world.session;
  for (const { id } of book.all('account')) take(await accounts.trash(id));
  expect(take(await trash.purge(trash.all()))).toEqual({ purged: 2, held: 0 });
  expect(book.count('account')).toBe(0);
  const withoutLog = (text: string) => text.replace(/The vault’s log stood .*/u, '');
  expect(withoutLog(made())).toBe(withoutLog(before));
});
