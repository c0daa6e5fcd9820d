import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bytes, concat, sameBytes, utf8 } from '../../../main/core/bytes.ts';
import { type Kdf, KDF_PRESETS } from '../../../main/core/crypto/kdf.ts';
import { randomBytes } from '../../../main/core/crypto/sodium.ts';
import { type SalvageOutcome, salvage } from '../../../main/core/vault/salvage-vault.ts';
import { Vault } from '../../../main/core/vault/vault.ts';
import { frameStarts, idOf, MemoryFile, memoKdf, put, SLOW } from './support.ts';

const entropy = new Uint8Array(32).fill(6);
const PASSWORD = 'correct horse battery staple';
const settings = KDF_PRESETS.lowMemory;
// One answer is enough for many new vaults: each is opened by its recovery key.
const kdf: Kdf = { derive: (password, _salt, ...rest) => memoKdf.derive(password, new Uint8Array(16), ...rest) };

async function newVault(): Promise<{ vault: Vault; file: MemoryFile }> {
  const file = new MemoryFile();
  const made = await Vault.create({ file, kdf, random: randomBytes }, { password: PASSWORD, entropy, settings });
  if (!made.ok) throw new Error(made.code);
  return { vault: made.vault, file };
}

/** Frames 1 to 12, record n in frame n; 5 to 7 are a run of parts; 12 deletes record 2. */
async function source(): Promise<{ bytes: Bytes; starts: number[]; vault: Vault }> {
  const { vault, file } = await newVault();
  const header = file.bytes.length;
  for (let n = 1; n <= 4; n++) await vault.commit([put(n, `text ${n}`)]);
  await vault.commit([5, 6, 7].map((n) => put(n, 'x'.repeat(900_000))));
  for (let n = 8; n <= 10; n++) await vault.commit([put(n, `text ${n}`)]);
  const password = { ...vault.sealField(idOf(11), 'password', 1, utf8('secret')) };
  await vault.commit([{ op: 'put', id: idOf(11), type: 'account', v: 1, data: { password } }]);
  await vault.commit([{ op: 'del', id: idOf(2) }]);
  return { bytes: file.bytes, starts: frameStarts(file.bytes, header), vault };
}

const { bytes: whole, starts, vault: original } = await source();
const at = (frame: number): number => starts[frame - 1] ?? 0;

async function salvaged(bytes: Bytes, header?: Bytes): Promise<SalvageOutcome & { file: MemoryFile }> {
  const file = new MemoryFile();
  const of = { bytes, credential: { entropy }, ...(header === undefined ? {} : { header }) };
  const outcome = await salvage(of, { file, kdf, random: randomBytes }, { password: PASSWORD, entropy, settings });
  return { ...outcome, file };
}

async function mustSalvage(bytes: Bytes, header?: Bytes) {
  const outcome = await salvaged(bytes, header);
  if (!outcome.ok) throw new Error(outcome.fault);
  const again = await Vault.open({ file: outcome.file, kdf, random: randomBytes }, { entropy });
  if (!again.ok) throw new Error(again.code);
  expect(again.class).toBe('clean');
  expect(again.vault.records).toEqual(outcome.vault.records);
  expect(again.vault.epoch).toBe(1);
  expect(sameBytes(again.vault.vaultId, original.vaultId)).toBe(false);
  return { ...outcome, ids: [...again.vault.records.keys()].map((id) => Buffer.from(id, 'base64url').readUInt32BE(0)) };
}

