import { beforeEach, describe, expect, it } from 'vitest';
import { addSeed, befriend, blankForm, codeOf, newWorld, take } from '../../support/session-world.ts';
import { type RunWorld, runWorld } from './run-world.ts';

const SEED = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const OTHER = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const clock = { now: 0 };
let world: RunWorld;

beforeEach(async () => {
  world = await runWorld(clock);
});

const startEnd = async (grant: string): Promise<string> => take(await world.owner.runs.start({ kind: 'end_of_access', grant })).run;
const keys = (id: string): string[] => world.run(id).steps.map(({ key }) => key);

describe('the end of access', () => {
  it('waits for another seed while codes that were sent ahead still work, and no longer once they are over', async () => {
    const { owner, account } = world;
    await addSeed(owner, account, SEED);
    const until = Date.UTC(2026, 11, 10, 12) / 1000;
    const grant = await world.give({ windows: { kind: 'appointment', from: until - 3600, minutes: 60 } }, '2026-12-15');
    take(await owner.grantLife.end(grant, 'The work is done.'));
    const id = await startEnd(grant);
    expect(world.step(id, 'authenticator').blocked).toBe('codes_open');
    expect(await world.tick(id, 'authenticator')).toMatchObject({ refused: 'step_blocked', facts: { why: 'codes_open' } });
    await addSeed(owner, account, SEED);
    expect(world.step(id, 'authenticator').blocked).toBe('codes_open');
    await addSeed(owner, account, OTHER);
    expect(world.step(id, 'authenticator').blocked).toBeNull();
    take(await world.tick(id, 'authenticator'));
  });

  it('lets codes end by themselves, and then takes the tick', async () => {
    const { owner, account } = world;
    await addSeed(owner, account, SEED);
    const until = Date.UTC(2026, 11, 10, 12) / 1000;
    const grant = await world.give({ windows: { kind: 'appointment', from: until - 3600, minutes: 60 } }, '2026-12-15');
    take(await owner.grantLife.end(grant, 'The work is done.'));
    const id = await startEnd(grant);
    clock.now = until;
    expect(world.step(id, 'authenticator').blocked).toBeNull();
  });

  it('waits for an authenticator whose key is elsewhere to be set up again here', async () => {
    const { owner, account } = world;
    const grant = await world.give();
    await owner.book.change((draft) => {
      const data = owner.book.get('account', account);
      if (data === null) throw new Error('no account');
      const factor = { id: owner.book.newId(), kind: 'authenticator' as const, note: 'Tomás’s phone' };
      draft.put('account', account, { ...data, factors: [factor] });
      return {};
    });
    await world.over();
    const id = await startEnd(grant);
    expect(world.step(id, 'authenticator').blocked).toBe('outside_seed');
    expect(codeOf(await world.tick(id, 'authenticator'))).toBe('step_blocked');
    await addSeed(owner, account, SEED);
    expect(world.step(id, 'authenticator').blocked).toBeNull();
  });

  it('waits for another key while it is noted that someone outside has the one here too', async () => {
    const { owner, account } = world;
    const factor = await addSeed(owner, account, SEED);
    const grant = await world.give();
    await world.over();
    const id = await startEnd(grant);
    expect(keys(id)).not.toContain('authenticator');
    take(await owner.factors.noteOutside({ account, factor, outside: true }));
    expect(take(owner.details.get(account)).factors[0]?.outside).toBe(true);
    expect(world.step(id, 'authenticator').blocked).toBe('outside_seed');
    // The same key typed in once more is still in their hands.
    await addSeed(owner, account, SEED);
    expect(world.step(id, 'authenticator').blocked).toBe('outside_seed');
    const other = await addSeed(owner, account, OTHER);
    expect(take(owner.details.get(account)).factors).toMatchObject([{ id: other, outside: false }]);
    expect(keys(id)).not.toContain('authenticator');
    expect(codeOf(await owner.factors.noteOutside({ account, factor, outside: true }))).toBe('not_found');
    const { factor: sms } = take(await owner.factors.note({ account, kind: 'sms', note: null }));
    expect(codeOf(await owner.factors.noteOutside({ account, factor: sms, outside: true }))).toBe('not_found');
  });

  it('waits no longer once that note is taken back', async () => {
    const { owner, account } = world;
    const factor = await addSeed(owner, account, SEED);
    const grant = await world.give();
    take(await owner.factors.noteOutside({ account, factor, outside: true }));
    await world.over();
    const id = await startEnd(grant);
    expect(codeOf(await world.tick(id, 'authenticator'))).toBe('step_blocked');
    take(await owner.factors.noteOutside({ account, factor, outside: false }));
    expect(world.step(id, 'authenticator').blocked).toBeNull();
  });

  it('waits for new backup codes while those that were seen still work', async () => {
    const { owner, account } = world;
    const codes = { ...blankForm, id: account, backupCodes: ['11111', '22222'] };
    take(await owner.accounts.save(codes));
    const grant = await world.give({ backupCodes: true });
    await world.over();
    const id = await startEnd(grant);
    expect(world.step(id, 'backup_codes').blocked).toBe('backup_open');
    expect(codeOf(await world.tick(id, 'backup_codes'))).toBe('step_blocked');
    take(await owner.accounts.save({ ...codes, backupCodes: ['33333'] }));
    take(await world.tick(id, 'backup_codes'));
  });

  it('has those who stay sent the new password, once there is one', async () => {
    const { owner, account } = world;
    const nora = (await befriend(owner, (await newWorld('Nora Blum', clock)).session)).a;
    const grant = await world.give();
    const stays = await world.give({}, '2026-12-20', account, nora);
    await world.over();
    const id = await startEnd(grant);
    expect(keys(id)).toEqual(['tell', 'password', 'send_anew', 'devices', 'apps', 'recovery']);
    expect(world.step(id, 'send_anew').blocked).toBe('password_first');
    take(await owner.candidates.make({ account, length: 20, symbols: true }));
    take(await owner.candidates.worked(account));
    expect(world.step(id, 'send_anew').blocked).toBe('others_outdated');
    expect(owner.grantLife.outdated(account).grants.map((row) => row.id)).toEqual([stays]);
    expect(codeOf(await world.tick(id, 'send_anew'))).toBe('step_blocked');
    take(await owner.grantLife.sendAnew(stays, false, async () => undefined));
    take(await world.tick(id, 'send_anew'));
  });

  it('gets a step more when somebody else is lent the account meanwhile', async () => {
    const { owner, account } = world;
    const grant = await world.give();
    await world.over();
    const id = await startEnd(grant);
    expect(keys(id)).not.toContain('send_anew');
    const nora = (await befriend(owner, (await newWorld('Nora Blum', clock)).session)).a;
    await world.give({}, '2026-12-20', account, nora);
    expect(keys(id)).toContain('send_anew');
    take(await world.tick(id, 'apps'));
    expect(owner.book.get('run', id)?.steps.map((step) => step.id)).toContain('send_anew');
  });

  it('does not let a device of the person who leaves be kept', async () => {
    const { owner, account, contact } = world;
    const grant = await world.give();
    await world.over();
    const id = await startEnd(grant);
    const device = { account, name: 'Pixel 8', place: null, seen: null, whose: 'contact' as const, contact };
    const { id: saved } = take(await owner.devices.save({ ...device, keep: true, signedOut: false }));
    expect(codeOf(await world.tick(id, 'devices'))).toBe('devices_open');
    take(await owner.devices.save({ ...device, id: saved, keep: false, signedOut: true }));
    take(await world.tick(id, 'devices'));
  });

  it('offers the sealed word of the end, and shows what their app said', async () => {
    const { owner } = world;
    const grant = await world.give();
    await world.over();
    const id = await startEnd(grant);
    expect(world.run(id).grants[0]).toMatchObject({ revoked: null, message: null, receipt: null });
    const { sealed } = take(await owner.grantLife.end(grant, 'The work is done.'));
    expect(world.run(id).grants[0]).toMatchObject({ revoked: clock.now, message: sealed.message });
    expect(owner.outbox.text(sealed.message)).toContain('LATCHKEY1');
  });
});

