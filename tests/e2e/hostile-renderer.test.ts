import { createHash } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Cdp } from '../../main/shell/chromium/cdp.ts';
import { isAlive, whenGone } from '../../main/shell/chromium/processes.ts';
import type { Refusal } from '../../main/shell/chromium/refusals.ts';
import { rendererPids } from '../../main/shell/chromium/renew.ts';
import { engineContract } from '../../shared/contracts/engine.ts';
import { notices } from '../../shared/text/notice.ts';
import { askForCode, type Asking, lendCodes } from '../support/code-request.ts';
import { makeVault, startEngine } from '../support/engine-world.ts';
import { processesOf } from '../support/process-memory.ts';
import { type Desk, makeDesk, type RealApp, startApp } from '../support/real-app.ts';
import { recordProgram } from '../support/record-program.ts';
import { ask, type Goal, takeOver, type Target } from './hostile/attacker.ts';
import { aroundGoals } from './hostile/around-goals.ts';
import { engineGoals } from './hostile/engine-goals.ts';
import { escapeGoals } from './hostile/escape-goals.ts';
import { found, foundBehind, stash } from './hostile/lock-goals.ts';
import { networkGoals } from './hostile/network-goals.ts';
import { guessInOwnAccounts, writeOver } from './hostile/vault-goals.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PASSWORD = 'copper tunnel hazard biology';
const SEED = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const secrets = ['Pw-one-7c1f', 'Pw-two-8d2e', 'note-of-the-owner', 'backup-3f9a', 'secret-field-11b0', SEED];
const form = { client: null, platform: 'tiktok', kind: 'personal', recoveryMail: null, recoveryPhone: null, address: null };
const blank = { ...form, username: null, tags: [], owner: null };

let desk: Desk;
let app: RealApp;
let page: Page;
let cdp: Cdp;
let target: Target;
let opened: () => readonly string[];
let questioned: () => readonly string[];
let notified: () => readonly string[];
const refused: Refusal[] = [];
let connections = 0;
const server = createServer((_, answer) => answer.end('x')).on('connection', () => void connections++);
const udp = createSocket('udp4').on('message', () => void connections++);

async function call<T>(name: string, params: unknown): Promise<T> {
  const answer = await ask(page, 'engine', name, params);
  if (typeof answer === 'string') throw new Error(`${name}: ${answer}`);
  return answer as T;
}

/** Locks, and waits for the page that comes after: the one before may still show the lock screen the attacker opened the vault behind. */
async function lock(): Promise<void> {
  await page.evaluate(() => {
    Reflect.set(window, 'beforeLock', true);
    window.latchkey?.post('shell', '{"id":900000999,"call":"shell.lock","params":{}}');
  });
  await vi.waitFor(async () => {
    if (await page.evaluate(() => Reflect.has(window, 'beforeLock') || location.protocol !== 'https:'))
      throw new Error('the old page');
  }, 20_000);
  await page
    .getByLabel(/passphrase/i)
    .first()
    .waitFor();
}

beforeAll(async () => {
  desk = await makeDesk();
  vi.stubEnv('HOME', desk.folder);
  opened = await recordProgram(desk.folder, 'xdg-open');
  // The desktop's dialog, in which the person says no.
  questioned = await recordProgram(desk.folder, 'zenity', '', 1);
  // The desktop's notices.
  notified = await recordProgram(desk.folder, 'notify-send');
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  await new Promise<void>((done) => udp.bind(0, '127.0.0.1', done));
  const file = path.join(desk.folder, 'private.txt');
  await writeFile(file, 'a file of the person');
  app = await startApp(desk, ROOT, { onRefused: (refusal) => refused.push(refusal) });
  ({ page } = app);
  cdp = await app.pipe.cdp();
  await page.getByRole('main').first().waitFor();
  await takeOver(page);
  // Another vault of the same device first, then the one that stays open.
  await call('vault.create', { name: 'Other', password: `${PASSWORD} other`, cost: 'low' });
  const { id: otherAccount } = await call<{ id: string }>('accounts.save', { ...blank, title: 'Other', password: secrets[1] });
  const { vaults } = await call<{ vaults: { vault: string }[] }>('vaults.list', {});
  await lock();
  await takeOver(page);
  await call('vault.create', { name: 'Mine', password: PASSWORD, cost: 'low' });
  const { id: account } = await call<{ id: string }>('accounts.save', {
    ...blank,
    ...{ title: 'Shop', password: secrets[0], notes: secrets[2], backupCodes: [secrets[3]] },
    fields: [{ name: 'PIN', secret: true, value: secrets[4] }],
  });
  const { pending } = await call<{ pending: string }>('factors.read', { text: SEED });
  await call('factors.confirm', { account, pending, typed: null });
  target = {
    listener: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    udp: udp.address().port,
    account,
    other: { vault: vaults[0]?.vault ?? '', account: otherAccount },
    secrets,
    file,
  };
  await settled();
}, 60_000);
afterAll(async () => {
  await app?.close();
  server.close();
  udp.close();
  await desk?.remove();
});

