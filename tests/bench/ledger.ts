import { directKdf } from '../../main/core/crypto/kdf.ts';
import { randomBytes } from '../../main/core/crypto/sodium.ts';
import { Vault } from '../../main/core/vault/vault.ts';
import { Session } from '../../main/engine/session.ts';
import { layLoans } from '../support/ledger-vault.ts';
import { MemoryVaultFile } from '../support/memory-vault-file.ts';
import { isRefused } from '../../shared/errors.ts';
import { KDF } from './subject.ts';

// One fresh process of the bench: a ledger of 5 000 loans over 2 000 accounts beside a log of 50 000 records, read again from its file, and the
// review, the log and the reminders over the same. As one line of JSON, times in ms.

const password = 'bench without a secret';
const sizes = { accounts: 2000, grants: 5000, events: 50_000 };
const clock = (): number => Math.floor(Date.now() / 1000);
const around = { path: 'ledger.latchkey', read: 'clean', anchor: 'none', clock, onChanged: () => undefined } as const;

const file = new MemoryVaultFile();
const settings = { ops: KDF.passes, memKib: KDF.memoryKiB };
const made = await Vault.create({ file, kdf: directKdf, random: randomBytes }, { password, entropy: null, settings });
if (!made.ok) throw new Error(made.code);
const first = new Session({ vault: made.vault, ...around });
await first.found('Bench');
const laid = await layLoans(first, sizes);
const again = new MemoryVaultFile(file.bytes?.slice() ?? null);
const opened = await Vault.open({ file: again, kdf: directKdf, random: randomBytes }, { password });
if (!opened.ok) throw new Error(opened.code);
const session = new Session({ vault: opened.vault, ...around });
session.book.warm();
session.state();

const wanted = { side: 'given', state: 'all', client: null, person: null, account: null, query: '' } as const;
const figures: Record<string, number> = { ...sizes };

/** Keeps the first time of some work, and the middle one of nine more. */
function keep(name: string, work: () => unknown): void {
  const times = Array.from({ length: 10 }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  figures[`${name}First`] = times[0] ?? 0;
  figures[name] = times.slice(1).toSorted((a, b) => a - b)[4] ?? 0;
}

keep('list', () => session.ledger.list({ ...wanted, offset: 0, limit: 200 }));
keep('search', () => session.ledger.list({ ...wanted, query: 'person 17 account', offset: 0, limit: 200 }));
keep('client', () => session.ledger.list({ ...wanted, client: laid.clients[0] ?? '', offset: 0, limit: 200 }));
keep('table', () => session.ledger.table(wanted, 'Europe/Berlin'));
keep('report', () => session.ledger.report(wanted, 'Europe/Berlin'));

const ZONE = 'Europe/Berlin';
const review = await session.reviews.start(ZONE);
if (isRefused(review)) throw new Error(review.refused);
keep('reviewState', () => session.reviews.state(ZONE));
keep('reviewRows', () => session.reviews.rows({ id: review.id, offset: 0, limit: 200 }));
const now = clock();
const any = { account: null, person: null, group: null, from: null, until: null, offset: 0, limit: 200 } as const;
keep('log', () => session.log.search(any));
keep('logLast', () => session.log.search({ ...any, offset: sizes.events - 200 }));
keep('logAccount', () => session.log.search({ ...any, account: laid.accounts[0] ?? '' }));
keep('logPerson', () => session.log.search({ ...any, person: laid.people[0] ?? '' }));
keep('logGroup', () => session.log.search({ ...any, group: 'accounts', from: now - 86_400, until: now + 1 }));
keep('reminders', () => session.reminders.list(ZONE));
console.log(JSON.stringify(figures));
