import { execFileSync, spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import type { HandoffDraft } from '../../shared/contracts/engine/handoff.ts';
import { introduce, makeVault, startEngine, type TestClock, type TestEngine, wordsOf } from '../support/engine-world.ts';

const SEED = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const hasOathtool = spawnSync('oathtool', ['--version']).status === 0;

function oathtool(at: number): string {
  return execFileSync('oathtool', ['--totp', '-b', '--now', `@${at}`, SEED], { encoding: 'utf8' }).trim();
}

// Wednesday 25 November 2026, 08:00 in Berlin.
const START = Date.UTC(2026, 10, 25, 7) / 1000;

const workWeek = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 9 * 60, until: 18 * 60 }));

describe.skipIf(!hasOathtool)('a login and its codes lent, used and taken back', () => {
  const clock: TestClock = { now: START };
  let owner: TestEngine;
  let freelancer: TestEngine;
  let account = '';
  let contacts = { a: '', b: '' };
  let grant = '';
  let received = '';
  let sealedText = '';

  beforeAll(async () => {
    owner = await startEngine(clock);
    freelancer = await startEngine(clock);
    await makeVault(owner, 'Maren Voss', 'copper tunnel hazard biology');
    await makeVault(freelancer, 'Tomás Reyes', 'orbit lemon saddle harvest');
  });

  const at = (iso: string): void => {
    clock.now = Date.parse(iso) / 1000;
  };

  it('stores a TikTok account and shows the code oathtool shows', async () => {
    const client = await owner.ask('clients.save', { name: 'Harbour Bakery', colour: 1, notes: null, archived: false });
    account = (
      await owner.ask('accounts.save', {
        client: client.id,
        platform: 'tiktok',
        kind: 'personal',
        title: 'TikTok',
        username: '@harbourbakery',
        recoveryMail: 'till@example.com',
        recoveryPhone: null,
        address: 'https://www.tiktok.com/login',
        tags: [],
        owner: null,
        password: 'Tr7&mel04-Quay',
      })
    ).id;
    const read = await owner.ask('factors.read', { text: 'jbsw y3dp ehpk 3pxp jbsw y3dp ehpk 3pxp' });
    expect(await owner.refusal('factors.confirm', { account, pending: read.pending, typed: '000000' })).toBe('code_differs');
    await owner.ask('factors.confirm', { account, pending: read.pending, typed: oathtool(clock.now) });
    const { live } = await owner.ask('codes.live', { account });
    expect(live?.code).toBe(oathtool(clock.now));
    const detail = await owner.ask('accounts.get', { id: account });
    expect(detail.factors[0]?.authenticator).toEqual({
      ...{ type: 'totp', algorithm: 'SHA1', digits: 6, period: 30, counter: 0 },
      confirmed: true,
    });
    expect(
      (await owner.ask('accounts.list', { query: 'harbour tik', sort: 'used', trashed: false, offset: 0, limit: 50 })).total,
    ).toBe(1);
  });

  it('verifies people by typed words only', async () => {
    contacts = await introduce(owner, freelancer, false);
    const words = await wordsOf(freelancer);
    expect(await owner.refusal('people.verify', { id: contacts.a, words, pasted: true })).toBe('words_pasted');
    expect(await owner.refusal('people.verify', { id: contacts.a, words: await wordsOf(owner), pasted: false })).toBe(
      'words_differ',
    );
    await owner.ask('people.verify', { id: contacts.a, words: words.toUpperCase(), pasted: false });
    await freelancer.ask('people.verify', { id: contacts.b, words: await wordsOf(owner), pasted: false });
    expect((await owner.ask('people.get', { id: contacts.a })).state).toBe('verified');
  });

  it('seals the password and a pass for an appointment and a working week', async () => {
    const draft: HandoffDraft = {
      account,
      contact: contacts.a,
      password: true,
      backupCodes: false,
      liveCodes: false,
      windows: { kind: 'both', from: Date.parse('2026-11-25T08:30:00+01:00') / 1000, minutes: 30, lanes: workWeek },
      lastDay: '2026-12-01',
      untilMinute: 1440,
      zone: 'Europe/Berlin',
      level: null,
      rules: ['May post', 'May not change mail or phone'],
      device: 'MacBook, Lisbon',
      note: null,
    };
    const preview = await owner.ask('handoff.preview', draft);
    expect(preview.problem).toBeNull();
    // Wednesday to Friday and Monday, Tuesday: five days of nine hours, and half an hour that touches the first.
    expect(preview.codes).toBe((5 * 9 * 3600 + 1800) / 30);
    const done = await owner.ask('handoff.seal', { draft, sendUnverified: false });
    grant = done.grant;
    sealedText = done.sealed.text ?? '';
    expect(done.sealed.sentence).toContain('Maren Voss');
    expect(done.sealed.sentence).toContain('Tomás');
    expect(sealedText).toContain('LATCHKEY1.');
    expect(Math.abs(done.sealed.length - preview.length)).toBeLessThan(preview.length / 5);
  });

  it('opens the sealed text and shows codes in the windows and none outside', async () => {
    at('2026-11-25T08:10:00+01:00');
    const landed = await freelancer.ask('inbox.read', { source: { text: sealedText.replaceAll('\n', '\r\n> ') } });
    expect(await freelancer.refusal('inbox.read', { source: { text: sealedText } })).toBe('already_read');
    const item = await freelancer.ask('inbox.get', { id: landed.id });
    expect(item.secretsClosed).toBe(false);
    const accepted = await freelancer.ask('inbox.accept', { id: landed.id });
    received = accepted.received;
    expect(await freelancer.ask('received.code', { id: received })).toEqual({
      live: null,
      opens: Date.parse('2026-11-25T08:30:00+01:00') / 1000,
    });
    expect(await freelancer.refusal('received.copy', { id: received, field: 'code' })).toBe('no_windows');
    for (const inside of [
      '2026-11-25T08:30:00+01:00',
      '2026-11-25T13:14:15+01:00',
      '2026-11-30T09:00:00+01:00',
      '2026-12-01T17:59:59+01:00',
    ]) {
      at(inside);
      const { live } = await freelancer.ask('received.code', { id: received });
      expect(live?.code).toBe(oathtool(clock.now));
    }
    for (const outside of ['2026-11-25T18:00:00+01:00', '2026-11-28T12:00:00+01:00', '2026-11-30T08:59:59+01:00']) {
      at(outside);
      expect((await freelancer.ask('received.code', { id: received })).live).toBeNull();
    }
    at('2026-11-25T09:00:00+01:00');
    expect((await freelancer.ask('received.reveal', { id: received, field: 'password' })).text).toBe('Tr7&mel04-Quay');
    const landedReceipt = await owner.ask('inbox.read', { source: { text: accepted.receipt.text ?? '' } });
    expect(landedReceipt.kind).toBe('receipt');
    expect((await owner.ask('grants.get', { id: grant })).row.state).toBe('active');
    const detail = await owner.ask('accounts.get', { id: account });
    expect(detail.exposures.map(({ secret }) => secret).toSorted()).toEqual(['codes', 'password']);
    expect(await owner.refusal('runs.start', { kind: 'end_of_access', grant })).toBe('grant_not_ended');
  });

  it('ends on its last day and purges what was lent', async () => {
    at('2026-12-02T00:00:00+01:00');
    await freelancer.keeper.session?.sweep();
    await owner.keeper.session?.sweep();
    expect(await freelancer.refusal('received.reveal', { id: received, field: 'password' })).toBe('access_ended');
    expect(await freelancer.refusal('received.code', { id: received })).toBe('access_ended');
    const held = freelancer.keeper.session?.book.get('received', received);
    expect(held?.password).toBeUndefined();
    expect(held?.pass).toBeUndefined();
    expect((await owner.ask('grants.get', { id: grant })).row).toMatchObject({ state: 'ended', exposed: true });
    const list = await owner.ask('accounts.list', { query: '', sort: 'used', trashed: false, offset: 0, limit: 50 });
    expect(list.rows[0]?.mark).toEqual({ kind: 'exposed' });
  });

  it('closes the grant only when the end-of-access run is done', async () => {
    const { run } = await owner.ask('runs.start', { kind: 'end_of_access', grant });
    expect(await owner.refusal('runs.close', { run })).toBe('run_not_done');
    expect(await owner.refusal('runs.step', { run, step: 'password', state: 'done', note: null })).toBe('no_candidate');
    await owner.ask('candidate.make', { account, length: 20, symbols: true });
    expect(await owner.refusal('candidate.make', { account, length: 20, symbols: true })).toBe('candidate_exists');
    await owner.ask('candidate.copy', { account, which: 'new' });
    const fresh = owner.copied.at(-1)?.text ?? '';
    expect(fresh).toHaveLength(20);
    await owner.ask('candidate.worked', { account });
    expect((await owner.ask('accounts.reveal', { id: account, field: 'password' })).text).toBe(fresh);
    await owner.ask('runs.step', { run, step: 'password', state: 'done', note: null });
    const device = { account, name: 'MacBook', place: 'Lisbon', seen: null, whose: 'contact' as const, contact: contacts.a };
    const { id } = await owner.ask('devices.save', { ...device, keep: false, signedOut: false });
    expect(await owner.refusal('runs.step', { run, step: 'devices', state: 'done', note: null })).toBe('devices_open');
    await owner.ask('devices.save', { ...device, id, keep: false, signedOut: true });
    const detail = await owner.ask('runs.get', { id: run });
    expect(await owner.refusal('runs.step', { run, step: 'apps', state: 'skipped', note: null })).toBe('reason_missing');
    for (const step of detail.steps.filter(({ state }) => state === 'todo')) {
      await owner.ask('runs.step', { run, step: step.id, state: 'done', note: null });
    }
    expect((await owner.ask('accounts.get', { id: account })).exposures).toEqual([]);
    await owner.ask('runs.close', { run });
    expect((await owner.ask('grants.get', { id: grant })).row.state).toBe('closed');
    expect(await owner.ask('log.verify', {})).toMatchObject({ bad: null });
    expect(owner.bugs).toEqual([]);
    expect(freelancer.bugs).toEqual([]);
  });

  it('never lets a seed out on any wire', () => {
    for (const engine of [owner, freelancer]) for (const text of engine.sent) expect(text.toUpperCase()).not.toContain(SEED);
  });
});
