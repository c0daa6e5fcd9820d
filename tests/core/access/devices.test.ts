import { beforeEach, describe, expect, it } from 'vitest';
import { codeOf, logged, take } from '../../support/session-world.ts';
import { type RunWorld, runWorld } from './run-world.ts';

const clock = { now: 0 };
let world: RunWorld;

beforeEach(async () => {
  world = await runWorld(clock);
});

const readText = (text: string) => take(world.owner.devices.read({ account: world.account, text }));
const saveText = async (text: string, gone: string[] = []) => {
  const rows = readText(text).rows.map(({ promised: _p, ...row }) => row);
  return world.owner.devices.saveList({ account: world.account, rows, gone });
};
const all = () => world.owner.devices.of(world.account);

describe('the devices of an account', () => {
  it('keep when they were first seen, last listed and signed out', async () => {
    const first = clock.now;
    take(await saveText('iPhone 15, Hamburg, today\nPixel 8, Leeds, Sat 22:13'));
    clock.now += 86_400;
    const { rows, gone } = readText('iPhone 15, Hamburg, now');
    expect(rows).toMatchObject([{ name: 'iPhone 15', seen: 'now', whose: 'unknown' }]);
    expect(gone.map(({ name }) => name)).toEqual(['Pixel 8']);
    take(await saveText('iPhone 15, Hamburg, now', [gone[0]?.id ?? '']));
    expect(all()).toMatchObject([
      { name: 'iPhone 15', seen: 'now', made: first, listed: clock.now, signedOut: null },
      { name: 'Pixel 8', made: first, listed: first, signedOut: clock.now, keep: false },
    ]);
    expect(logged(world.owner).slice(-2)).toEqual(['device-signed-out', 'device-listed']);
  });

  it('keep what was decided of them when the list is pasted again, except where they were signed out and are in again', async () => {
    const { owner, account } = world;
    take(await saveText('iPhone 15, Hamburg, today\nPixel 8, Leeds, today'));
    const [iphone, pixel] = all();
    if (iphone === undefined || pixel === undefined) throw new Error('no devices');
    const base = { account, place: null, seen: null, contact: null };
    take(await owner.devices.save({ ...base, id: iphone.id, name: iphone.name, whose: 'me', keep: true, signedOut: false }));
    take(await owner.devices.save({ ...base, id: pixel.id, name: pixel.name, whose: 'unknown', keep: false, signedOut: true }));
    expect(owner.devices.unsettled(account)).toBe(0);
    take(await saveText('iPhone 15, Hamburg, now\nPixel 8, Leeds, now'));
    expect(all().map(({ name, whose, keep, signedOut }) => [name, whose, keep, signedOut === null])).toEqual([
      ['iPhone 15', 'me', true, true],
      ['Pixel 8', 'unknown', false, false],
      ['Pixel 8', 'unknown', null, true],
    ]);
    expect(owner.devices.unsettled(account)).toBe(1);
  });

  it('of the one looked from are mine', async () => {
    take(await saveText('MacBook Pro\nHamburg\nThis device'));
    expect(all()).toMatchObject([{ whose: 'me', keep: true }]);
  });

  it('refuse a list that names a device of another account, one twice, or too many', async () => {
    const { owner, account } = world;
    take(await saveText('iPhone 15'));
    const known = all()[0]?.id ?? '';
    const row = { known, name: 'iPhone 15', place: null, seen: null, whose: 'me' as const, contact: null };
    const save = async (rows: object[], gone: string[] = []) =>
      codeOf(await owner.devices.saveList({ account, rows: rows as (typeof row)[], gone }));
    expect(await save([row, row])).toBe('not_found');
    expect(await save([row], [known])).toBe('not_found');
    expect(await save([{ ...row, known: account }])).toBe('not_found');
    expect(await save([{ ...row, whose: 'contact', contact: account }])).toBe('not_found');
    expect(await save(Array.from({ length: 200 }, () => ({ ...row, known: null })))).toBe('too_many');
    expect(all()).toHaveLength(1);
  });

  it('of two promised ones each line takes the one it fits, and a stranger takes none', async () => {
    const { owner, contact, account } = world;
    const grants = [await world.give({ device: 'Chrome on Windows' }), await world.give({ device: 'iPhone' })];
    for (const grant of grants) take(await owner.runs.start({ kind: 'after_handoff', grant }));
    const { rows } = readText('Pixel 8, Leeds\niPhone 15, Lisbon\nWindows PC, Chrome\nWindows PC, Edge');
    expect(rows.map(({ name, promised }) => [name, promised])).toEqual([
      ['Pixel 8', false],
      ['iPhone 15', true],
      ['Windows PC', true],
      ['Windows PC', false],
    ]);
    take(await saveText('iPhone 15, Lisbon'));
    expect(all().find(({ name }) => name === 'iPhone 15')).toMatchObject({ grant: grants[1], person: { contact } });
    expect(owner.devices.unsettled(account, contact)).toBe(2);
  });
});
