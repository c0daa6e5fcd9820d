import type { Bytes } from '../../main/core/bytes.ts';
import type { FileFault, ReadFile, Replaced, Replacement, Written } from '../../main/core/vault/vault-file.ts';
import { MemoryFile } from '../../main/engine/sandbox/memory-file.ts';

/** The vault file in memory, on a disk that may fail: `fail` is the fault the next write meets. */
export class MemoryVaultFile extends MemoryFile {
  fail: FileFault | null = null;

  override async reread(): Promise<ReadFile> {
    return this.fail === null ? super.reread() : { ok: false, fault: this.fail };
  }

  override async flush(): Promise<Written> {
    return this.fail === null ? super.flush() : { ok: false, fault: this.fail };
  }

  override async append(at: number, parts: readonly Bytes[]): Promise<Written> {
    return this.fail === null ? super.append(at, parts) : { ok: false, fault: this.fail };
  }

  override async replace(next: Replacement): Promise<Replaced> {
    if (this.fail === null) return super.replace(next);
    await next.write(async () => undefined);
    return { ok: false, fault: this.fail, inPlace: false };
  }
}
