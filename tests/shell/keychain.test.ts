import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KEYCHAIN_FAULTS } from '../../shared/contracts/shell.ts';
import { Keychain, KEYCHAIN_MS } from '../../main/shell/keychain.ts';
import { MemoryKeychain } from '../support/memory-keychain.ts';
import { settle, VirtualClock } from '../support/virtual-clock.ts';

const VAULT = 'V'.repeat(22);
const OTHER = 'W'.repeat(22);
const SECRET = 'A'.repeat(43);

let profile: string;
let system: MemoryKeychain;
let clock: VirtualClock;
let keychain: Keychain;

beforeEach(async () => {
  profile = await mkdtemp(path.join(tmpdir(), 'latchkey-notes-'));
  system = new MemoryKeychain();
  clock = new VirtualClock();
  keychain = new Keychain(system, profile, clock);
});
afterEach(() => rm(profile, { recursive: true, force: true }));

const notes = async (): Promise<unknown> => JSON.parse(await readFile(path.join(profile, 'keychain.json'), 'utf8'));

describe('a keychain that works', () => {
  it('keeps one secret for each vault under our name, and notes where', async () => {
    expect(await keychain.set(VAULT, SECRET)).toEqual({ outcome: 'ok' });
    expect(await keychain.set(OTHER, `${'B'.repeat(42)}A`)).toEqual({ outcome: 'ok' });
    expect(await keychain.get(VAULT)).toEqual({ outcome: 'ok', secret: SECRET });
    expect([...system.items.keys()]).toEqual([`Latchkey/${VAULT}`, `Latchkey/${OTHER}`]);
    expect(await notes()).toEqual({ [VAULT]: 'memory', [OTHER]: 'memory' });
  });

  it('takes a secret and its note away, also when there was none', async () => {
    await keychain.set(VAULT, SECRET);
    expect(await keychain.delete(VAULT)).toEqual({ outcome: 'ok' });
    expect(await keychain.delete(VAULT)).toEqual({ outcome: 'ok' });
    expect(await keychain.get(VAULT)).toEqual({ outcome: 'no_item' });
    expect(system.items.size).toBe(0);
    expect(await notes()).toEqual({});
  });

  it('is tried with an item that does not stay', async () => {
    expect(await keychain.state()).toEqual({ available: true, reason: null });
    expect(system.calls).toEqual(['set trial', 'get trial', 'delete trial']);
    expect(system.items.size).toBe(0);
  });

  it('finds its notes again after a restart, and takes what is no note for none', async () => {
    await keychain.set(VAULT, SECRET);
    for (const text of [null, '[]', '{', '{"x":1}', `{"${VAULT}":7}`]) {
      if (text !== null) await writeFile(path.join(profile, 'keychain.json'), text);
      expect(await new Keychain(system, profile, clock).get(VAULT)).toEqual({ outcome: 'ok', secret: SECRET });
    }
  });

  it('keeps a secret also where the note cannot be written', async () => {
    const bare = new Keychain(system, '/dev/null/profile', clock);
    expect(await bare.set(VAULT, SECRET)).toEqual({ outcome: 'ok' });
    expect(await bare.get(VAULT)).toEqual({ outcome: 'ok', secret: SECRET });
  });

  it.each(['', 'A', 'A'.repeat(44), `${'A'.repeat(42)}=`, `${'A'.repeat(42)}B`])('is given no %j to keep', (text) => {
    expect(() => keychain.set(VAULT, text)).toThrow('32 bytes');
    expect(system.calls).toEqual([]);
  });
});

