import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Bytes, b64u, concat, fromB64, sameBytes } from '../../../main/core/bytes.ts';
import { directKdf, type Kdf } from '../../../main/core/crypto/kdf.ts';
import type { Random } from '../../../main/core/crypto/sodium.ts';
import type { Op } from '../../../main/core/vault/operations.ts';
import type { Credential } from '../../../main/core/vault/slots.ts';
import type { AnchorStore } from '../../../main/core/vault/anchor-store.ts';
import type { FileFault, ReadFile, Replaced, Replacement, VaultFile, Written } from '../../../main/core/vault/vault-file.ts';

export const SLOW = process.env['SLOW'] === '1';

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
export const unhex = (text: string): Bytes => new Uint8Array(Buffer.from(text, 'hex'));

export function base64(text: string): Bytes {
  const bytes = fromB64(text);
  if (bytes === null) throw new Error('bad base64 in a vector');
  return bytes;
}

export interface VectorCredential {
  readonly slot: 1 | 2 | 3;
  readonly password?: string;
  readonly device_hex?: string;
  readonly entropy_hex?: string;
}

export interface VectorVault {
  readonly name: string;
  readonly vk_hex: string;
  readonly vault_id_hex: string;
  readonly epoch: number;
  readonly base_seq: number;
  readonly base_chain_hex: string;
  readonly ops: number;
  readonly mem_kib: number;
  readonly credentials: readonly VectorCredential[];
  readonly draws: readonly { readonly what: string; readonly hex: string }[];
  readonly frames: readonly string[];
  readonly file: string;
  readonly anchor_hex: string;
  readonly expect: {
    readonly class: string;
    readonly seq: number;
    readonly chain_hex: string;
    readonly frames: number;
    readonly size: number;
    readonly records: readonly { readonly id: string }[];
    readonly fields_hex: Readonly<Record<string, Readonly<Record<string, string>>>>;
  };
}

export interface VectorFault {
  readonly name: string;
  readonly credential: VectorCredential;
  readonly anchor_hex?: string;
  readonly file: {
    readonly of: string;
    readonly head: number;
    readonly put: string;
    readonly zeros: number;
    readonly tail: number;
  };
  readonly expect: {
    readonly class: string;
    readonly frames?: number;
    readonly good_length?: number;
    readonly seq?: number;
    readonly records?: number;
    readonly fields_refused?: readonly string[];
    readonly header_changed?: boolean;
  };
}

function load(name: string): unknown {
  return JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../vectors/latchkey', name), 'utf8'));
}

export const vaultVectors = (load('vault-basic.json') as { vaults: VectorVault[] }).vaults;
export const faultVectors = (load('vault-faults.json') as { cases: VectorFault[] }).cases;

export function vaultVector(name: string): VectorVault {
  const found = vaultVectors.find((vault) => vault.name === name);
  if (found === undefined) throw new Error(`no vector ${name}`);
  return found;
}

export function credentialOf({ slot, password, device_hex, entropy_hex }: VectorCredential): Credential {
  if (slot === 1) return { password: password ?? '' };
  return slot === 2 ? { device: unhex(device_hex ?? '') } : { entropy: unhex(entropy_hex ?? '') };
}

/** Replays stated draws; a wrong length or one draw too many is an error. */
export class Tape {
  #left: string[];

  constructor(draws: readonly string[]) {
    this.#left = [...draws];
  }

  get left(): number {
    return this.#left.length;
  }

  readonly draw: Random = (length) => {
    const bytes = unhex(this.#left.shift() ?? '');
    if (bytes.length !== length) throw new Error(`drew ${length} bytes where the tape has ${bytes.length}`);
    return bytes;
  };
}

const memo = new Map<string, Promise<Bytes | null>>();

/** The real Argon2id, each question asked once. */
export const memoKdf: Kdf = {
  derive: async (password, salt, ops, memKib) => {
    const question = `${hex(password)} ${hex(salt)} ${ops} ${memKib}`;
    const answer = memo.get(question) ?? directKdf.derive(password.slice(), salt, ops, memKib);
    memo.set(question, answer);
    return (await answer)?.slice() ?? null;
  },
};

/** Anchors in memory; `fails` is a store that writes none. */
export class MemoryAnchors implements AnchorStore {
  stored: Bytes | null;
  fails = false;

