import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ORIGIN } from '../../main/shell/chromium/bridge-script.ts';
import { rendererPids } from '../../main/shell/chromium/renew.ts';
import { isAlive, whenGone } from '../../main/shell/chromium/processes.ts';
import { type AppInProcess, endAppProcesses, type Home, makeHome, startAppProcess } from '../support/app-process.ts';
import { type Canary, Finder, type Hits, tellHits } from '../support/needles.ts';
import { type AppProcess, processesOf, scanMemory, scanNamelessFiles } from '../support/process-memory.ts';
import { type Looked, scanFolder } from './canary/disk.ts';
import { Hand } from './canary/hand.ts';
import { type Lender, makeLender } from './canary/lender.ts';
import { newSecret, seedCanary, unseenOf } from './canary/secrets.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const isRoot = process.getuid?.() === 0;
/** The shortest time a person can choose, in seconds. */
const CLIPBOARD = 10;
/** Whether the kernel writes what a crash leaves to a file `core` in the process's folder, where it can be found. */
const dumpsHere = process.platform === 'linux' && readFileSync('/proc/sys/kernel/core_pattern', 'utf8') === 'core\n';
const began = Date.now();

const password = `copper tunnel ${newSecret('hazard')}`;
const known = ['revealed', 'copied', 'covered'] as const;
const accounts = Object.fromEntries(
  known.map((title) => [title, { title: `Shop ${title}`, username: newSecret('user'), password: newSecret('Pw') }]),
) as Record<(typeof known)[number], { title: string; username: string; password: string }>;
const notes = `${newSecret('Note')} ${newSecret('ends')}`;
const backupCodes = [0, 1, 2].map(() => newSecret('bc'));
const fields = { PIN: newSecret('pin'), Answer: newSecret('answer') };
const typedSeed = seedCanary('seed typed in', randomBytes(20));
const pastedSeed = seedCanary('seed of an otpauth address', randomBytes(32));
const lentSeed = seedCanary('lender’s seed', randomBytes(20));
const lent = { password: newSecret('Lent'), backupCodes: [newSecret('lb'), newSecret('lb')] };

/** What was typed in the first run and never shown again: in the second nothing but the vault's file may hold it. */
const sealed: readonly Canary[] = [
  { name: 'password never revealed', texts: [accounts.covered.password] },
  { name: 'notes', texts: [notes] },
  ...backupCodes.map((code, i) => ({ name: `backup code ${i + 1}`, texts: [code] })),
  ...Object.entries(fields).map(([name, value]) => ({ name: `secret field ${name}`, texts: [value] })),
  typedSeed,
  pastedSeed,
];
/** What the person has never seen, though the vault holds it: nowhere outside the engine, in any run. */
const unseen: Canary[] = [
  lentSeed,
  { name: 'password received', texts: [lent.password] },
  ...lent.backupCodes.map((code, i) => ({ name: `backup code received ${i + 1}`, texts: [code] })),
];
const handled: Canary[] = [
  { name: 'master password (typed)', texts: [password] },
  { name: 'password revealed', texts: [accounts.revealed.password] },
  { name: 'password copied', texts: [accounts.copied.password] },
];
/** No secrets, but nobody's business: on no disk either. */
const shown: readonly Canary[] = known.map((title) => ({ name: `username of ${title}`, texts: [accounts[title].username] }));
const all = (): readonly Canary[] => [...sealed, ...unseen, ...handled, ...shown];

interface Found {
  readonly process: AppProcess;
  readonly bytes: number;
  readonly hits: Hits;
}

async function scanProcesses(pid: number, canaries: readonly Canary[]): Promise<Found[]> {
  const finder = new Finder(canaries);
  const found: Found[] = [];
  for (const process of await processesOf(pid)) {
    // It stands between host and browser for this test alone.
    if (process.role.includes('chromium-between')) continue;
    const hits: Hits = new Map();
    const bytes = await scanMemory(process.pid, finder, hits).catch(() => 0);
    if (bytes > 0) found.push({ process, bytes, hits });
  }
  return found;
}

const tell = (found: readonly Found[]): string[] =>
  found.flatMap(({ process: { role }, hits }) => tellHits(hits).map((line) => `${role}: ${line}`));
