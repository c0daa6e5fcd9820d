import { randomBytes } from 'node:crypto';
import type { KeychainFault, KeychainState } from '../../shared/contracts/shell.ts';
import { type Clock, within } from './clock.ts';
import { KeychainNotes } from './keychain-notes.ts';
import { KeychainError, type SystemKeychain } from './keytar.ts';

/** Milliseconds after which a call is answered without the keychain. */
export const KEYCHAIN_MS = 5000;
/** The name under which the system shows our items. */
export const SERVICE = 'Latchkey';
// No vault's id: those have 22 characters.
const TRIAL = 'trial';

/** What the keychain gave for a vault; `no_item` when it works and holds none. */
export type KeychainItem = { readonly outcome: 'ok'; readonly secret: string } | { readonly outcome: KeychainFault | 'no_item' };

/** What became of a call that gives nothing. */
export interface KeychainDone {
  readonly outcome: KeychainFault | 'ok';
}

/** How long work has been waited for: once `late` is true, nobody takes its result. */
interface Turn {
  late: boolean;
}

/**
 * Keeps 32 bytes for each vault in the system's keychain, and nowhere else. Every call is answered within 5 s with what was the matter.
 * One call at a time reaches the system, because a native call that hangs holds a thread of the few that also read and write files.
 */
export class Keychain {
  readonly #system: SystemKeychain | null;
  readonly #clock: Clock;
  readonly #notes: KeychainNotes;
  #turn: Promise<unknown> = Promise.resolve();
  #underWay = 0;
  // A call was given up and has not come back since: the next would only wait behind it.
  #stuck = false;

  /** `system` null: this host has no keychain. `profile` is where the notes are kept. */
  constructor(system: SystemKeychain | null, profile: string, clock: Clock) {
    this.#system = system;
    this.#clock = clock;
    this.#notes = new KeychainNotes(profile);
  }

  /** Whether a native call has not come back: Node then would not end its process before it does. */
  get hanging(): boolean {
    return this.#underWay > 0;
  }

  /** The secret of a vault, 32 bytes in base64url. */
  get(vault: string): Promise<KeychainItem> {
    return this.#try<KeychainItem>(async (system, turn) => {
      const noted = this.#notes.backendOf(vault);
      // SECURITY: another keychain is not asked for what was never put there, and what it holds is not believed.
      if (noted !== null && noted !== system.backend) return { outcome: 'changed_backend' };
      let text = await system.get(SERVICE, vault);
      if (text === null && noted !== null && !turn.late) {
        // libsecret gives no item of a locked keyring; writing tells whether it is one, and may unlock it.
        await this.#attempt(system);
        text = await system.get(SERVICE, vault);
      }
      if (text === null) return { outcome: 'no_item' };
      return isSecret(text) ? { outcome: 'ok', secret: text } : { outcome: 'garbage' };
    });
  }

  /** Keeps a secret of 32 bytes in base64url. Throws when it is not one. */
  set(vault: string, secret: string): Promise<KeychainDone> {
    if (!isSecret(secret)) throw new TypeError('32 bytes in base64url');
    return this.#try<KeychainDone>(async (system, turn) => {
      await system.set(SERVICE, vault, secret);
      // SECURITY: whoever asked was told that nothing is kept.
      if (turn.late) await system.delete(SERVICE, vault);
      // A note that cannot be written only makes a change of keychain go unnoticed.
      else await this.#notes.note(vault, system.backend).catch(() => undefined);
      return { outcome: 'ok' };
    });
  }

  /** Takes a secret away. With another keychain in place of the noted one only the note goes: what that one held is out of reach. */
  delete(vault: string): Promise<KeychainDone> {
    return this.#try<KeychainDone>(async (system) => {
      const noted = this.#notes.backendOf(vault);
      await system.delete(SERVICE, vault);
      await this.#notes.note(vault, null).catch(() => undefined);
      return { outcome: noted === null || noted === system.backend ? 'ok' : 'changed_backend' };
    });
  }

  /** Keeps a trial item, reads it back and takes it away. */
  async state(): Promise<KeychainState> {
    const { outcome } = await this.#try<KeychainDone>(async (system) => ({
      outcome: (await this.#attempt(system)) ? 'ok' : 'garbage',
    }));
    return outcome === 'ok' ? { available: true, reason: null } : { available: false, reason: outcome };
  }

  /** Whether a trial item came back as it was. */
  async #attempt(system: SystemKeychain): Promise<boolean> {
    const text = randomBytes(32).toString('base64url');
    await system.set(SERVICE, TRIAL, text);
    const same = (await system.get(SERVICE, TRIAL)) === text;
    await system.delete(SERVICE, TRIAL);
    return same;
  }

  async #try<T extends KeychainDone | KeychainItem>(
    work: (system: SystemKeychain, turn: Turn) => Promise<T>,
  ): Promise<T | { outcome: KeychainFault }> {
    const system = this.#system;
    if (system === null) return { outcome: 'absent' };
    if (this.#stuck) return { outcome: 'timed_out' };
    const turn: Turn = { late: false };
    const done = this.#turn.then(async () => {
      // One that was given up while it waited is not begun.
      if (turn.late) return { outcome: 'timed_out' as const };
      this.#underWay++;
      try {
        return await work(system, turn);
      } catch (error) {
        return { outcome: error instanceof KeychainError ? error.fault : ('denied' as const) };
      } finally {
        this.#underWay--;
        this.#stuck = false;
      }
    });
    this.#turn = done;
    if (await within(this.#clock, KEYCHAIN_MS, done)) return done;
    turn.late = true;
    this.#stuck = true;
    return { outcome: 'timed_out' };
  }
}

// 32 bytes leave two unused bits in the last character, which are zero. Looked at as it is: decoding would leave copies behind.
const SECRET = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

function isSecret(text: string): boolean {
  return SECRET.test(text);
}
