import { describe, expect, it } from 'vitest';
import { Tries } from '../../main/engine/attempts.ts';
import { refuse } from '../../shared/errors.ts';
import { makeVault, startEngine } from '../support/engine-world.ts';

const PASSWORD = 'copper tunnel hazard biology';
const GUESS = 'a guess that is not it';

describe('passphrases that are tried', () => {
  it('are tried one after another, and wait longer after each that was wrong', async () => {
    const clock = { now: 1000 };
    const tries = new Tries(() => clock.now);
    let under = 0;
    let most = 0;
    const wrong = () =>
      tries.next(async () => {
        most = Math.max(most, ++under);
        await Promise.resolve();
        under -= 1;
        return refuse('wrong_password', { backup: 1 });
      });
    const refused = { refused: 'wrong_password', facts: { backup: 1 } };
    const third = { refused: 'wrong_password', facts: { backup: 1, wait: 2 } };
    const busy = { refused: 'busy', facts: { wait: 2 } };
    expect(await Promise.all([wrong(), wrong(), wrong(), wrong(), wrong()])).toEqual([refused, refused, third, busy, busy]);
    expect(most).toBe(1);
    clock.now += 2;
    expect(await tries.next(async () => 'right')).toBe('right');
    expect(await wrong()).toMatchObject({ facts: { wait: 4 } });
    expect(await tries.next(async () => 'right')).toEqual({ refused: 'busy', facts: { wait: 4 } });
  });

  it('go on after one that failed for another reason', async () => {
    const tries = new Tries(() => 1000);
    await expect(tries.next(() => Promise.reject(new Error('a fault')))).rejects.toThrow('a fault');
    for (let n = 0; n < 5; n++) expect(await tries.next(async () => refuse('no_memory'))).toEqual(refuse('no_memory'));
  });

  it('are slow for every call that takes one, with an open vault and without', async () => {
    const engine = await startEngine({ now: 1_790_000_000 });
    await makeVault(engine, 'Studio', PASSWORD);
    const { backup } = await engine.ask('backups.make', {});
    const guesses = [
      () => engine.refusal('vault.changePassword', { old: GUESS, fresh: GUESS, cost: 'low' }),
      () => engine.refusal('vault.renewRecovery', { password: GUESS }),
      () => engine.refusal('vault.rotateKey', { password: GUESS }),
      () => engine.refusal('device.remember', { password: GUESS }),
      () => engine.refusal('backups.restore', { id: backup.id, password: GUESS }),
    ];
    for (const guess of guesses.slice(0, 3)) expect(await guess()).toBe('wrong_password');
    for (const guess of guesses) expect(await guess()).toBe('busy');
    engine.clock.now += 2;
    expect(await guesses[4]?.()).toBe('wrong_password');
    await engine.keeper.close();
    const vault = (await engine.ask('vaults.list', {})).vaults[0]?.vault ?? '';
    expect(await engine.refusal('backups.restoreClosed', { vault, backup: backup.id, password: PASSWORD })).toBe('busy');
    expect(await engine.refusal('salvage.run', { vault, password: PASSWORD, name: 'Saved' })).toBe('busy');
  });
});
