import { open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { argon2d, argon2id } from 'hash-wasm';
import * as kdbxweb from 'kdbxweb';
import { generateSync } from 'otplib';
import type { Login } from './logins.ts';
import { KDF, type Subject } from './subject.ts';

const { Int64, VarDictionary } = kdbxweb;

kdbxweb.CryptoEngine.setArgon2Impl(async (password, salt, memorySize, iterations, hashLength, parallelism, type) => {
  const derive = type === kdbxweb.CryptoEngine.Argon2TypeArgon2d ? argon2d : argon2id;
  const key = await derive({
    password: new Uint8Array(password),
    salt: new Uint8Array(salt),
    memorySize,
    iterations,
    hashLength,
    parallelism,
    outputType: 'binary',
  });
  return key.buffer.slice(key.byteOffset, key.byteOffset + key.byteLength) as ArrayBuffer;
});

const SEARCHED = ['Title', 'UserName', 'URL'];

const credentials = (): kdbxweb.KdbxCredentials =>
  new kdbxweb.KdbxCredentials(kdbxweb.ProtectedValue.fromString('bench without a secret'));

/** A KDBX 4 file through kdbxweb, saved as its users save it: whole, flushed, renamed. */
export const kdbx: Subject = {
  async make(file, logins, derives) {
    const db = kdbxweb.Kdbx.create(credentials(), 'Bench');
    db.setKdf(kdbxweb.Consts.KdfId.Argon2id);
    const kdf = db.header.kdfParameters;
    if (kdf === undefined) throw new Error('no KDF parameters');
    // Else the least Argon2 there is, since it cannot be left out: one pass over 8 KiB.
    kdf.set('M', VarDictionary.ValueType.UInt64, Int64.from(1024 * (derives ? KDF.memoryKiB : 8)));
    kdf.set('I', VarDictionary.ValueType.UInt64, Int64.from(derives ? KDF.passes : 1));
    kdf.set('P', VarDictionary.ValueType.UInt32, 1);
    for (const login of logins) addLogin(db, login);
    await replace(file, await db.save());
  },

  async open(file) {
    const bytes = await readFile(file);
    const db = await kdbxweb.Kdbx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length), credentials());
    const ids = [...db.getDefaultGroup().allEntries()].map(({ uuid }) => uuid.id);
    // The library has neither an index nor a search; its users walk the entries, and so does this.
    const all = (): Iterable<kdbxweb.KdbxEntry> => db.getDefaultGroup().allEntries();
    const at = (login: number): kdbxweb.KdbxEntry => {
      for (const entry of all()) if (entry.uuid.id === ids[login]) return entry;
      throw new RangeError('no such login');
    };
    const holds = (entry: kdbxweb.KdbxEntry, query: string): boolean =>
      SEARCHED.some((field) => plain(entry, field).toLowerCase().includes(query));
    const list = (query: string): string[] =>
      [...all()]
        .filter((entry) => holds(entry, query))
        .map((entry) => plain(entry, 'Title'))
        .toSorted((a, b) => a.localeCompare(b));
    return {
      count: () => list('').length,
      search: (query) => list(query).length,
      title: (login) => plain(at(login), 'Title'),
      code(login) {
        const secret = new URL(plain(at(login), 'otp')).searchParams.get('secret');
        if (secret === null) throw new Error('no seed');
        return generateSync({ secret });
      },
      async rename(login, title) {
        const entry = at(login);
        entry.pushHistory();
        entry.fields.set('Title', title);
        entry.times.update();
        await replace(file, await db.save());
      },
    };
  },
};

function addLogin(db: kdbxweb.Kdbx, { title, username, password, address, notes, seed }: Login): void {
  const { fields } = db.createEntry(db.getDefaultGroup());
  fields.set('Title', title);
  fields.set('UserName', username);
  fields.set('Password', kdbxweb.ProtectedValue.fromString(password));
  fields.set('URL', address);
  fields.set('Notes', notes);
  fields.set('otp', kdbxweb.ProtectedValue.fromString(`otpauth://totp/bench?secret=${seed}`));
}

function plain(entry: kdbxweb.KdbxEntry, field: string): string {
  const value = entry.fields.get(field);
  return typeof value === 'string' ? value : (value?.getText() ?? '');
}

async function replace(file: string, bytes: ArrayBuffer): Promise<void> {
  const beside = `${file}.new`;
  const handle = await open(beside, 'w', 0o600);
  await handle.writeFile(new Uint8Array(bytes));
  await handle.sync();
  await handle.close();
  await rename(beside, file);
  const folder = await open(path.dirname(file), 'r');
  await folder.sync();
  await folder.close();
}