const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`;

let home: Home;
let lender: Lender;
let app: AppInProcess;
let hand: Hand;
let words: readonly string[] = [];

/** Looks everywhere a file could be. `running` looks at what the processes have open too. */
async function scanDisk(running: boolean): Promise<string[]> {
  const hits: Hits = new Map();
  const finder = new Finder(all());
  const looked: Looked = { files: 0, bytes: 0 };
  for (const [folder, since] of [
    [home.folder, 0],
    ['/tmp', began],
    ['/var/tmp', began],
    ['/dev/shm', began],
  ] as const) {
    const { files, bytes } = await scanFolder(folder, finder, hits, since);
    looked.files += files;
    looked.bytes += bytes;
  }
  let nameless = 0;
  if (running && isRoot) for (const { pid } of await processesOf(app.pid)) nameless += await scanNamelessFiles(pid, finder, hits);
  const output = await home.output();
  finder.find(output, hits);
  const { files, bytes } = looked;
  console.log(
    `canaries: ${all().length} in ${finder.spellings} spellings; ${files} files, ${megabytes(bytes)}, ${nameless} nameless, ${output.length} bytes of output: ${[...hits.values()].reduce((sum, n) => sum + n, 0)} hits`,
  );
  return tellHits(hits);
}

async function start(dumps = false): Promise<void> {
  app = await startAppProcess(home, ROOT, { dumps });
  hand = new Hand(app.page);
}

/** The browser’s profiles there are. */
const profiles = async (): Promise<string[]> =>
  (await readdir(home.runtime)).filter((name) => name.startsWith('latchkey-chromium-'));

/** Locks, and gives what has ended by it and what has not. */
async function lock(): Promise<{ readonly stayed: number[] }> {
  const before = await processesOf(app.pid);
  const engine = before.filter(({ role }) => role === 'node engine.js').map(({ pid }) => pid);
  const renderers = await rendererPids(app.cdp);
  expect([engine.length, renderers.length]).toEqual([1, 1]);
  await hand.lock();
  return { stayed: await whenGone([...engine, ...renderers], 1000) };
}

/** How many characters are on the clipboard; the text itself stays in the page. */
async function clipboardLength(): Promise<number> {
  const session = await app.page.context().newCDPSession(app.page);
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  await app.cdp.send('Browser.grantPermissions', { origin: ORIGIN, permissions: ['clipboardReadWrite'] });
  const length = await app.page.evaluate(async () => (await navigator.clipboard.readText()).length);
  await app.cdp.send('Browser.grantPermissions', { origin: ORIGIN, permissions: [] });
  await session.detach();
  return length;
}

beforeAll(async () => {
  home = await makeHome({ clipboardSeconds: CLIPBOARD, lockMinutes: 0 });
  lender = await makeLender({ ...lent, key: lentSeed.key });
});
// Each step stands on the one before: after a failure the rest would only say so again.
let broken = false;
beforeEach(({ skip }) => skip(broken, 'an earlier step failed'));
afterEach(({ task }) => void (broken ||= task.result?.state === 'fail'));
afterAll(async () => {
  endAppProcesses();
  await home?.remove();
});

describe('the first run: everything is typed', { timeout: 120_000 }, () => {
  it('takes in the secrets as a person gives them', async () => {
    await start();
    words = await hand.makeVault('Maren Voss', password);
    handled.push({ name: 'recovery words (shown)', texts: [words.join(' '), words.slice(0, 6).join('","')] });
    await hand.writeAccount({ ...accounts.revealed, notes, backupCodes, secrets: fields });
    await hand.writeSeed(typedSeed.typed);
    await hand.writeAccount(accounts.covered);
    await hand.writeSeed(`otpauth://totp/Shop:covered?secret=${pastedSeed.key}&algorithm=SHA256&digits=8`);
    await hand.writeAccount(accounts.copied);
    const mine = await hand.readOutCard();
    await hand.befriend(lender.card, lender.words);
    await hand.takeUp(await lender.lendTo(mine));
    unseen.push(...(await unseenOf(home.documents, password, words)));
    expect(all().length).toBeGreaterThanOrEqual(20);
  });

  it('leaves none of them on the disk while it runs', async () => {
    expect(await profiles()).toHaveLength(1);
    expect(await scanDisk(true)).toEqual([]);
  });

  it.skipIf(!isRoot)('holds what it should while open, so that looking finds it', async () => {
    const found = await scanProcesses(app.pid, [...unseen, ...handled]);
    const engine = found.find(({ process }) => process.role === 'node engine.js');
    expect(tell(engine === undefined ? [] : [engine]).join('\n')).toMatch(/vault key as it is/);
    expect(tell(found).join('\n')).toMatch(/master password \(typed\)/);
  });

  it('ends engine and page with the lock', async () => {
    expect((await lock()).stayed).toEqual([]);
  });

  it.skipIf(!isRoot)('keeps no key and nothing never shown in any process after the lock', async () => {
    const found = await scanProcesses(app.pid, unseen);
    console.log(
      `locked, first run: ${found.length} processes, ${megabytes(found.reduce((sum, { bytes }) => sum + bytes, 0))}, ${unseen.length} never shown`,
    );
    expect(tell(found)).toEqual([]);
    console.log(`typed in this run, per process:\n${tell(await scanProcesses(app.pid, [...sealed, ...handled])).join('\n')}`);
  });

  it('leaves no process and none of them on the disk when it quits', async () => {
    const before = (await processesOf(app.pid)).map(({ pid }) => pid);
    expect(await app.quit()).toBe(143);
    expect(await whenGone(before, 2000)).toEqual([]);
    expect(await profiles()).toEqual([]);
    expect(await scanDisk(false)).toEqual([]);
  });
});