describe('every run', () => {
  it('keeps state, time and note of each step, and says the same after it was found again', async () => {
    const grant = await world.give();
    await world.over();
    const id = await startEnd(grant);
    clock.now += 60;
    take(await world.tick(id, 'apps', 'two apps removed'));
    expect(world.step(id, 'apps')).toMatchObject({ state: 'done', at: clock.now, note: 'two apps removed' });
    expect(await startEnd(grant)).toBe(id);
  });

  it('is in the list of open ones until it is closed', async () => {
    const { owner, account } = world;
    const { run } = take(await owner.runs.start({ kind: 'account_recovery', account }));
    const list = (only: 'open' | 'all') => owner.runs.list({ only, offset: 0, limit: 10 }).rows.map(({ id }) => id);
    expect(list('open')).toEqual([run]);
    expect(owner.state().runs).toBe(1);
    expect(await world.tickAll(run)).toEqual([]);
    take(await owner.runs.close(run));
    expect([list('open'), list('all')]).toEqual([[], [run]]);
    expect(owner.state().runs).toBe(0);
    expect(world.run(run)).toMatchObject({ closable: false });
    expect(codeOf(await world.tick(run, 'backup_codes'))).toBe('not_found');
  });

  it('is refused for what is not there', async () => {
    const { owner, account } = world;
    for (const form of [
      { kind: 'leaver', contact: account },
      { kind: 'before_handoff', account: world.contact },
      { kind: 'after_handoff', grant: account },
      { kind: 'end_of_access', grant: account },
    ] as const) {
      expect(codeOf(await owner.runs.start(form))).toBe('not_found');
    }
    expect(codeOf(owner.runs.get(account))).toBe('not_found');
    expect(codeOf(owner.runs.calendar(account))).toBe('not_found');
  });
});
