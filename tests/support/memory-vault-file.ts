import type { Bytes } from '../../main/core/bytes.ts';
import { concat } from '../../main/core/bytes.ts';
import type { FileFault, VaultFile, Written } from '../../main/core/vault/vault-file.ts';

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

  async create(bytes: Bytes): Promise<Written> {
    if (this.bytes !== null) return { ok: false, fault: 'exists' };
    this.bytes = bytes.slice();
    return { ok: true };
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
}