/** What no goal may change. */
async function state(): Promise<unknown> {
  const files: string[] = [];
  for (const folder of [desk.documents, desk.profile]) {
    for (const name of (await readdir(folder, { recursive: true })).toSorted()) {
      // The engine makes its daily backup when it finds the time.
      if (name.startsWith('backups')) continue;
      const bytes = await readFile(path.join(folder, name)).catch(() => Buffer.alloc(0));
      files.push(`${name} ${createHash('sha256').update(bytes).digest('hex')}`);
    }
  }
  const engines = (await processesOf(process.pid)).filter(({ role }) => role === 'node engine.js').map(({ pid }) => pid);
  // What the person was asked and told is written down beside.
  const home = (await readdir(desk.folder)).filter((name) => !['zenity.log', 'notify-send.log'].includes(name));
  return { files, engines, connections, opened: opened(), home: home.toSorted() };
}

/** Waits until what the preparation set going, the anchor's file for one, has come to rest. */
async function settled(): Promise<void> {
  let last = '';
  for (let looks = 0; looks < 50; looks++) {
    const now = JSON.stringify(await state());
    if (now === last && !now.includes('.tmp-')) return;
    last = now;
    await page.waitForTimeout(400);
  }
  throw new Error('the vault does not come to rest');
}

/** Pages, frames and workers there are. */
async function targets(): Promise<number> {
  const { targetInfos } = await (
    cdp as unknown as { send(method: string, of: object): Promise<{ targetInfos: { type: string }[] }> }
  ).send('Target.getTargets', {});
  return targetInfos.filter(({ type }) => /page|frame|worker/.test(type)).length;
}

