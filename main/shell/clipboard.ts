import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { EventData } from '../../shared/contract.ts';
import type { ShellContract } from '../../shared/contracts/shell.ts';
import type { Unsubscribe } from '../../shared/port.ts';
import type { Clock } from './clock.ts';
import type { System } from './shell.ts';

/** Milliseconds between tries to clear while the clipboard cannot be read. */
export const RETRY_MS = 5000;
/** Tries after which an unreadable clipboard is given up, about ten minutes. */
export const MAX_TRIES = 120;

type Told = EventData<ShellContract, 'clipboard'>;

/** What became of a try to clear: nothing was ours to clear, it is done, somebody copied something else, or it could not be read. */
export type Cleared = 'nothing' | 'cleared' | 'not_ours' | 'unread';

interface Ours {
  readonly digest: Buffer;
  readonly what: string;
  tries: number;
}

/**
 * Copies secrets and takes them back. It remembers a keyed digest of the last one, never the text, and clears only what still
 * has that digest: another copy made since is the person's own.
 */
export class SecretClipboard {
  readonly #key = randomBytes(32);
  readonly #system: System;
  readonly #clock: Clock;
  readonly #tell: (told: Told) => void;
  #ours: Ours | null = null;
  #stop: Unsubscribe = () => undefined;
  // One system call at a time, so that a late clear cannot take away a newer copy.
  #queue: Promise<unknown> = Promise.resolve();

  constructor(system: System, clock: Clock, tell: (told: Told) => void) {
    this.#system = system;
    this.#clock = clock;
    this.#tell = tell;
  }

  /** Copies a text; with `seconds` it is cleared after them, else only on lock, on quit or when asked. Rejects as the system does. */
  copy(text: string, what: string, seconds: number | null, until: number | null): Promise<void> {
    return this.#next(async () => {
      await this.#system.copyText(text);
      this.#stop();
      this.#ours = { digest: this.#digest(text), what, tries: 0 };
      if (seconds !== null) this.#later(seconds * 1000);
      this.#tell({ what, until });
    });
  }

  /** Copies what is no secret: nobody takes it back. Rejects as the system does. */
  copyPlain(text: string, what: string): Promise<void> {
    return this.#next(async () => {
      await this.#system.copyText(text);
      this.end();
      this.#tell({ what, until: null });
    });
  }

  /** Clears now what is still ours. Never rejects. */
  clear(): Promise<Cleared> {
    return this.#next(() => this.#clear());
  }

  /** Forgets what was copied, its timer with it; nothing is cleared. */
  end(): void {
    this.#stop();
    this.#ours = null;
  }

  async #clear(): Promise<Cleared> {
    this.#stop();
    const ours = this.#ours;
    if (ours === null) return 'nothing';
    const state = await this.#takeBack(ours);
    if (state === 'unread') {
      if (ours.tries++ === 0) this.#tell({ what: ours.what, until: null, unread: true });
      if (ours.tries < MAX_TRIES) this.#later(RETRY_MS);
      return state;
    }
    this.#ours = null;
    this.#tell({ what: ours.what, until: null });
    return state;
  }

  async #takeBack(ours: Ours): Promise<'cleared' | 'not_ours' | 'unread'> {
    try {
      const text = await this.#system.readText();
      if (text === null || !timingSafeEqual(this.#digest(text), ours.digest)) return 'not_ours';
      await this.#system.clearText();
      return 'cleared';
    } catch {
      return 'unread';
    }
  }

  #later(ms: number): void {
    this.#stop = this.#clock.after(ms, () => void this.clear());
  }

  #digest(text: string): Buffer {
    // Windows gives line ends back as CR LF.
    return createHmac('sha256', this.#key).update(text.replaceAll('\r\n', '\n'), 'utf8').digest();
  }

  #next<T>(run: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(run);
    this.#queue = done.catch(() => undefined);
    return done;
  }
}
