import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AccountFilter } from '../../shared/contracts/engine/account-list.ts';
import { ACCOUNT_SORTS, type Settings } from '../../shared/settings.ts';
import { directKdf } from '../../main/core/crypto/kdf.ts';
import { randomBytes } from '../../main/core/crypto/sodium.ts';
import { Vault } from '../../main/core/vault/vault.ts';
import { FileStore } from '../../main/engine/file-store.ts';
import { Session } from '../../main/engine/session.ts';
import { latchkey, PASSWORD } from './latchkey.ts';
import { makeLogins, NEEDLE } from './logins.ts';

// One fresh process of the bench: the list of accounts of a large vault, cold and made ready. As one line of JSON, times in ms.

const [count = '10000'] = process.argv.slice(2);
const folder = await mkdtemp(path.join(tmpdir(), 'latchkey-lists-'));
const file = path.join(folder, 'large.latchkey');
const figures: Record<string, number> = {};

function timed<T>(name: string, act: () => T): T {
  const start = performance.now();
  const made = act();
  figures[name] = Math.round((performance.now() - start) * 100) / 100;
  return made;
}

async function open(): Promise<Session> {
  const ports = { file: new FileStore(file), kdf: directKdf, random: randomBytes };
  const opened = await Vault.open(ports, { password: PASSWORD });
  if (!opened.ok) throw new Error(opened.code);
  const clock = (): number => Math.floor(Date.now() / 1000);
  return new Session({ vault: opened.vault, path: file, read: 'clean', anchor: 'none', clock, onChanged: () => undefined });
}

try {
  await latchkey.make(file, makeLogins(Number(count)), true);
  const { accounts, vault } = await open();
  const list = (query: string, sort: Settings['accountSort'], filter?: AccountFilter): number =>
    accounts.list({ query, sort, trashed: false, offset: 0, limit: 200, ...(filter === undefined ? {} : { filter }) }).total;
  timed('firstList', () => list('', 'used'));
  timed('firstFilter', () => list('', 'used', { hasCode: true }));
  timed('warm', () => accounts.warm());
  for (const sort of ACCOUNT_SORTS) timed(`sort ${sort}`, () => list('', sort));
  for (const sort of ACCOUNT_SORTS) timed(`sort ${sort}, again`, () => list('', sort));
  timed('filter by code', () => list('', 'used', { hasCode: true }));
  timed('filter by tag', () => list('', 'used', { tag: 'none' }));
  timed('filter by state', () => list('', 'used', { state: 'lent' }));
  timed('counts', () => accounts.facets({ trashed: false }));
  timed('search', () => list(NEEDLE, 'used'));
  timed('first search with a slip', () => list('nedele', 'used'));
  timed('search with a slip', () => list('nedeel', 'used'));
  timed('search for two, with slips', () => list('nedeel maill', 'used'));
  timed('search for nothing', () => list('qqqqqqqqqq', 'used'));
  timed('similar', () => accounts.similar({ client: null, platform: 'other', title: 'x', username: 'somebody' }));
  timed('ids', () => accounts.ids({ query: '', sort: 'title', trashed: false }));
  await vault.close();
  console.log(JSON.stringify({ count: Number(count), ...figures }));
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exit(0);
