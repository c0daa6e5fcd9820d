import { describe, expect, it } from 'vitest';
import { memoryPorts } from '../../../shared/wire/memory-port.ts';
import { createClient } from '../../../shared/wire/client.ts';
import { serveToy, type ToyContract } from './toy.ts';

const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

describe('the calling end', () => {
  it('gives results and codes as values', async () => {
    const { page } = serveToy();
    const client = createClient<ToyContract>(page);
    expect(await client.call('toy.add', { a: 20, b: 22 })).toEqual({ ok: true, value: { sum: 42 } });
    expect(await client.call('toy.refuse', {})).toEqual({ ok: false, code: 'disk_full', facts: { free: 12 } });
    expect(await client.call('toy.throw', {})).toEqual({ ok: false, code: 'bug' });
  });

  it('gives each answer to its own call, whatever their order', async () => {
    const [page, engine] = memoryPorts();
    const client = createClient<ToyContract>(page);
    const asked: number[] = [];
    engine.onMessage((text) => {
      asked.push((JSON.parse(text) as { id: number }).id);
      if (asked.length === 3) for (const id of asked.toReversed()) engine.post(JSON.stringify({ id, ok: { sum: id * 10 } }));
    });
    const sums = await Promise.all([1, 2, 3].map((n) => client.call('toy.add', { a: n, b: 0 })));
    expect(sums).toEqual(asked.map((id) => ({ ok: true, value: { sum: id * 10 } })));
  });

  it('ignores answers to calls it did not make, and second answers', async () => {
    const [page, engine] = memoryPorts();
    const client = createClient<ToyContract>(page);
    engine.onMessage((text) => {
      const { id } = JSON.parse(text) as { id: number };
      engine.post(JSON.stringify({ id: id + 50, ok: { sum: 1 } }));
      engine.post('not JSON');
      engine.post(JSON.stringify({ id, ok: { sum: 2 } }));
      engine.post(JSON.stringify({ id, ok: { sum: 3 } }));
      engine.post(JSON.stringify({ id: null, error: 'too_large' }));
    });
    expect(await client.call('toy.add', { a: 1, b: 1 })).toEqual({ ok: true, value: { sum: 2 } });
  });

  it('hears events until it unsubscribes', async () => {
    const { page, server } = serveToy();
    const client = createClient<ToyContract>(page);
    const heard: number[] = [];
    const stop = client.on('ticked', ({ n }) => void heard.push(n));
    server.emit('ticked', { n: 1 });
    await settle();
    stop();
    stop();
    server.emit('ticked', { n: 2 });
    await settle();
    expect(heard).toEqual([1]);
  });

  it('answers everything with engine_gone once it has ended', async () => {
    const { page, finish } = serveToy();
    const client = createClient<ToyContract>(page);
    const under = client.call('toy.slow', {});
    await settle();
    client.end();
    expect(await under).toEqual({ ok: false, code: 'engine_gone' });
    expect(await client.call('toy.add', { a: 1, b: 1 })).toEqual({ ok: false, code: 'engine_gone' });
    finish();
    await settle();
  });

  it('counts bytes as UTF-8 does', async () => {
    const { utf8Length } = await import('../../../shared/wire/message.ts');
    for (const text of ['', 'abc', 'é', '€uro', '🗝️ key', 'a\ud800', '\udc00b']) {
      // A lone surrogate is three bytes in JSON text sent as UTF-8 with replacement, two units short of none.
      const expected = new TextEncoder().encode(text).length;
      if (text.isWellFormed()) expect(utf8Length(text), text).toBe(expected);
      else expect(utf8Length(text)).toBeLessThanOrEqual(expected);
    }
  });
});

describe('a call too large to send', () => {
  it('is answered at once and never posted', async () => {
    const { page, posted } = serveToy();
    const client = createClient<ToyContract>(page);
    expect(await client.call('toy.echo', { value: 'x'.repeat(1024 * 1024) })).toEqual({ ok: false, code: 'too_large' });
    expect(posted).toEqual([]);
  });
});
