import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleProgram } from '../support/bundle.ts';
import { BARE_BUS, HAS_KEYRING, KEYRING, runKeychain } from '../support/keyring.ts';
import { HAS_XVFB, startXvfb } from '../support/xvfb.ts';

const VAULT = 'V'.repeat(22);
const SECRET = `${'s3cretBytes'.repeat(4).slice(0, 42)}A`;
const ROUND = ['state', `get:${VAULT}`, `set:${VAULT}:${SECRET}`, `delete:${VAULT}`];

let folder: string;
let program: string;
let homes = 0;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'latchkey-keychain-'));
  program = await bundleProgram(
    path.resolve(import.meta.dirname, '../support/keychain-program.ts'),
    path.resolve(import.meta.dirname, '../../.cache/keychain'),
  );
});
afterAll(() => {
  console.log(`K1: ${homes} keychains of a real desktop, all but one of them out of order`);
  return rm(folder, { recursive: true, force: true });
});

/** A person's home with a profile in it. */
async function home(): Promise<{ home: string; profile: string }> {
  const made = path.join(folder, `home${homes++}`);
  await mkdir(made);
  return { home: made, profile: path.join(made, 'profile') };
}

/** Every file under a folder that holds a text. */
async function holders(under: string, text: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(under, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && (await readFile(file)).includes(text)) found.push(path.relative(under, file));
  }
  return found;
}

it.skipIf(process.platform !== 'linux')('without a bus there is no keychain, at once, and nothing is written', async () => {
  const at = await home();
  const { lines, ms } = await runKeychain(program, at.home, null, [at.profile, ...ROUND]);
  expect(lines.map(({ outcome }) => outcome)).toEqual(['absent', 'absent', 'absent', 'absent']);
  expect(ms).toBeLessThan(4500);
  expect(await readdir(at.home)).toEqual([]);
});

it('without the native part there is no keychain, and the rest works', async () => {
  const at = await home();
  const alone = path.join(at.home, 'alone.mjs');
  await cp(program, alone);
  const bus = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/dev/null' };
  const { lines } = await runKeychain(alone, at.home, null, [at.profile, ...ROUND], bus);
  expect(lines.map(({ outcome }) => outcome)).toEqual(['absent', 'absent', 'absent', 'absent']);
});

