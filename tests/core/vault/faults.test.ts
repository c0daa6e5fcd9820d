import { describe, expect, it } from 'vitest';
import { type Bytes, concat } from '../../../main/core/bytes.ts';
import { fieldAt } from '../../../main/core/crypto/field.ts';
import { randomBytes } from '../../../main/core/crypto/sodium.ts';
import { Vault } from '../../../main/core/vault/vault.ts';
import {
  base64,
  credentialOf,
  faultVectors,
  MemoryAnchors,
  MemoryFile,
  memoKdf,
  put,
  unhex,
  type VectorFault,
  vaultVector,
} from './support.ts';

// A frame at fault is not a good one: the vector counts it among the good, yet has end and seq before it, as every other vector.
const GOOD_FRAMES: Readonly<Record<string, number>> = { 'base says one record too many': 0 };

function build({ of, head, put, zeros, tail }: VectorFault['file']): Bytes {
  const source = base64(vaultVector(of).file);
  return concat(source.subarray(0, head), base64(put), new Uint8Array(zeros), source.subarray(source.length - tail));
}

describe('files with one fault', () => {
  it.each(faultVectors)('$name', async ({ name, file, credential, anchor_hex, expect: want }) => {
    const bytes = build(file);
    const memory = new MemoryFile(bytes);
    const anchors = new MemoryAnchors(anchor_hex === undefined ? null : unhex(anchor_hex));
    const opened = await Vault.open({ file: memory, kdf: memoKdf, random: randomBytes, anchors }, credentialOf(credential));
    if (!opened.ok) {
      expect({ class: opened.code }).toEqual(want);
      return;
    }
    const { vault } = opened;
    expect(opened.class).toBe(want.class);
    expect(vault.position.frames).toBe(GOOD_FRAMES[name] ?? want.frames);
    expect(vault.position.end).toBe(want.good_length);
    expect(vault.position.seq).toBe(want.seq);
    expect(opened.headerChanged).toBe(want.header_changed ?? false);
    if (want.records !== undefined) expect(vault.records.size).toBe(want.records);
    const refused = new Set(want.fields_refused);
    for (const place of refused) {
      const [id = '', path = ''] = place.split(':');
      const field = fieldAt(vault.records.get(id)?.data ?? {}, path);
      expect(field).not.toBeNull();
      expect(field && vault.openField(id, path, field)).toBeNull();
    }
    const mayWrite = want.class === 'clean' || want.class === 'torn_tail';
    expect(vault.readOnly).toBe(mayWrite ? null : want.class);
    const saved = await vault.commit([put(1, 'after')]);
    expect(saved).toEqual(mayWrite ? { ok: true, seq: (want.seq ?? 0) + 1 } : { ok: false, fault: want.class });
    expect(memory.aside).toEqual(want.class === 'torn_tail' ? [bytes] : []);
    if (!mayWrite) expect(memory.bytes).toBe(bytes);
    else expect(memory.bytes.subarray(0, want.good_length)).toEqual(bytes.subarray(0, want.good_length));
  });

  it('are all tried', () => {
    expect(faultVectors.length).toBe(194);
    console.log(`vault-faults.json: ${faultVectors.length} files`);
  });
});
