import type { Unsubscribe } from '../../shared/port.ts';
import type { Followed } from '../core/vault/follow.ts';
import type { Vault } from '../core/vault/vault.ts';
import type { Disk } from './disk.ts';
import { type Holder, type LockPorts, WriterLock } from './writer-lock.ts';

/** Milliseconds between two looks at a file that another program writes. */
const LOOK_MS = 2000;

/** Calls back again and again until it is told to stop. */
export type Every = (look: () => void) => Unsubscribe;

/** Every two seconds. */
export const everyLook: Every = (look) => {
  const timer = setInterval(look, LOOK_MS);
  timer.unref();
  return () => clearInterval(timer);
};

/** What a follower works on. */
export interface Followee {
  readonly vault: Vault;
  readonly path: string;
  readonly ports: LockPorts;
  /** Who held the file when it was opened. */
  readonly holder: Holder | null;
  readonly every: Every;
  /** Told when records have changed, or who holds the file, or that it cannot be followed any more. */
  readonly onNews: (what: 'records' | 'state') => void;
}

/** Follows a vault that another program has open: reads what it writes, and notices when it lets go. */
export class Follower {
  readonly #of: Followee;
  readonly #stop: Unsubscribe;
  #holder: Holder | null;
  #seen = '';
  #looking: Promise<void> | null = null;

  constructor(of: Followee) {
    this.#of = of;
    this.#holder = of.holder;
    this.#stop = of.every(() => void this.look());
  }

  /** Who has the file open for writing; null when nobody does any more. */
  get holder(): Holder | null {
    return this.#holder;
  }

  /** One look, or the one under way. */
  look(): Promise<void> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  /** No look begins after this; the one under way is waited for. */
  async stop(): Promise<void> {
    this.#stop();
    await this.#looking;
  }

  async #look(): Promise<void> {
    const { vault, path, ports, onNews } = this.#of;
    const before = `${this.#holder?.where} ${this.#holder?.at} ${vault.readOnly}`;
    this.#holder = await WriterLock.holderOf(path, ports);
    const found = await this.#read(vault, path, ports.disk);
    if (found === 'grown' || found === 'replaced') onNews('records');
    if (`${this.#holder?.where} ${this.#holder?.at} ${vault.readOnly}` !== before) onNews('state');
  }

  async #read(vault: Vault, path: string, { fs }: Disk): Promise<Followed> {
    const now = await fs.stat(path, { bigint: true }).then(
      ({ ino, size, mtimeNs }) => `${ino} ${size} ${mtimeNs}`,
      () => null,
    );
    if (now === null || now === this.#seen) return 'same';
    const found = await vault.follow();
    this.#seen = now;
    return found;
  }
}
