import { describe, expect, it } from 'vitest';
import { type Bytes, concat, sameBytes, utf8 } from '../../../main/core/bytes.ts';
import { fieldAt, isSealedField, openField, sealField } from '../../../main/core/crypto/field.ts';
import type { Json } from '../../../main/core/strict-json.ts';
import { FrameCipher } from '../../../main/core/vault/frame.ts';
import { type HeaderFields, writeHeader } from '../../../main/core/vault/header.ts';
import { vaultKeys } from '../../../main/core/vault/keys.ts';
import { parseContent } from '../../../main/core/vault/operations.ts';
import { wrap } from '../../../main/core/vault/slots.ts';
import { Vault } from '../../../main/core/vault/vault.ts';
import {
  base64,
  credentialOf,
  hex,
  MemoryAnchors,
  MemoryFile,
  memoKdf,
  Tape,
  unhex,
  type VectorVault,
  vaultVector,
  vaultVectors,
} from './support.ts';

const plainOf = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

function fieldsOf(vector: VectorVault): HeaderFields {
  return {
    vaultId: unhex(vector.vault_id_hex),
    epoch: vector.epoch,
    baseSeq: vector.base_seq,
    baseChain: unhex(vector.base_chain_hex),
  };
}

async function writeSlots(vector: VectorVault, tape: Tape): Promise<Bytes[]> {
  const slots: Bytes[] = [];
  for (const credential of vector.credentials) {
    const settings = { ops: vector.ops, memKib: vector.mem_kib };
    const ports = { kdf: memoKdf, random: tape.draw };
    const slot = await wrap(unhex(vector.vk_hex), credentialOf(credential), unhex(vector.vault_id_hex), settings, ports);
    if (typeof slot === 'string') throw new Error(slot);
    slots.push(slot);
  }
  return slots;
}

function* sealedPaths(data: Json, path: string): Generator<string> {
  if (isSealedField(data)) yield path;
  else if (Array.isArray(data)) {
    for (const item of data) {
      if (typeof item === 'object' && item !== null && !Array.isArray(item))
        yield* sealedPaths(item, `${path}/${item['id'] as string}`);
    }
  } else if (typeof data === 'object' && data !== null) {
    for (const [key, value] of Object.entries(data)) yield* sealedPaths(value, path === '' ? key : `${path}/${key}`);
  }
}

