import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FirstAnswers } from '../../main/engine/first-answers.ts';
import { MAX_IN_FLIGHT } from '../../shared/limits.ts';
import { memoryPorts } from '../../shared/wire/memory-port.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The first answers at one end of a pipe, and what the page at the other end hears. */
function begin() {
  const [page, own] = memoryPorts();
  const heard: unknown[] = [];
  page.onMessage((text) => void heard.push(JSON.parse(text)));
  let stopping = false;
  const bugs: string[] = [];
  const first = new FirstAnswers(own, {
    handlers: {
      'clock.offset': () => ({ seconds: 7 }),
      'vault.state': () => ({ open: null }),
      'vaults.list': () => ({ vaults: [], documents: 'Documents' }),
    },
    isStopping: () => stopping,
    onBug: (name) => void bugs.push(name),
  });
  let wanted = false;
  void first.wanted.then(() => (wanted = true));
  return {
    first,
    heard,
    bugs,
    ask: (id: number, call: string, params: unknown = {}) => page.post(JSON.stringify({ id, call, params })),
    say: (text: string) => page.post(text),
    stop: () => (stopping = true),
    settle: () => vi.advanceTimersByTimeAsync(0),
    wanted: () => wanted,
  };
}

describe('what the lock screen asks', () => {
  it('is answered without the rest of the engine', async () => {
    const { ask, heard, settle, wanted, bugs } = begin();
    for (const [i, name] of ['vault.state', 'vaults.list', 'clock.offset'].entries()) ask(i + 1, name);
    await settle();
    expect(heard).toEqual([
      { id: 1, ok: { open: null } },
      { id: 2, ok: { vaults: [], documents: 'Documents' } },
      { id: 3, ok: { seconds: 7 } },
    ]);
    expect([wanted(), bugs]).toEqual([false, []]);
  });

  it('is judged at the same door as every call', async () => {
    const { ask, say, heard, settle, stop } = begin();
    ask(1, 'vault.state', { more: true });
    say('no message');
    await settle();
    stop();
    ask(2, 'vaults.list');
    await settle();
    expect(heard).toEqual([
      { id: 1, error: 'bad_params' },
      { id: null, error: 'bad_message' },
      { id: 2, error: 'wrong_state' },
    ]);
  });
});

describe('the rest of the engine', () => {
  it('is wanted once nobody has asked for a while, and at last where nobody asks at all', async () => {
    const { ask, wanted } = begin();
    await vi.advanceTimersByTimeAsync(1000);
    ask(1, 'vault.state');
    await vi.advanceTimersByTimeAsync(200);
    ask(2, 'vaults.list');
    await vi.advanceTimersByTimeAsync(200);
    expect(wanted()).toBe(false);
    await vi.advanceTimersByTimeAsync(100);
    expect(wanted()).toBe(true);
    const silent = begin();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(silent.wanted()).toBe(true);
  });

  it('is wanted at once for any other call, which it then hears first, in order and once', async () => {
    const { first, ask, heard, settle, wanted } = begin();
    ask(1, 'vault.open', { vault: 'x' });
    ask(2, 'vault.state');
    ask(3, 'no.such');
    await settle();
    expect(wanted()).toBe(true);
    expect(heard).toEqual([{ id: 2, ok: { open: null } }]);
    const told: number[] = [];
    const listen = (): void => void first.handOver().onMessage((text) => void told.push((JSON.parse(text) as { id: number }).id));
    listen();
    expect(told).toEqual([]);
    await settle();
    ask(4, 'vault.state');
    await settle();
    expect(told).toEqual([1, 3, 4]);
    expect(heard).toHaveLength(1);
  });

  it('finds no more calls waiting than may be under way', async () => {
    const { first, ask, heard, settle } = begin();
    for (let id = 1; id <= MAX_IN_FLIGHT + 2; id++) ask(id, 'accounts.list');
    await settle();
    expect(heard).toEqual([MAX_IN_FLIGHT + 1, MAX_IN_FLIGHT + 2].map((id) => ({ id, error: 'busy' })));
    let told = 0;
    first.handOver().onMessage(() => (told += 1));
    await settle();
    expect(told).toBe(MAX_IN_FLIGHT);
  });
});
