import { KeychainError, type SystemKeychain } from '../../main/shell/keytar.ts';
import type { KeychainFault } from '../../shared/contracts/shell.ts';

/** A keychain in memory that can refuse, forget, lie or never answer. */
export class MemoryKeychain implements SystemKeychain {
  backend = 'memory';
  readonly items = new Map<string, string>();
  /** What every call rejects with; null for none. */
  fault: KeychainFault | null = null;
  /** Calls wait until `answer` is called. */
  hangs = false;
  /** Calls that were made, in order. */
  readonly calls: string[] = [];
  /** A get does not see what is there, as with a locked keyring of libsecret. */
  blind = false;
  #waiting: (() => void)[] = [];

  async get(service: string, account: string): Promise<string | null> {
    await this.#begin(`get ${account}`);
    return this.blind ? null : (this.items.get(`${service}/${account}`) ?? null);
  }

  async set(service: string, account: string, text: string): Promise<void> {
    await this.#begin(`set ${account}`);
    this.items.set(`${service}/${account}`, text);
  }

  async delete(service: string, account: string): Promise<void> {
    await this.#begin(`delete ${account}`);
    this.items.delete(`${service}/${account}`);
  }

  /** Answers everything that hangs, and all that comes. */
  answer(): void {
    this.hangs = false;
    for (const go of this.#waiting.splice(0)) go();
  }

  async #begin(call: string): Promise<void> {
    this.calls.push(call);
    if (this.hangs) await new Promise<void>((go) => void this.#waiting.push(go));
    if (this.fault !== null) throw new KeychainError(this.fault);
  }
}