describe('the second run: one is revealed, one is copied', { timeout: 120_000 }, () => {
  it('reveals one and copies one', async () => {
    await start();
    await hand.unlock(password);
    await hand.choose(accounts.revealed.title);
    await hand.revealPassword();
    await hand.lookAtLent();
    await hand.goTo('Accounts');
    await hand.choose(accounts.copied.title);
    await hand.copyPassword();
    expect(await clipboardLength()).toBe(accounts.copied.password.length);
  });

  it('clears the clipboard after its time', async () => {
    await app.page.waitForTimeout(CLIPBOARD * 1000);
    await expect.poll(clipboardLength, { timeout: 15_000 }).toBe(0);
  });

  it('clears the clipboard with the lock, and ends engine and page', async () => {
    await hand.copyPassword();
    expect(await clipboardLength()).toBe(accounts.copied.password.length);
    expect((await lock()).stayed).toEqual([]);
    expect(await clipboardLength()).toBe(0);
  });

  it.skipIf(!isRoot)('keeps no seed, no key and nothing never revealed in any process after the lock', async () => {
    const covered = [...sealed, ...unseen];
    const found = await scanProcesses(app.pid, covered);
    console.log(
      `locked, second run: ${found.length} processes, ${megabytes(found.reduce((sum, { bytes }) => sum + bytes, 0))}, ${covered.length} never revealed`,
    );
    expect(tell(found)).toEqual([]);
    console.log(`typed, revealed and copied, per process:\n${tell(await scanProcesses(app.pid, handled)).join('\n')}`);
    expect(isAlive(app.pid)).toBe(true);
  });

  it('leaves none of them on the disk, in its output or running when it quits', async () => {
    expect(await scanDisk(true)).toEqual([]);
    const before = (await processesOf(app.pid)).map(({ pid }) => pid);
    expect(await app.quit()).toBe(143);
    expect(await whenGone(before, 2000)).toEqual([]);
    expect(await profiles()).toEqual([]);
    expect(await scanDisk(false)).toEqual([]);
  });
});

describe('a crash with secrets in memory', { timeout: 60_000 }, () => {
  it.skipIf(!dumpsHere)('leaves no dump of engine or page', async () => {
    await start(true);
    await hand.unlock(password);
    await hand.choose(accounts.revealed.title);
    await hand.revealPassword();
    const running = await processesOf(app.pid);
    const victims = [
      ...running.filter(({ role }) => role === 'node engine.js').map(({ pid }) => pid),
      ...(await rendererPids(app.cdp)),
    ];
    for (const pid of victims) {
      process.kill(pid, 'SIGSEGV');
      expect(await whenGone([pid], 5000)).toEqual([]);
    }
    const dumps = (await readdir(home.folder)).filter((name) => name.startsWith('core'));
    console.log(`crashed: ${victims.length} processes, ${dumps.length} dumps`);
    expect([victims.length, dumps]).toEqual([2, []]);
    expect(await scanDisk(false)).toEqual([]);
    await app.quit();
    expect(await profiles()).toEqual([]);
  });
});
