import { type Bytes, concat } from '../../core/bytes.ts';
import type { ReadFile, Replaced, Replacement, VaultFile, Written } from '../../core/vault/vault-file.ts';

/** A vault file that is on no disk: it keeps every rule of the port, and goes with the process that holds it. */
export class MemoryFile implements VaultFile {
  bytes: Bytes | null;

  constructor(bytes: Bytes | null = null) {
    this.bytes = bytes;
  }

  async read(): Promise<ReadFile> {
    return this.bytes === null ? { ok: false, fault: 'gone' } : { ok: true, bytes: this.bytes.slice() };
  }

  async reread(): Promise<ReadFile> {
    return this.read();
  }

  async create(bytes: Bytes): Promise<Written> {
    if (this.bytes !== null) return { ok: false, fault: 'exists' };
    this.bytes = bytes.slice();
    return { ok: true };
  }

  async flush(): Promise<Written> {
    return { ok: true };
  }

  async append(at: number, parts: readonly Bytes[]): Promise<Written> {
    if (this.bytes?.length !== at) return { ok: false, fault: 'changed_elsewhere' };
    this.bytes = concat(this.bytes, ...parts);
    return { ok: true };
  }

  async repair(length: number): Promise<Written> {
    this.bytes = this.bytes?.slice(0, length) ?? null;
    return { ok: true };
  }

  async replace({ write, verify }: Replacement): Promise<Replaced> {
    const parts: Bytes[] = [];
    const isDone = await write(async (bytes) => void parts.push(bytes.slice()));
    const next = concat(...parts);
    const fault = isDone ? await verify(next) : 'cancelled';
    if (fault !== null) return { ok: false, fault, inPlace: false };
    this.bytes = next;
    return { ok: true };
  }

  /** Nothing is ever beside a file in memory. */
  async tidy(): Promise<void> {
    await Promise.resolve();
  }

  async removeOld(): Promise<Written> {
    return { ok: true };
  }
}
