import type { HandoffDraft } from '../../../shared/contracts/engine/handoff.ts';
import { introduce, makeVault, startEngine, type TestClock, type TestEngine } from '../../support/engine-world.ts';

/** The passphrase of the vault under test. */
export const PASSWORD = 'copper tunnel hazard biology';
/** A secret of the vault that must never be seen where a record is described. */
export const SECRET = 'Tr7&mel04-Quay';

const account = (title: string, client: string | null) => ({
  ...{ client, platform: 'tiktok', kind: 'personal' as const, title, username: '@harbourbakery' },
  ...{ recoveryMail: 'till@example.com', recoveryPhone: '+49 30 123', address: 'https://www.tiktok.com/login' },
  ...{ tags: ['social'], owner: null, password: SECRET, notes: SECRET, backupCodes: ['1111 2222', '3333 4444'] },
});

const draftOf = (account_: string, contact: string, password: boolean): HandoffDraft => ({
  ...{ account: account_, contact, password, backupCodes: false, liveCodes: false },
  windows: { kind: 'week', lanes: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 540, until: 1080 })) },
  ...{ lastDay: '2026-12-02', untilMinute: 1440, zone: 'Europe/Berlin', level: 'editor', rules: ['may post'], device: 'laptop' },
  note: 'thanks',
});

const SEED = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** Gives an account with an authenticator, of codes by time unless told otherwise. */
async function withCodes(engine: TestEngine, title: string, client: string | null = null, text = SEED): Promise<string> {
  const { id } = await engine.ask('accounts.save', account(title, client));
  const { pending } = await engine.ask('factors.read', { text });
  await engine.ask('factors.confirm', { account: id, pending, typed: null });
  return id;
}

async function lend(from: TestEngine, to: TestEngine, accountId: string, contact: string): Promise<string> {
  const { grant, sealed } = await from.ask('handoff.seal', { draft: draftOf(accountId, contact, true), sendUnverified: false });
  const { piece } = await from.ask('messages.text', { message: sealed.message, offset: 0 });
  const read = await to.ask('inbox.read', { source: { text: piece } });
  const { receipt } = await to.ask('inbox.accept', { id: read.id });
  const answer = await to.ask('messages.text', { message: receipt.message, offset: 0 });
  await from.ask('inbox.read', { source: { text: answer.piece } });
  return grant;
}

const until = { lastDay: '2026-12-24', untilMinute: 1440, zone: 'Europe/Berlin' };

async function ask(from: TestEngine, to: TestEngine, contact: string): Promise<void> {
  const { sealed } = await from.ask('requests.make', {
    ...{ contact, addressee: null, platform: 'tiktok', account: '@harbourbakery', role: 'Editor', why: 'Advent', ...until },
    ...{ device: 'laptop', ids: [{ name: 'Business ID', value: '12345' }] },
  });
  await to.ask('inbox.read', { source: { text: sealed.text ?? '' } });
}

/** A centre with a thing in it, someone who may use that, and a code for one of its posts. */
async function withBusiness(engine: TestEngine, accountId: string, contact: string, client: string): Promise<void> {
  const { id: centre } = await engine.ask('business.save', {
    ...{ client, platform: 'tiktok_business', name: 'Harbour Bakery ads', number: '7001', owner: 'me' },
    ...{ contact: null, notes: 'since May', archived: false },
  });
  const { id: asset } = await engine.ask('business.saveAsset', {
    ...{ centre, kind: 'ad_account', name: 'Bread', number: '9001', hold: 'owns', account: accountId },
  });
  await engine.ask('business.saveMember', {
    ...{ centre, as: 'person', contact, name: 'Tomás', number: '5001', level: 'Standard', lowest: true, assets: [asset] },
    ...{ state: 'active', until: Date.UTC(2026, 11, 20) / 1000, note: 'for the season' },
  });
  await engine.ask('business.saveAdCode', {
    ...{ account: accountId, contact, about: 'The stollen video', code: SECRET, days: 30, from: Date.UTC(2026, 10, 20) / 1000 },
  });
  await engine.ask('business.savePersonNumbers', {
    contact,
    numbers: [{ platform: 'tiktok_business', name: 'ID', value: '5001' }],
  });
}

/** A vault in which everything has happened once: lent and borrowed, one grant at its end and in its run. */
export async function fullVault(clock: TestClock): Promise<TestEngine> {
  const [mine, theirs] = [await startEngine(clock), await startEngine(clock)];
  await makeVault(mine, 'Maren Voss', PASSWORD);
  await makeVault(theirs, 'Tomás Reyes', 'orbit lemon saddle harvest');
  const contacts = await introduce(mine, theirs);
  const client = await mine.ask('clients.save', { name: 'Harbour Bakery', colour: 1, notes: 'since May', archived: false });
  const first = await withCodes(mine, 'TikTok', client.id);
  const second = await withCodes(mine, 'Instagram');
  await withCodes(mine, 'Bank', null, `otpauth://hotp/Bank:till?secret=${SEED}&issuer=Bank&counter=5`);
  await withCodes(mine, 'Steam', null, `otpauth://totp/Steam:till?secret=${SEED}&issuer=Steam`);
  for (const id of [first, second]) await mine.ask('accounts.pin', { id, before: null });
  const { id: gone } = await mine.ask('accounts.save', account('Old shop', client.id));
  await mine.ask('accounts.trash', { id: gone });
  await mine.ask('trash.purge', { ids: [gone] });
  const grant = await lend(mine, theirs, first, contacts.a);
  await lend(theirs, mine, await withCodes(theirs, 'Etsy'), contacts.b);
  await mine.ask('devices.save', {
    ...{ account: first, name: 'iPhone', place: 'Berlin', seen: 'today', whose: 'contact', contact: contacts.a },
    ...{ keep: false, signedOut: false },
  });
  await ask(theirs, mine, contacts.b);
  await ask(mine, theirs, contacts.a);
  await withBusiness(mine, first, contacts.a, client.id);
  await mine.ask('platforms.saveOwnStep', { account: first, step: 'devices', path: 'Me > Safety', link: null });
  await mine.ask('review.start', { zone: 'Europe/Berlin' });
  clock.now = Date.parse('2026-12-03T09:00:00+01:00') / 1000;
  await mine.keeper.session?.sweep();
  const { run } = await mine.ask('runs.start', { kind: 'end_of_access', grant });
  await mine.ask('candidate.make', { account: first, length: 20, symbols: true });
  await mine.ask('runs.get', { id: run });
  const [due] = (await mine.ask('reminders.list', { zone: 'Europe/Berlin' })).due.rows;
  if (due === undefined) throw new Error('what has ended is to be seen to');
  await mine.ask('reminders.snooze', { kind: due.kind, of: due.of, day: '2026-12-12', zone: 'Europe/Berlin' });
  return mine;
}