/** Lets the attacker try; gives what comes of it once nothing else has turned out to have changed. */
async function attempt(goal: Goal): Promise<unknown> {
  const before = await state();
  const outcome = await goal.act(page, target);
  expect(page.url().replace(/#.*/, '')).toBe('https://app.invalid/');
  if (goal.reloads) await takeOver(page);
  // The engine answers, the vault is open as it was.
  expect(await ask(page, 'engine', 'vault.state', {})).toMatchObject({ open: { name: 'Mine', readOnly: null, accounts: 1 } });
  expect(await state()).toEqual(before);
  expect(await targets()).toBe(1);
  return outcome;
}

const all = { network: networkGoals, 'files, windows and code': escapeGoals, engine: engineGoals, 'what lies around': aroundGoals };
for (const [what, goals] of Object.entries(all)) {
  describe(`script in the page, against ${what}`, () => {
    it.each(goals.map((goal) => [goal.title, goal] as const))('does not get to %s', async (_, goal) => {
      expect(await attempt(goal)).toEqual(goal.outcome);
    });
  });
}

describe('script in the page, by design', () => {
  it('may reveal a secret while the vault is open, one at a time, and the log says so', async () => {
    const log = { account: target.account, offset: 0, limit: 1 };
    const logged = async (): Promise<number> => (await call<{ total: number }>('log.list', log)).total;
    const before = await logged();
    expect(await call('accounts.reveal', { id: target.account, field: 'password' })).toEqual({ text: secrets[0] });
    expect(await call('accounts.reveal', { id: target.account, field: 'notes' })).toEqual({ text: secrets[2] });
    expect((await logged()) - before).toBe(2);
  });
});

describe('script in the page, answering a request for a code', () => {
  it('does so by itself, but the person is told of it outside of the page, once and without a name', async () => {
    const clock = { now: Math.floor(Date.now() / 1000) };
    const other = await startEngine(clock);
    await makeVault(other, 'Tomás Reyes', 'orbit lemon saddle harvest');
    const owner: Asking = { ask: call as Asking['ask'] };
    const request = await askForCode(owner, other, await lendCodes(owner, other, target.account, clock.now));
    expect(notified()).toEqual([]);
    await owner.ask('relay.answer', { id: request, minutes: 15 });
    const { title, body } = notices.codeSent;
    await vi.waitFor(() => expect(notified()).toEqual(['--app-name=Latchkey', '--', title, body]), 5000);
    expect(await ask(page, 'engine', 'relay.answer', { id: request, minutes: 15 })).toBe('request_over');
    expect(await ask(page, 'shell', 'host.notice', { what: 'code_sent' })).toBe('unknown_call');
    expect(notified()).toHaveLength(4);
  });
});

describe('script in the page, asking for one secret after the other', () => {
  it('gets ten of them, then the person is asked outside of the page, and their no locks the vault', async () => {
    const ids = [target.account];
    for (let n = 0; n < 11; n++) {
      ids.push((await call<{ id: string }>('accounts.save', { ...blank, title: `Shop ${n}`, password: `pw-${n}` })).id);
    }
    const { vaults } = await call<{ vaults: { vault: string }[] }>('vaults.list', {});
    const vault = vaults.find((one) => one.vault !== target.other.vault)?.vault;
    await lock();
    await takeOver(page);
    await call('vault.open', { vault, password: PASSWORD });
    const before = questioned().filter((arg) => arg === '--question').length;
    const given: unknown[] = [];
    for (const id of ids) given.push(await ask(page, 'engine', 'accounts.reveal', { id, field: 'password' }).catch(() => 'gone'));
    expect(given.slice(0, 10)).toEqual([secrets[0], ...Array.from({ length: 9 }, (_, n) => `pw-${n}`)].map((text) => ({ text })));
    expect(['too_many_secrets', 'gone']).toContain(given[10]);
    await page.getByText(/more than ten different secrets were asked for within a minute/).waitFor();
    expect(questioned().filter((arg) => arg === '--question')).toHaveLength(before + 1);
    await takeOver(page);
    expect(await ask(page, 'engine', 'accounts.reveal', { id: ids[0], field: 'password' })).toBe('wrong_state');
    await call('vault.open', { vault, password: PASSWORD });
  });
});

describe('script in the page, sending one code after the other', () => {
  it('gets as far as six answers an hour, then the person is asked outside of the page, and their no locks the vault', async () => {
    const before = questioned().filter((arg) => arg === '--question').length;
    const given: unknown[] = [];
    for (let n = 0; n < 7; n++) {
      // Answers to nobody: that there is no such request is found out behind the gate.
      const id = `${n}`.padEnd(22, 'A');
      given.push(await ask(page, 'engine', 'relay.answer', { id, minutes: 15 }).catch(() => 'gone'));
    }
    expect(given.slice(0, 6)).toEqual(Array(6).fill('not_found'));
    expect(['too_many_secrets', 'gone']).toContain(given[6]);
    await page.getByText(/more than six codes were sent within an hour/).waitFor();
    expect(questioned().filter((arg) => arg === '--question')).toHaveLength(before + 1);
    await takeOver(page);
    const { vaults } = await call<{ vaults: { vault: string }[] }>('vaults.list', {});
    await call('vault.open', { vault: vaults.find((one) => one.vault !== target.other.vault)?.vault, password: PASSWORD });
  });
});

describe('script in the page, guessing and destroying', () => {
  it('is told of sixty guesses an hour whether the vault has such a password, and of no more', async () => {
    const later = { judged: 'later' };
    expect(await guessInOwnAccounts(page, secrets[0] ?? '')).toEqual([later, later, later, [], 0]);
  });

  it('writes over sixty secrets an hour, then the person says no outside of the page, and what counted is still there', async () => {
    expect(await writeOver(page)).toEqual([60, ['not_confirmed'], { text: 'the true one' }]);
  });
});

describe('script in the page, across a lock', () => {
  it('has no call answered that wants an open vault, and none of its things left', async () => {
    const renderers = await rendererPids(cdp);
    const took = await stash(page);
    await lock();
    expect(await whenGone(renderers, 1000)).toEqual([]);
    // Neither is written to the disk, and neither outlives the page.
    expect(took).toEqual(['name', 'history']);
    expect([await found(page), await foundBehind(page)]).toEqual([[], []]);
  });

  it('gets nothing from a locked vault', async () => {
    await takeOver(page);
    const wants = Object.entries(engineContract.calls).filter(([, { when }]) => when === 'open');
    const answers = await Promise.all(wants.map(([name]) => ask(page, 'engine', name, {})));
    expect(new Set(answers)).toEqual(new Set(['wrong_state']));
    console.log(`locked: ${wants.length} calls refused`);
    expect(await ask(page, 'engine', 'vault.state', {})).toEqual({ open: null });
  });

  it('guesses no password faster than the growing delay lets it', async () => {
    const { vault } = target.other;
    const answers: unknown[] = [];
    for (let i = 0; i < 6; i++)
      answers.push(await ask(page, 'engine', 'vault.open', { vault, password: `guess number ${i} of many` }));
    expect(answers.slice(0, 3)).toEqual(['wrong_password', 'wrong_password', 'wrong_password']);
    expect(answers.slice(4)).toContain('busy');
    expect(isAlive(app.launched.shell.browserPid)).toBe(true);
  });
});

afterAll(() => {
  const goals = Object.values(all).flat().length + 8;
  const kinds = [...new Set(refused.map(({ what }) => what))];
  const turned = kinds.map((kind) => `${refused.filter(({ what }) => what === kind).length} ${kind}s`);
  console.log(`hostile renderer: ${goals} goals; the host turned away ${turned.join(', ')}; ${connections} connections`);
});