  constructor(stored: Bytes | null = null) {
    this.stored = stored;
  }

  async read(): Promise<Bytes | null> {
    return this.stored;
  }

  async write(_vaultId: Bytes, anchor: Bytes): Promise<boolean> {
    await new Promise((resolve) => setImmediate(resolve));
    if (!this.fails) this.stored = anchor.slice();
    return !this.fails;
  }
}

/** A vault file in memory. */
export class MemoryFile implements VaultFile {
  bytes: Bytes;
  aside: Bytes[] = [];
  /** What the last replacement put away. */
  old: Bytes | null = null;
  appends = 0;
  flushes = 0;
  /** The next write gives this fault and changes nothing. */
  fault: FileFault | null = null;

  constructor(bytes: Bytes = new Uint8Array()) {
    this.bytes = bytes;
  }

  async read(): Promise<ReadFile> {
    return { ok: true, bytes: this.bytes.slice() };
  }

  async reread(): Promise<ReadFile> {
    return this.fault === null ? this.read() : { ok: false, fault: this.fault };
  }

  async create(bytes: Bytes): Promise<Written> {
    return this.#write(() => {
      this.bytes = bytes;
    });
  }

  async flush(): Promise<Written> {
    return this.#write(() => {
      this.flushes += 1;
    });
  }

  async append(at: number, parts: readonly Bytes[]): Promise<Written> {
    if (at !== this.bytes.length) throw new RangeError('write away from the end');
    await new Promise((resolve) => setImmediate(resolve));
    return this.#write(() => {
      this.appends += 1;
      this.bytes = concat(this.bytes, ...parts);
    });
  }

  async repair(length: number, _stepsBack: (file: Bytes) => readonly number[]): Promise<Written> {
    return this.#write(() => {
      this.aside.push(this.bytes);
      this.bytes = this.bytes.slice(0, length);
    });
  }

  async replace({ write, verify }: Replacement): Promise<Replaced> {
    const parts: Bytes[] = [];
    const isDone = await write(async (bytes) => void parts.push(bytes.slice()));
    const next = concat(...parts);
    const fault = this.fault ?? (isDone ? await verify(next) : 'cancelled');
    if (fault !== null) return { ok: false, fault, inPlace: false };
    this.old = this.bytes;
    this.bytes = next;
    return { ok: true };
  }

  async tidy(): Promise<void> {
    await Promise.resolve();
  }

  async removeOld(): Promise<Written> {
    return this.#write(() => {
      this.old = null;
      this.aside = [];
    });
  }

  #write(work: () => void): Written {
    if (this.fault !== null) return { ok: false, fault: this.fault };
    work();
    return { ok: true };
  }
}

/** Id number n, as records carry it. */
export function idOf(n: number): string {
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setUint32(0, n);
  return b64u(bytes);
}

export const put = (n: number, text: string): Op => ({ op: 'put', id: idOf(n), type: 'note', v: 1, data: { text } });

/** Offsets at which a frame of the file starts, and its length at the end. */
export function frameStarts(file: Bytes, headerLength: number): number[] {
  const starts = [headerLength];
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  for (let at = headerLength; at < file.length; ) {
    at += 84 + view.getUint32(at, true);
    starts.push(at);
  }
  return starts;
}

export function flipped(bytes: Bytes, bit: number): Bytes {
  const copy = bytes.slice();
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  if (sameBytes(copy, bytes)) throw new Error('no bit flipped');
  return copy;
}