describe.skipIf(!HAS_KEYRING)('with a real gnome-keyring', () => {
  it('keeps a secret over restarts and takes it away', async () => {
    const at = await home();
    const begin = performance.now();
    const first = await runKeychain(program, at.home, KEYRING.unlocked, [at.profile, 'state', `set:${VAULT}:${SECRET}`]);
    expect(first.lines.map(({ outcome }) => outcome)).toEqual(['ok', 'ok']);
    const args = [at.profile, `get:${VAULT}`, `delete:${VAULT}`, `get:${VAULT}`, `delete:${VAULT}`];
    const second = await runKeychain(program, at.home, KEYRING.unlocked, args);
    expect(second.lines.map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'no_item', 'ok']);
    expect(second.lines[0]?.secret).toBe(SECRET);
    expect(await holders(at.home, SECRET)).toEqual([]);
    console.log(`K1: real keyring, two runs in ${Math.round(performance.now() - begin)} ms; a state took ${first.lines[0]?.ms} ms`);
  });

  it('a bus with no keyring behind it is no keychain', async () => {
    const at = await home();
    const bus = path.join(at.home, 'bus.conf');
    await writeFile(bus, BARE_BUS);
    const { lines } = await runKeychain(program, at.home, KEYRING.none, [at.profile, ...ROUND], { bus });
    expect(lines.map(({ outcome }) => outcome)).toEqual(['absent', 'absent', 'absent', 'absent']);
  });

  it('a keyring nobody has made yet, with nobody to ask, is locked', async () => {
    const at = await home();
    const { lines } = await runKeychain(program, at.home, KEYRING.none, [at.profile, 'state', `set:${VAULT}:${SECRET}`]);
    expect(lines.map(({ outcome }) => outcome)).toEqual(['locked', 'locked']);
    expect(await holders(at.home, SECRET)).toEqual([]);
  });

  it('a locked keyring is told as locked, and what is in it comes back when it is unlocked', async () => {
    const at = await home();
    await runKeychain(program, at.home, KEYRING.unlocked, [at.profile, `set:${VAULT}:${SECRET}`]);
    const args = [at.profile, 'state', `get:${VAULT}`, `set:${VAULT}:${'B'.repeat(42)}A`];
    const { lines } = await runKeychain(program, at.home, KEYRING.locked, args);
    expect(lines.map(({ outcome }) => outcome)).toEqual(['locked', 'locked', 'locked']);
    const again = await runKeychain(program, at.home, KEYRING.unlocked, [at.profile, `get:${VAULT}`]);
    expect(again.lines[0]).toMatchObject({ outcome: 'ok', secret: SECRET });
  });

  it('a keyring that hangs is given up after five seconds, later calls at once, and the process ends', async () => {
    const at = await home();
    const args = [at.profile, 'state', `get:${VAULT}`];
    const { lines, ms } = await runKeychain(program, at.home, KEYRING.stopped, args);
    expect(lines.map(({ outcome }) => outcome)).toEqual(['timed_out', 'timed_out']);
    for (const line of lines) expect(line.ms).toBeLessThan(9000);
    // A second wait of five seconds would show.
    expect(lines[1]?.ms).toBeLessThan(2500);
    expect(ms).toBeLessThan(14_000);
    console.log(`K1: hanging keyring, calls ${lines.map((line) => line.ms).join(' and ')} ms, process ended after ${ms} ms`);
  });

  it.skipIf(!HAS_XVFB)('a keyring that asks the person, who does not answer, is given up too, and the process ends', async () => {
    const at = await home();
    await runKeychain(program, at.home, KEYRING.unlocked, [at.profile, `set:${VAULT}:${SECRET}`]);
    const screen = await startXvfb();
    try {
      const { lines, ms } = await runKeychain(program, at.home, KEYRING.locked, [at.profile, `get:${VAULT}`], {
        DISPLAY: screen.display,
      });
      expect(lines.map(({ outcome }) => outcome)).toEqual(['timed_out']);
      expect(ms).toBeLessThan(14_000);
    } finally {
      screen.end();
    }
  });

  it.each(['hello', '', 'A'.repeat(44), `${'A'.repeat(42)}B`])('what is no secret of ours is garbage: %j', async (text) => {
    const at = await home();
    const args = [at.profile, `set:${VAULT}:${SECRET}`, `raw:${VAULT}:${text === '' ? ' ' : text}`, `get:${VAULT}`];
    const { lines } = await runKeychain(program, at.home, KEYRING.unlocked, args);
    expect(lines.at(-1)?.outcome).toBe('garbage');
    expect(lines.at(-1)?.secret).toBe(undefined);
  });

  it('a secret noted in another keychain is not looked for in this one', async () => {
    const at = await home();
    await runKeychain(program, at.home, KEYRING.unlocked, [at.profile, `set:${VAULT}:${SECRET}`]);
    const notes = path.join(at.profile, 'keychain.json');
    expect(JSON.parse(await readFile(notes, 'utf8'))).toEqual({ [VAULT]: 'secret_service' });
    await writeFile(notes, JSON.stringify({ [VAULT]: 'windows_credentials' }));
    const args = [at.profile, `get:${VAULT}`, `set:${VAULT}:${SECRET}`, `get:${VAULT}`];
    const { lines } = await runKeychain(program, at.home, KEYRING.unlocked, args);
    expect(lines.map(({ outcome }) => outcome)).toEqual(['changed_backend', 'ok', 'ok']);
  });
});
