import { describe, expect, it } from 'vitest';
import { FREE_CODES, FREE_SECRETS, SecretGate } from '../../main/engine/secret-gate.ts';

const MINUTE = 60_000;

/** A gate over a clock moved by hand, and a person who answers. */
function make(answer: () => boolean | Promise<boolean> = () => true) {
  const world = { now: 0, questions: 0, read: 0 };
  const gate = new SecretGate(
    () => world.now,
    async () => {
      world.questions++;
      return answer();
    },
  );
  const give = (of: string, field = 'password') => gate.give(of, field, () => ({ text: String(++world.read) }));
  return { world, give };
}

const refused = { refused: 'too_many_secrets' };

describe('the gate of secrets', () => {
  it('lets ten different ones a minute through without a question', async () => {
    const { world, give } = make(() => false);
    for (let n = 0; n < FREE_SECRETS; n++) expect(await give(`a${n}`)).toEqual({ text: String(n + 1) });
    expect([FREE_SECRETS, world.questions]).toEqual([10, 0]);
    expect(await give('a10')).toEqual(refused);
    expect([world.read, world.questions]).toEqual([10, 1]);
  });

  it('counts the same secret once, however often it is shown and copied', async () => {
    const { world, give } = make(() => false);
    for (let n = 0; n < 200; n++) await give('a', n % 2 === 0 ? 'password' : 'notes');
    expect([world.read, world.questions]).toEqual([200, 0]);
  });

  it('takes all backup codes, and all old passwords, of one account for one secret each', async () => {
    const { world, give } = make(() => false);
    for (let n = 0; n < 32; n++) for (const kind of ['backup', 'history', 'field']) await give('a', `${kind}/${n}`);
    expect([world.read, world.questions]).toEqual([96, 0]);
  });

  it('never meets a person who copies ten passwords a minute for an hour', async () => {
    const { world, give } = make(() => false);
    for (let n = 0; n < 600; n++) {
      await give(`a${n}`);
      world.now += MINUTE / FREE_SECRETS;
    }
    expect([world.read, world.questions]).toEqual([600, 0]);
  });

  it('counts over any minute, not by the minute of a clock', async () => {
    const { world, give } = make(() => false);
    world.now = MINUTE - 1;
    for (let n = 0; n < FREE_SECRETS; n++) await give(`a${n}`);
    world.now = 2 * MINUTE - 2;
    expect(await give('late')).toEqual(refused);
  });

  it('asks again after ten more', async () => {
    const { world, give } = make();
    for (let n = 0; n < 35; n++) await give(`a${n}`);
    expect([world.read, world.questions]).toEqual([35, 3]);
  });

  it('gives nothing more out after a no, not even what it gave before', async () => {
    const { world, give } = make(() => false);
    for (let n = 0; n <= FREE_SECRETS; n++) await give(`a${n}`);
    world.now += 10 * MINUTE;
    expect(await give('a0')).toEqual(refused);
    expect(await give('fresh')).toEqual(refused);
    expect([world.read, world.questions]).toEqual([FREE_SECRETS, 1]);
  });

  it('asks one question at a time, and lets no crowd through behind a yes', async () => {
    let say: (yes: boolean) => void = () => undefined;
    const { world, give } = make(() => new Promise((done) => void (say = done)));
    const crowd = Array.from({ length: 100 }, (_, n) => give(`a${n}`));
    await Promise.resolve();
    say(true);
    const given = await Promise.all(crowd);
    expect(given.filter((one) => 'text' in one)).toHaveLength(FREE_SECRETS + 1);
    expect(given.filter((one) => 'refused' in one && one.refused === 'busy')).toHaveLength(100 - FREE_SECRETS - 1);
    expect(world.questions).toBe(1);
  });

  it('counts what was asked for in vain', async () => {
    const questions = { n: 0 };
    const gate = new SecretGate(
      () => 0,
      async () => {
        questions.n++;
        return false;
      },
    );
    for (let n = 0; n <= FREE_SECRETS; n++) await gate.give(`a${n}`, 'password', () => ({ refused: 'not_found' as const }));
    expect(questions.n).toBe(1);
  });

  it('lets six answers with codes an hour go without a question, whoever asked, and then asks about codes', async () => {
    const world = { now: 0, sent: 0 };
    const asked: string[] = [];
    const gate = new SecretGate(
      () => world.now,
      async (of) => asked.push(of) === 1,
    );
    const send = (request: string): Promise<unknown> => gate.send(request, () => ++world.sent);
    for (let n = 0; n < FREE_CODES; n++) expect(await send(`r${n}`)).toBe(n + 1);
    world.now += 30 * MINUTE;
    expect(await send('r0')).toBe(7);
    expect([FREE_CODES, asked]).toEqual([6, []]);
    expect(await send('r6')).toBe(8);
    for (let n = 7; n < 12; n++) await send(`r${n}`);
    expect(asked).toEqual(['codes']);
    expect(await send('r12')).toEqual(refused);
    expect(await gate.give('a', 'password', () => 'x')).toEqual(refused);
    expect(asked).toEqual(['codes', 'codes']);
  });

  it('forgets an answer with codes after an hour', async () => {
    const world = { now: 0, questions: 0 };
    const gate = new SecretGate(
      () => world.now,
      async () => ++world.questions > 0,
    );
    for (let n = 0; n < 60; n++) {
      await gate.send(`r${n}`, () => n);
      world.now += 10 * MINUTE;
    }
    expect(world.questions).toBe(0);
  });
});