describe('a keychain that fails', () => {
  it('that is not there is absent', async () => {
    const none = new Keychain(null, profile, clock);
    expect(await none.get(VAULT)).toEqual({ outcome: 'absent' });
    expect(await none.set(VAULT, SECRET)).toEqual({ outcome: 'absent' });
    expect(await none.delete(VAULT)).toEqual({ outcome: 'absent' });
    expect(await none.state()).toEqual({ available: false, reason: 'absent' });
  });

  it.each(KEYCHAIN_FAULTS)('%s is told by every call, and nothing is noted', async (fault) => {
    system.fault = fault;
    expect(await keychain.get(VAULT)).toEqual({ outcome: fault });
    expect(await keychain.set(VAULT, SECRET)).toEqual({ outcome: fault });
    expect(await keychain.delete(VAULT)).toEqual({ outcome: fault });
    expect(await keychain.state()).toEqual({ available: false, reason: fault });
    await expect(notes()).rejects.toThrow('ENOENT');
  });

  it('in a way nobody has thought of counts as denied', async () => {
    system.get = () => Promise.reject(new Error(SECRET));
    expect(await keychain.get(VAULT)).toEqual({ outcome: 'denied' });
  });

  it.each(['', 'hello', 'A'.repeat(42), 'A'.repeat(44), `${'A'.repeat(42)}B`, `${'A'.repeat(42)}=`, '+'.repeat(43)])(
    'with %j in it gives garbage and not that',
    async (text) => {
      system.items.set(`Latchkey/${VAULT}`, text);
      expect(await keychain.get(VAULT)).toEqual({ outcome: 'garbage' });
    },
  );

  it('that gives back something else than was put there is garbage', async () => {
    system.get = () => Promise.resolve('A'.repeat(43));
    expect(await keychain.state()).toEqual({ available: false, reason: 'garbage' });
  });

  it('changed for another is not asked, and can be written to anew', async () => {
    await keychain.set(VAULT, SECRET);
    system.backend = 'another';
    const calls = system.calls.length;
    expect(await keychain.get(VAULT)).toEqual({ outcome: 'changed_backend' });
    expect(system.calls).toHaveLength(calls);
    expect(await keychain.set(VAULT, SECRET)).toEqual({ outcome: 'ok' });
    expect(await keychain.get(VAULT)).toEqual({ outcome: 'ok', secret: SECRET });
  });

  it('changed for another says so when a secret is to be taken away, once', async () => {
    await keychain.set(VAULT, SECRET);
    system.backend = 'another';
    expect(await keychain.delete(VAULT)).toEqual({ outcome: 'changed_backend' });
    expect(await keychain.delete(VAULT)).toEqual({ outcome: 'ok' });
  });

  it('that shows no item where one is noted is tried: locked, opened by the try, or really without', async () => {
    await keychain.set(VAULT, SECRET);
    system.blind = true;
    const write = system.set.bind(system);
    system.set = (...args) => {
      system.fault = 'locked';
      return write(...args);
    };
    expect(await keychain.get(VAULT)).toEqual({ outcome: 'locked' });
    system.fault = null;
    system.set = (...args) => {
      system.blind = false;
      return write(...args);
    };
    expect(await keychain.get(VAULT)).toEqual({ outcome: 'ok', secret: SECRET });
    system.items.clear();
    expect(await keychain.get(VAULT)).toEqual({ outcome: 'no_item' });
    expect(system.items.size).toBe(0);
  });
});

describe('a keychain that hangs', () => {
  const later = async <T>(call: Promise<T>, ms: number): Promise<T | 'waiting'> => {
    await clock.move(ms);
    return Promise.race([call, settle().then(() => 'waiting' as const)]);
  };

  it('is waited for five seconds', async () => {
    system.hangs = true;
    for (const call of [keychain.get(VAULT)]) {
      expect(await later<unknown>(call, KEYCHAIN_MS - 1)).toBe('waiting');
      expect(await later<unknown>(call, 1)).toEqual({ outcome: 'timed_out' });
    }
    expect(keychain.hanging).toBe(true);
  });

  it('is not called again before it has answered, and works after that', async () => {
    system.hangs = true;
    const first = keychain.get(VAULT);
    const waiting = keychain.set(OTHER, SECRET);
    await clock.move(KEYCHAIN_MS);
    expect([await first, await waiting]).toEqual([{ outcome: 'timed_out' }, { outcome: 'timed_out' }]);
    expect(await keychain.state()).toEqual({ available: false, reason: 'timed_out' });
    expect(system.calls).toEqual([`get ${VAULT}`]);
    system.answer();
    await settle();
    expect(keychain.hanging).toBe(false);
    expect(system.calls).toEqual([`get ${VAULT}`]);
    expect(await keychain.set(VAULT, SECRET)).toEqual({ outcome: 'ok' });
  });

  it('and keeps a secret late does not keep it: the vault was told that it did not', async () => {
    system.hangs = true;
    const call = keychain.set(VAULT, SECRET);
    await clock.move(KEYCHAIN_MS);
    expect(await call).toEqual({ outcome: 'timed_out' });
    system.answer();
    await settle();
    expect(system.calls).toEqual([`set ${VAULT}`, `delete ${VAULT}`]);
    expect(system.items.size).toBe(0);
    await expect(notes()).rejects.toThrow('ENOENT');
  });
});
