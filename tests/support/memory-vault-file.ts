import type { Bytes } from '../../main/core/bytes.ts';
import { concat } from '../../main/core/bytes.ts';
import type { FileFault, ReadFile, Replaced, Replacement, VaultFile, Written } from '../../main/core/vault/vault-file.ts';

/** A vault file in memory that keeps every rule of the port; `fail` is the fault the next write meets. */
export class MemoryVaultFile implements VaultFile {
  bytes: Bytes | null;
  fail: FileFault | null = null;

  constructor(bytes: Bytes | null = null) {
    this.bytes = bytes;
  }

  async read() {
    if (this.bytes === null) return { ok: false as const, fault: 'gone' as const };
    return { ok: true as const, bytes: this.bytes.slice() };
  }

  async reread(): Promise<ReadFile> {
    return this.fail === null ? this.read() : { ok: false, fault: this.fail };
  }

  async create(bytes: Bytes): Promise<Written> {
    if (this.bytes !== null) return { ok: false, fault: 'exists' };
    this.bytes = bytes.slice();
    return { ok: true };
  }

  async flush(): Promise<Written> {
    return this.fail === null ? { ok: true } : { ok: false, fault: this.fail };
  }

  async append(at: number, parts: readonly Bytes[]): Promise<Written> {
    if (this.fail !== null) return { ok: false, fault: this.fail };
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
    const fault = this.fail ?? (isDone ? await verify(next) : 'cancelled');
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
