import type { Bytes } from '../bytes.ts';

/** Where a device keeps what it last saw of each vault, a port of the core. */
export interface AnchorStore {
  /** The anchor of a vault as stored; null when there is none or it cannot be read. */
  read(vaultId: Bytes): Promise<Bytes | null>;
  /** Puts an anchor in the older one's place, whole or not at all; false when it could not. */
  write(vaultId: Bytes, anchor: Bytes): Promise<boolean>;
}

/**
 * Writes anchors behind the saves, so that no save waits for one: a stale anchor only knows less. While one is being written
 * only the newest of those that follow is kept.
 */
export class AnchorWriter {
  readonly #store: AnchorStore;
  readonly #vaultId: Bytes;
  #next: Bytes | null = null;
  #writing: Promise<void> | null = null;
  #failed = false;

  constructor(store: AnchorStore, vaultId: Bytes) {
    this.#store = store;
    this.#vaultId = vaultId;
  }

  /** True after the last write failed. */
  get failed(): boolean {
    return this.#failed;
  }

  put(anchor: Bytes): void {
    this.#next = anchor;
    this.#writing ??= this.#writeAll();
  }

  /** Waits until nothing is left to write. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  async #writeAll(): Promise<void> {
    for (let anchor = this.#next; anchor !== null; anchor = this.#next) {
      this.#next = null;
      this.#failed = !(await this.#store.write(this.#vaultId, anchor).catch(() => false));
    }
    this.#writing = null;
  }
}
