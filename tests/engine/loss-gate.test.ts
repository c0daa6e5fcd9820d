import { describe, expect, it } from 'vitest';
import { LossGate } from '../../main/engine/loss-gate.ts';
import { refuse } from '../../shared/errors.ts';

const HOUR = 3_600_000;
const FREE = 10;

/** A gate over a clock moved by hand, and a person who answers. */
function make(answer: () => boolean | Promise<boolean> = () => false) {
  const world = { now: 0, asked: [] as number[], done: 0 };
  const gate = new LossGate(
    FREE,
    () => world.now,
    async (count) => {
      world.asked.push(count);
      return answer();
    },
  );
  const lose = (count = 1) => gate.lose(count, () => ({ done: ++world.done }));
  return { world, gate, lose };
}

const refused = { refused: 'not_confirmed' };
const refusedFor = (wait: number) => ({ ...refused, facts: { wait } });

describe('the gate of what is lost', () => {
  it('lets so many an hour through without a question, and does nothing more when the person says no', async () => {
    const { world, lose } = make();
    for (let n = 0; n < FREE; n++) expect(await lose()).toEqual({ done: n + 1 });
    expect(world.asked).toEqual([]);
    expect([await lose(), await lose(3)]).toEqual([refusedFor(3600), refusedFor(3600)]);
    expect([world.done, world.asked]).toEqual([FREE, [1, 3]]);
    world.now = HOUR;
    expect(await lose()).toEqual({ done: FREE + 1 });
  });

  it('says how long it takes until so much may go where nobody can be asked', async () => {
    const { world, lose } = make();
    await lose(4);
    world.now = 600_000;
    await lose(6);
    expect([await lose(1), await lose(4), await lose(5)]).toEqual([3000, 3000, 3600].map(refusedFor));
    world.now += 3_000_000 - 1;
    expect(await lose(4)).toEqual(refusedFor(1));
    world.now += 1;
    expect(await lose(4)).toMatchObject({ done: 3 });
  });

  it('asks before more at once than may go, and not for what loses nothing', async () => {
    const { world, lose } = make();
    expect(await lose(FREE + 1)).toMatchObject(refused);
    for (let n = 0; n < 100; n++) await lose(0);
    expect(world).toMatchObject({ done: 100, asked: [FREE + 1] });
  });

  it('takes each yes for as much again', async () => {
    const { world, lose } = make(() => true);
    for (let n = 0; n < 2 * FREE + 1; n++) await lose();
    expect(world).toMatchObject({ done: 2 * FREE + 1, asked: [1] });
    await lose();
    expect(world.asked).toEqual([1, 1]);
  });

  it('counts nothing that was refused, and all that was not', async () => {
    const { world, gate } = make();
    for (let n = 0; n < 3 * FREE; n++) expect(await gate.lose(1, () => refuse('not_found'))).toEqual({ refused: 'not_found' });
    for (let n = 0; n < FREE; n++) await gate.lose(1, () => ({}));
    expect(world.asked).toEqual([]);
    expect(await gate.lose(1, () => ({}))).toMatchObject(refused);
  });

  it('asks one question at a time, and another after one that failed', async () => {
    let answer: (yes: boolean) => void = () => undefined;
    const { world, lose } = make(() => new Promise((done) => void (answer = done)));
    const first = lose(FREE + 1);
    expect(await lose(FREE + 1)).toEqual({ refused: 'busy' });
    answer(true);
    expect(await first).toEqual({ done: 1 });
    const failing = make(() => Promise.reject(new Error('no dialog')));
    await expect(failing.lose(FREE + 1)).rejects.toThrow('no dialog');
    await expect(failing.lose(FREE + 1)).rejects.toThrow('no dialog');
    expect(world.asked).toEqual([FREE + 1]);
  });
});
