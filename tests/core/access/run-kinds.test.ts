import { beforeEach, describe, expect, it } from 'vitest';
import type { RunStart } from '../../../shared/contracts/engine/runs.ts';
import { STEPS_OF } from '../../../shared/platforms/run-step.ts';
import { addSeed, blankForm, codeOf, logged, take } from '../../support/session-world.ts';
import { crashed, type RunWorld, runWorld } from './run-world.ts';

const SEED = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const clock = { now: 0 };
let world: RunWorld;

beforeEach(async () => {
  world = await runWorld(clock);
});

const start = async (form: RunStart): Promise<string> => take(await world.owner.runs.start(form)).run;
const keys = (id: string): string[] => world.run(id).steps.map(({ key }) => key);
const list = (text: string) => world.owner.devices.read({ account: world.account, text });

describe('putting an authenticator on an account', () => {
  it('comes to its end with a key whose code was confirmed', async () => {
    const { owner, account } = world;
    const id = await start({ kind: 'put_authenticator', account });
    expect(keys(id)).toEqual([...STEPS_OF.put_authenticator]);
    expect(codeOf(await world.tick(id, 'type_key'))).toBe('step_blocked');
    await addSeed(owner, account, SEED);
    expect(world.step(id, 'type_key')).toMatchObject({ state: 'done', at: clock.now });
    expect(world.step(id, 'confirm_code')).toMatchObject({ state: 'todo', blocked: 'not_confirmed' });
    expect(codeOf(await world.tick(id, 'confirm_code'))).toBe('step_blocked');
    const { pending } = take(owner.factors.pending.read(SEED));
    const { code } = take(owner.factors.pending.code(pending));
    take(await owner.factors.confirm({ account, pending, typed: code }));
    expect(world.step(id, 'confirm_code').state).toBe('done');
    expect(await world.tickAll(id)).toEqual([]);
    take(await owner.runs.close(id));
    expect(logged(owner).at(-1)).toBe('run-closed');
  });

  it('is found half-done, also after a crash', async () => {
    const { account } = world;
    const id = await start({ kind: 'put_authenticator', account });
    take(await world.tick(id, 'open_settings', 'it was on already'));
    const after = await crashed(world, clock);
    expect(take(await after.owner.runs.start({ kind: 'put_authenticator', account })).run).toBe(id);
    expect(after.step(id, 'open_settings')).toMatchObject({ state: 'done', note: 'it was on already' });
    expect(take(await after.owner.runs.start({ kind: 'before_handoff', account })).run).not.toBe(id);
  });
});

describe('before a handoff', () => {
  it('wants the devices written down that are there now', async () => {
    const { owner, account } = world;
    const id = await start({ kind: 'before_handoff', account });
    expect(world.step(id, 'devices').blocked).toBe('no_list');
    const { rows } = take(list('Windows PC, Leeds, Edge, now'));
    take(await owner.devices.saveList({ account, rows: rows.map(({ promised: _p, ...row }) => row), gone: [] }));
    expect(await world.tickAll(id)).toEqual([]);
  });
});

describe('after a handoff', () => {
  it('looks for the promised device, and anything else stands out', async () => {
    const { owner, account, contact } = world;
    const mine = { account, name: 'MacBook Pro', place: 'Hamburg', seen: null, whose: 'me' as const, contact: null };
    take(await owner.devices.save({ ...mine, keep: true, signedOut: false }));
    clock.now += 60;
    const grant = await world.give({ device: 'Chrome on Windows' }, '2026-12-20');
    const id = await start({ kind: 'after_handoff', grant });
    expect(world.run(id)).toMatchObject({ promised: 'Chrome on Windows' });
    expect(world.run(id).devices).toMatchObject([
      { name: 'MacBook Pro' },
      { name: 'Chrome on Windows', whose: 'contact', person: { contact }, grant, listed: null },
    ]);
    expect(world.step(id, 'look_at_devices').blocked).toBe('no_list');
    expect(world.step(id, 'whose_device').blocked).toBe('promised_missing');

    const text = 'MacBook Pro\tHamburg\tnow\nWindows PC\tLisbon, Chrome\ttoday 9:14\nUnknown device\tPorto, Firefox\t19 Nov';
    const { rows, gone } = take(list(text));
    expect(gone).toEqual([]);
    expect(rows.map(({ name, whose, promised }) => [name, whose, promised])).toEqual([
      ['MacBook Pro', 'me', false],
      ['Windows PC', 'contact', true],
      ['Unknown device', 'unknown', false],
    ]);
    take(await owner.devices.saveList({ account, rows: rows.map(({ promised: _p, ...row }) => row), gone: [] }));
    expect(world.step(id, 'look_at_devices').blocked).toBeNull();
    expect(world.step(id, 'whose_device').blocked).toBe('devices_open');
    const stranger = world.run(id).devices.find(({ whose }) => whose === 'unknown');
    take(
      await owner.devices.save({
        ...{ id: stranger?.id ?? '', account, name: 'Unknown device', place: null, seen: null, whose: 'unknown' as const },
        ...{ contact: null, keep: false, signedOut: true },
      }),
    );
    expect(world.step(id, 'whose_device').blocked).toBeNull();
    expect(await world.tickAll(id)).toEqual([]);
    take(await owner.runs.close(id));
    expect(take(owner.grants.get(grant)).row.state).toBe('offered');
  });

  it('expects the device of the sign-in that was agreed where the handoff names none, and asks for no second one', async () => {
    const { account, contact } = world;
    const grant = await world.give({}, '2026-12-20');
    await start({
      ...{ kind: 'sign_in_appointment', account, contact, from: clock.now + 3600, minutes: 30, zone: 'Europe/Berlin' },
      ...{ place: 'Lisbon', device: 'Safari on iPhone', standsBy: null },
    });
    const id = await start({ kind: 'after_handoff', grant });
    expect(await start({ kind: 'after_handoff', grant })).toBe(id);
    expect(world.run(id).devices.map(({ name }) => name)).toEqual(['Safari on iPhone']);
  });
});

describe('the recovery of an account', () => {
  it('is no business of a new password that was never said to work', async () => {
    const { owner, account } = world;
    const id = await start({ kind: 'account_recovery', account });
    take(await owner.candidates.make({ account, length: 20, symbols: false }));
    expect(await world.tickAll(id)).toEqual(['then_take_back']);
    take(await owner.candidates.worked(account));
    expect(await world.tickAll(id)).toEqual([]);
  });

  it('cannot be started for an account in the trash', async () => {
    const { owner, account } = world;
    take(await owner.accounts.save({ ...blankForm, id: account }));
    take(await owner.accounts.trash(account));
    expect(codeOf(await owner.runs.start({ kind: 'account_recovery', account }))).toBe('not_found');
  });
});
