import { expect, it } from 'vitest';
import { randomBytes } from '../../../main/core/crypto/sodium.ts';
import { Book } from '../../../main/core/records/book.ts';
import { Vault } from '../../../main/core/vault/vault.ts';
import { memoisedKdf } from '../../support/engine-world.ts';
import { MemoryVaultFile } from '../../support/memory-vault-file.ts';

it('lets no test change what the book gave out', async () => {
  const settings = { ops: 3, memKib: 64 * 1024 };
  const ports = { file: new MemoryVaultFile(), kdf: memoisedKdf, random: randomBytes };
  const made = await Vault.create(ports, { password: 'copper tunnel hazard biology', entropy: null, settings });
  if (!made.ok) throw new Error(made.code);
  const book = new Book(made.vault, { clock: () => 1_800_000_000, random: randomBytes, onChanged: () => undefined });
  const id = book.newId();
  await book.change((draft) => draft.put('client', id, { name: 'Voss', colour: 1, archived: false }) ?? {});
  const given = [book.get('client', id), book.all('client')[0], book.all('client')[0]?.data, book.all('client')];
  for (const one of given) {
    expect(one).toBeTypeOf('object');
    expect(Object.isFrozen(one)).toBe(true);
  }
  expect(() => Object.assign(book.get('client', id) ?? {}, { name: 'Other' })).toThrow(TypeError);
  expect(book.get('client', id)?.name).toBe('Voss');
});