describe('a salvage', () => {
  it('of a whole file takes everything, secrets among it, into a vault of its own', async () => {
    const { vault, report, ids } = await mustSalvage(whole);
    expect(ids).toEqual([1, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(report).toEqual({
      frames: 12,
      records: 10,
      gaps: [],
      lostBytes: 0,
      missingFrames: 0,
      brokenRuns: 0,
      repeated: 0,
      unreadable: 0,
    });
    const data = vault.records.get(idOf(11))?.data as { password: never };
    expect(vault.openField(idOf(11), 'password', data.password)).toEqual(utf8('secret'));
    expect(original.openField(idOf(11), 'password', data.password)).toBeNull();
  });

  it('goes on after a frame that was lost, and says what and where', async () => {
    const hole = concat(whole.subarray(0, at(3) + 10), new Uint8Array(20), whole.subarray(at(3) + 30));
    const { report, ids } = await mustSalvage(hole);
    expect(ids).toEqual([1, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(report).toMatchObject({ frames: 11, missingFrames: 1, gaps: [{ from: at(3), to: at(4) }], lostBytes: at(4) - at(3) });
  });

  it('finds frames at any byte, out of place or doubled, the first of one number winning', async () => {
    const junk = randomBytes(333);
    const cut = (from: number, to = from + 1): Bytes => whole.slice(at(from), at(to));
    const shuffled = concat(whole.subarray(0, at(1)), cut(10), junk, cut(1), cut(4), cut(1), junk.subarray(0, 7), cut(3));
    const { report, ids } = await mustSalvage(shuffled);
    expect(ids).toEqual([1, 3, 4, 10].toSorted((a, b) => a - b));
    expect(report).toMatchObject({ frames: 4, repeated: 1, missingFrames: 6, lostBytes: 340 });
    expect(report.gaps).toHaveLength(2);
  });

  it('takes the parts of a run that was broken, and counts it', async () => {
    const broken = concat(whole.subarray(0, at(6)), whole.subarray(at(7)));
    const { report, ids } = await mustSalvage(broken);
    expect(ids).toEqual([1, 3, 4, 5, 7, 8, 9, 10, 11]);
    expect(report).toMatchObject({ brokenRuns: 1, missingFrames: 1 });
  });

  it('uses the header of a backup when the own one does not open', async () => {
    const beheaded = concat(new Uint8Array(at(1)), whole.subarray(at(1)));
    expect(await salvaged(beheaded)).toMatchObject({ ok: false, fault: 'not_a_vault' });
    const { report, ids } = await mustSalvage(beheaded, whole.slice(0, at(3)));
    expect(ids).toEqual([1, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(report).toMatchObject({ frames: 12, missingFrames: 0, lostBytes: at(1) });
    const headless = await mustSalvage(whole.slice(at(8)), whole.slice(0, at(3)));
    expect(headless.ids).toEqual([8, 9, 10, 11]);
  });

  it('takes what is left of a snapshot, and knows how many frames it had', async () => {
    const file = new MemoryFile(whole);
    const opened = await Vault.open({ file, kdf, random: randomBytes }, { entropy });
    if (!opened.ok) throw new Error(opened.code);
    expect((await opened.vault.compact()).ok).toBe(true);
    const headerEnd = at(1);
    const [, second = 0, third = 0] = frameStarts(file.bytes, headerEnd);
    const { report } = await mustSalvage(concat(file.bytes.subarray(0, second), file.bytes.subarray(third, third + 300)));
    expect(report.frames).toBe(1);
    expect(report.missingFrames).toBe(opened.vault.position.frames - 1);
  });

  it('of nothing readable makes no vault', async () => {
    const outcome = await salvaged(whole.slice(0, at(1) + 50));
    expect(outcome).toMatchObject({ ok: false, fault: 'nothing' });
    expect(outcome.file.bytes.length).toBe(0);
    const stranger = await newVault();
    expect(await salvaged(concat(stranger.file.bytes, whole.subarray(at(1), at(3))))).toMatchObject({
      ok: false,
      fault: 'nothing',
    });
  });

  it('can be given up', async () => {
    const to = { file: new MemoryFile(), kdf, random: randomBytes };
    const outcome = await salvage(
      { bytes: whole, credential: { entropy } },
      to,
      { password: PASSWORD, entropy, settings },
      () => false,
    );
    expect(outcome).toEqual({ ok: false, fault: 'cancelled' });
    expect(to.file.bytes.length).toBe(0);
  });

  it('keeps every frame that no damage touched, whatever was damaged', { timeout: 120_000 }, async () => {
    const runs = SLOW ? 400 : 40;
    const small = concat(whole.subarray(0, at(5)), whole.subarray(at(8)));
    const ends = frameStarts(small, at(1));
    const damage = fc.array(fc.tuple(fc.nat(small.length - at(1) - 1), fc.integer({ min: 1, max: 255 })), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(damage, async (hits) => {
        const bad = small.slice();
        for (const [offset, by] of hits) bad[at(1) + offset] = (bad[at(1) + offset] ?? 0) ^ by;
        const touched = (i: number): boolean =>
          small.subarray(ends[i], ends[i + 1]).some((byte, j) => byte !== bad[(ends[i] ?? 0) + j]);
        const sound = ends.slice(0, -1).filter((_, i) => !touched(i)).length;
        const outcome = await salvaged(bad);
        expect(outcome.ok ? outcome.report.frames : 0).toBe(sound);
      }),
      { numRuns: runs },
    );
    console.log(`salvages of random damage: ${runs}`);
  });
});