describe.each(vaultVectors)('known answers: $name', (vector) => {
  const file = base64(vector.file);
  const keys = vaultKeys(unhex(vector.vk_hex));

  it('writes the same file from the same draws, each secret field sealed anew', async () => {
    // "vault c" has the frames of "vault b", byte for byte, under another header.
    const source = vector.name === 'vault c' ? vaultVector('vault b') : vector;
    const tape = new Tape(vector.draws.map(({ hex }) => hex));
    const header = writeHeader(fieldsOf(vector), await writeSlots(vector, tape), keys.header);
    if (source !== vector) {
      const body = base64(source.file);
      expect(hex(concat(header, body.subarray(body.length - (file.length - header.length))))).toBe(hex(file));
      expect(tape.left).toBe(0);
      return;
    }
    const cipher = new FrameCipher(keys.frames, unhex(vector.vault_id_hex), vector.epoch);
    const seen = new Set<string>();
    let out = header;
    let last = { seq: vector.base_seq, chain: unhex(vector.base_chain_hex) };
    for (const text of vector.frames) {
      const content = parseContent(utf8(text));
      for (const op of content?.ops ?? []) {
        if (op.op !== 'put') continue;
        for (const path of sealedPaths(op.data as Json, '')) {
          const field = fieldAt(op.data, path);
          const plain = field === null ? null : openField(keys.fields, op.id, path, field);
          if (field === null || plain === null) throw new Error(`${path} does not open`);
          const isNew = vector.epoch === 1 && !seen.has(field.sealed);
          seen.add(field.sealed);
          if (isNew) expect(sealField(keys.fields, op.id, path, field.ver, plain, tape.draw)).toEqual(field);
        }
      }
      const { frame, next } = cipher.seal(utf8(text), last, tape.draw);
      out = concat(out, frame);
      last = next;
    }
    expect(hex(out)).toBe(hex(file));
    expect(tape.left).toBe(0);
  });

  it.each(vector.credentials)('reads as stated with the credential of slot $slot', async (credential) => {
    for (const anchor of [null, unhex(vector.anchor_hex)]) {
      const anchors = new MemoryAnchors(anchor);
      const ports = { file: new MemoryFile(file), kdf: memoKdf, random: new Tape([]).draw, anchors };
      const opened = await Vault.open(ports, credentialOf(credential));
      if (!opened.ok) throw new Error(opened.code);
      const { vault } = opened;
      expect(opened.class).toBe(vector.expect.class);
      expect(opened.headerChanged).toBe(false);
      expect(vault.readOnly).toBeNull();
      expect(vault.position.seq).toBe(vector.expect.seq);
      expect(hex(vault.position.chain)).toBe(vector.expect.chain_hex);
      expect(vault.position.frames).toBe(vector.expect.frames);
      expect(vault.position.end).toBe(vector.expect.size);
      expect([...vault.records.values()].map(plainOf)).toEqual(vector.expect.records);
      expect([...vault.slots]).toEqual(vector.credentials.map(({ slot }) => slot));
      let opens = 0;
      for (const [id, fields] of Object.entries(vector.expect.fields_hex)) {
        for (const [path, plain] of Object.entries(fields)) {
          const field = fieldAt(vault.records.get(id)?.data ?? {}, path);
          expect(field && hex(vault.openField(id, path, field) ?? unhex(''))).toBe(plain);
          opens++;
        }
      }
      expect(opens).toBe(Object.values(vector.expect.fields_hex).reduce((n, fields) => n + Object.keys(fields).length, 0));
      await vault.close();
    }
  });
});

describe('known answers through the vault', () => {
  it('grows from its header to the stated file, save by save', async () => {
    const vector = vaultVector('vault a');
    const whole = base64(vector.file);
    const draws = vector.draws.filter(({ what }) => what.startsWith('frame')).map(({ hex }) => hex);
    const file = new MemoryFile(whole.slice(0, 509));
    const opened = await Vault.open(
      { file, kdf: memoKdf, random: new Tape(draws).draw },
      { password: 'correct horse battery staple' },
    );
    if (!opened.ok) throw new Error(opened.code);
    for (const [i, text] of vector.frames.entries()) {
      expect(await opened.vault.commit(parseContent(utf8(text))?.ops ?? [])).toEqual({ ok: true, seq: i + 1 });
    }
    expect(sameBytes(file.bytes, whole)).toBe(true);
    const records = [...opened.vault.records.values()].sort(byId);
    expect(records.map(plainOf)).toEqual([...vector.expect.records].sort(byId));
  });

  it.each(['vault d', 'vault e'])('makes %s: the id, the vault key, then the slots are drawn', async (name) => {
    const vector = vaultVector(name);
    const slots = vector.draws.filter(({ what }) => what.startsWith('slot')).map(({ hex }) => hex);
    const random = new Tape([vector.vault_id_hex, vector.vk_hex, ...slots]).draw;
    const file = new MemoryFile();
    const recovery = vector.credentials.find(({ slot }) => slot === 3);
    const made = await Vault.create(
      { file, kdf: memoKdf, random },
      {
        password: 'correct horse battery staple',
        entropy: recovery === undefined ? null : unhex(recovery.entropy_hex ?? ''),
        settings: { ops: vector.ops, memKib: vector.mem_kib },
      },
    );
    expect(made.ok).toBe(true);
    expect(hex(file.bytes)).toBe(hex(base64(vector.file).slice(0, file.bytes.length)));
    expect(file.bytes.length).toBe(113 + 132 * vector.credentials.length);
  });
});
