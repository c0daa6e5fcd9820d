import { Session } from '../../main/engine/session.ts';
import { FileStore } from '../../main/engine/file-store.ts';
import { fromBase32 } from '../../main/core/codes/base32.ts';
import { directKdf } from '../../main/core/crypto/kdf.ts';
import { randomBytes } from '../../main/core/crypto/sodium.ts';
import { applyForm, emptyAccount } from '../../main/core/accounts/account-form.ts';
import { Vault } from '../../main/core/vault/vault.ts';
import type { AccountForm } from '../../shared/contracts/engine/accounts.ts';
import { isRefused } from '../../shared/errors.ts';
import type { Login } from './logins.ts';
import { KDF, type Subject } from './subject.ts';

/** What opens the vault in a window, at the least cost the app takes. */
export const PASSWORD = 'bench without a secret';
// The recovery sheet's slot asks for no Argon2: that is how the derivation is kept out without a weaker one.
const ENTROPY = new Uint8Array(32).fill(7);
/** Logins in one transaction, as an import writes them. */
const BATCH = 100;

const clock = (): number => Math.floor(Date.now() / 1000);

/** Our own vault, through the services the engine serves. */
export const latchkey: Subject = {
  async make(file, logins) {
    const ports = { file: new FileStore(file), kdf: directKdf, random: randomBytes };
    const made = await Vault.create(ports, {
      password: PASSWORD,
      entropy: ENTROPY,
      settings: { ops: KDF.passes, memKib: KDF.memoryKiB },
    });
    if (!made.ok) throw new Error(made.code);
    const session = new Session({
      vault: made.vault,
      path: file,
      read: 'clean',
      anchor: 'none',
      clock,
      onChanged: () => undefined,
    });
    await session.found('Bench');
    for (let from = 0; from < logins.length; from += BATCH) await importLogins(session, logins.slice(from, from + BATCH));
    // As an idle app would: a vault filled at once is mostly journal.
    const compacted = await made.vault.compact();
    if (!compacted.ok) throw new Error(compacted.fault);
    await made.vault.close();
  },

  async open(file, _count, derives) {
    const ports = { file: new FileStore(file), kdf: directKdf, random: randomBytes };
    const opened = await Vault.open(ports, derives ? { password: PASSWORD } : { entropy: ENTROPY.slice() });
    if (!opened.ok) throw new Error(opened.code);
    const { accounts, book, factors } = new Session({
      vault: opened.vault,
      path: file,
      read: 'clean',
      anchor: 'none',
      clock,
      onChanged: () => undefined,
    });
    let asked = 0;
    const list = (query: string) => {
      // Another order each time: a list asked for twice in a row is kept for its next page, and would cost nothing here.
      const sort = asked++ % 2 === 0 ? 'title' : 'used';
      return accounts.list({ query, sort, trashed: false, offset: 0, limit: 50 });
    };
    const ids = book.all('account').map(({ id }) => id);
    const at = (login: number) => {
      const id = ids[login] ?? '';
      const data = book.get('account', id);
      if (data === null) throw new RangeError('no such login');
      return { id, data };
    };
    return {
      idle: () => accounts.warm(),
      count: () => list('').total,
      search: (query) => list(query).total,
      title: (login) => at(login).data.title,
      code(login) {
        const code = factors.live(at(login).id);
        if (isRefused(code) || code.live === null) throw new Error('no code');
        return code.live.code;
      },
      async rename(login, title) {
        const { id, data } = at(login);
        const saved = await accounts.save({ ...formOf(data.username ?? '', data.address ?? ''), id, title });
        if (isRefused(saved)) throw new Error('not saved');
      },
    };
  },
};

function formOf(username: string, address: string): AccountForm {
  return {
    client: null,
    platform: 'other',
    kind: 'personal',
    title: '?',
    username,
    recoveryMail: null,
    recoveryPhone: null,
    address,
    tags: [],
    owner: null,
  };
}

async function importLogins({ book }: Session, logins: readonly Login[]): Promise<void> {
  const done = await book.change((draft) => {
    for (const { title, username, password, address, notes, seed } of logins) {
      const id = book.newId();
      const made = applyForm(book, id, emptyAccount(book.now()), { ...formOf(username, address), title, password, notes });
      if (isRefused(made)) return made;
      const factor = book.newId();
      const bytes = fromBase32(seed);
      if (bytes === null) throw new TypeError('not base32');
      const sealed = book.seal(id, `factors/${factor}/seed`, 1, bytes);
      const settings = { kind: 'authenticator', algorithm: 'sha1', digits: 6, period: 30, confirmed: true } as const;
      draft.put('account', id, { ...made, factors: [{ id: factor, ...settings, seed: sealed }] });
      draft.note('account-added', { ref: id });
    }
    return {};
  });
  if (isRefused(done)) throw new Error('not imported');
}
