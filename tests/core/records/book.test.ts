import { beforeEach, describe, expect, it } from 'vitest';
import { randomBytes } from '../../../main/core/crypto/sodium.ts';
import { auditRecords, Book } from '../../../main/core/records/book.ts';
import { readChain } from '../../../main/core/audit/chain.ts';
import { Vault } from '../../../main/core/vault/vault.ts';
import { refuse } from '../../../shared/errors.ts';
import { memoisedKdf } from '../../support/engine-world.ts';
import { MemoryVaultFile } from '../../support/memory-vault-file.ts';

const PASSWORD = 'copper tunnel hazard biology';
const client = (name: string) => ({ name, colour: 1, archived: false });

describe('the book', () => {
  let file: MemoryVaultFile;
  let vault: Vault;
  let book: Book;
  let clock = 1_800_000_000;
  let topics: string[] = [];

  const bookOf = (from: Vault): Book =>
    new Book(from, { clock: () => clock, random: randomBytes, onChanged: (changed) => topics.push(...changed) });

  beforeEach(async () => {
    file = new MemoryVaultFile();
    const settings = { ops: 3, memKib: 64 * 1024 };
    const made = await Vault.create(
      { file, kdf: memoisedKdf, random: randomBytes },
      { password: PASSWORD, entropy: null, settings },
    );
    if (!made.ok) throw new Error(made.code);
    vault = made.vault;
    topics = [];
    clock = 1_800_000_000;
    book = bookOf(vault);
  });

  it('runs each action on the records as the action before left them', async () => {
    const id = book.newId();
    await book.change((draft) => draft.put('client', id, client('')) ?? {}).catch(() => undefined);
    await book.change((draft) => draft.put('client', id, client('x')) ?? {});
    const add = () =>
      book.change((draft) => {
        const data = book.get('client', id);
        if (data !== null) draft.put('client', id, { ...data, name: `${data.name}x` });
        return {};
      });
    await Promise.all(Array.from({ length: 20 }, add));
    expect(book.get('client', id)?.name).toBe('x'.repeat(21));
  });

  it('saves nothing of an action that is refused, and nothing of one that throws', async () => {
    const before = vault.position.seq;
    expect(await book.change((draft) => (draft.put('client', book.newId(), client('a')), refuse('not_found')))).toEqual({
      refused: 'not_found',
    });
    await expect(
      book.change(() => {
        throw new Error('a bug');
      }),
    ).rejects.toThrow('a bug');
    await expect(book.change((draft) => draft.put('client', book.newId(), { ...client('a'), colour: 99 }))).rejects.toThrow(
      TypeError,
    );
    expect(vault.position.seq).toBe(before);
    expect(book.all('client')).toEqual([]);
  });

  it('keeps memory and log as they were when a save fails, and says which fault', async () => {
    await book.change((draft) => draft.note('vault-made') ?? {});
    const head = book.logHead;
    file.fail = 'disk_full';
    const result = await book.change((draft) => {
      draft.put('client', book.newId(), client('lost'));
      draft.note('client-saved');
      return {};
    });
    expect(result).toEqual({ refused: 'disk_full', facts: { kept: 1 } });
    expect(book.all('client')).toEqual([]);
    expect(book.logHead).toEqual(head);
    expect(book.readOnly).toBe('disk_full');
  });

  it('sets aside records of unknown type, version or shape, and leaves their bytes alone', async () => {
    const [odd, newer, broken, good] = [book.newId(), book.newId(), book.newId(), book.newId()];
    await vault.commit([
      { op: 'put', id: odd, type: 'hologram', v: 1, data: { x: 1 } },
      { op: 'put', id: newer, type: 'client', v: 2, data: client('newer') },
      { op: 'put', id: broken, type: 'client', v: 1, data: { name: 7 } },
      { op: 'put', id: good, type: 'client', v: 1, data: client('good') },
    ]);
    const again = bookOf(vault);
    expect(again.all('client').map(({ id }) => id)).toEqual([good]);
    expect(again.get('client', broken)).toBeNull();
    await again.change((draft) => draft.put('client', again.newId(), client('more')) ?? {});
    for (const id of [odd, newer, broken]) expect(vault.records.get(id)).toBeDefined();
  });

  it('chains its log over closing and opening', async () => {
    for (const what of ['vault-made', 'client-saved', 'client-removed'] as const)
      await book.change((draft) => draft.note(what) ?? {});
    const head = book.logHead;
    await vault.close();
    const opened = await Vault.open({ file, kdf: memoisedKdf, random: randomBytes }, { password: PASSWORD });
    if (!opened.ok) throw new Error(opened.code);
    const again = bookOf(opened.vault);
    expect(again.logHead).toEqual(head);
    await again.change((draft) => draft.note('vault-opened') ?? {});
    const reading = readChain(auditRecords(again).map((record) => ({ ...record })));
    expect(reading.ok).toBe(true);
    expect(auditRecords(again)).toHaveLength(4);
  });

  it('never lets its time run backwards', async () => {
    await book.change((draft) => draft.put('meta', book.newId(), { name: 'v', made: clock, clock }) ?? {});
    clock += 1000;
    await book.change((draft) => draft.note('vault-opened') ?? {});
    clock -= 900;
    expect(book.now()).toBe(1_800_001_000);
  });

  it('holds the highest clock it has seen also before anything is saved', () => {
    clock += 5000;
    expect(book.now()).toBe(1_800_005_000);
    clock -= 5000;
    expect([book.now(), book.clock(), book.clockBehind]).toEqual([1_800_005_000, 1_800_000_000, 5000]);
  });

  it('brings its time down on the person’s word only, in the log and over a restart', async () => {
    await book.change((draft) => draft.put('meta', book.newId(), { name: 'v', made: clock, clock }) ?? {});
    clock += 100_000;
    await book.change((draft) => draft.note('vault-opened') ?? {});
    clock -= 100_000;
    expect(await book.lowerClock()).toEqual({});
    expect([book.now(), book.clockBehind]).toEqual([1_800_000_000, 0]);
    expect(auditRecords(book).at(-1)?.what).toBe('clock-back');
    expect(bookOf(vault).now()).toBe(1_800_000_000);
    clock += 100_000;
    book.now();
    clock -= 100_000;
    file.fail = 'disk_full';
    expect(await book.lowerClock()).toEqual({ refused: 'disk_full', facts: { kept: 1 } });
    expect(book.clockBehind).toBe(100_000);
  });

  it('lists records in the order they were made, whatever was changed since', async () => {
    const ids = [book.newId(), book.newId(), book.newId()];
    for (const id of ids) await book.change((draft) => draft.put('client', id, client(id.slice(0, 4))) ?? {});
    await book.change((draft) => draft.put('client', ids[0] ?? '', client('changed')) ?? {});
    expect(book.all('client').map(({ id }) => id)).toEqual(ids);
    expect(
      bookOf(vault)
        .all('client')
        .map(({ id }) => id),
    ).toEqual(ids);
    await book.change((draft) => draft.del(ids[1] ?? '') ?? {});
    expect(book.all('client').map(({ id }) => id)).toEqual([ids[0], ids[2]]);
  });

  it('names the topics a change touches, after it is on disk', async () => {
    await book.change((draft) => draft.put('client', book.newId(), client('a')) ?? {});
    expect(new Set(topics)).toEqual(new Set(['clients']));
  });
});
