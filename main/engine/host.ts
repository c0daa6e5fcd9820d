import { type Bytes, b64u, fromB64u } from '../core/bytes.ts';
import type { Digest } from '../../shared/contracts/digest.ts';
import type { FileKind } from '../../shared/contracts/shell.ts';
import type { HostContract, Leaving, Losing } from '../../shared/contracts/host.ts';
import { type Done, type Refused, refuse } from '../../shared/errors.ts';
import { CLIPBOARD_SECONDS } from '../../shared/limits.ts';
import type { Client } from '../../shared/wire/client.ts';

/** What the engine asks of the shell. */
export class Host {
  readonly #client: Client<HostContract>;
  #keepsNothing = false;

  constructor(client: Client<HostContract>) {
    this.#client = client;
  }

  /** From now on, for as long as this process lives, no file is chosen, nothing goes to the keychain, and the lock screen and tray are told nothing. */
  keepNothing(): void {
    this.#keepsNothing = true;
  }

  /** Copies a secret for a while; gives when it will be cleared. */
  async copySecret(text: string, what: string): Promise<{ until: number | null } | Refused> {
    return this.#copy(text, what, CLIPBOARD_SECONDS);
  }

  /** Copies what is no secret and may stay. */
  async copyPlain(text: string, what: string): Promise<Done | Refused> {
    const copied = await this.#copy(text, what, null);
    return 'refused' in copied ? copied : {};
  }

  /** The path behind a one-use token. */
  async redeem(token: string, kind: FileKind): Promise<string | Refused> {
    if (this.#keepsNothing) return refuse('in_sandbox');
    const reply = await this.#client.call('files.redeem', { token, kind });
    return reply.ok ? reply.value.path : refuse(reply.code);
  }

  /** Has the shell start a process that reads a picture and join it to this one; false when it cannot. */
  async startReader(): Promise<boolean> {
    return (await this.#client.call('pictures.start', {})).ok;
  }

  /** Has the shell end that process. */
  async endReader(): Promise<void> {
    await this.#client.call('pictures.end', {});
  }

  /** Keeps a device secret of 32 bytes in the system's keychain; anything but `ok` means that nothing is kept. */
  async rememberDevice(vault: string, secret: Bytes): Promise<string> {
    if (this.#keepsNothing) return 'absent';
    const reply = await this.#client.call('keychain.set', { vault, secret: b64u(secret) });
    return reply.ok ? reply.value.outcome : 'absent';
  }

  /** Takes it away again. */
  async forgetDevice(vault: string): Promise<void> {
    await this.#client.call('keychain.delete', { vault });
  }

  /** The device secret of a vault, for the caller to wipe, or what the keychain said instead. */
  async deviceSecret(vault: string): Promise<{ readonly secret: Bytes } | { readonly fault: string }> {
    const reply = await this.#client.call('keychain.get', { vault });
    if (!reply.ok) return { fault: 'absent' };
    if (reply.value.outcome !== 'ok') return { fault: reply.value.outcome };
    // The wire and every keychain carry text, which cannot be wiped; from here on it is bytes, which can.
    const secret = fromB64u(reply.value.secret);
    return secret === null ? { fault: 'garbage' } : { secret };
  }

  /** Tells what ends when, without a name, for the lock screen. */
  async tellDigest(digest: Digest): Promise<void> {
    if (!this.#keepsNothing) await this.#client.call('host.digest', digest);
  }

  /** Has the person told, outside of the page, that a code was sent. */
  async tellCodeSent(): Promise<void> {
    if (!this.#keepsNothing) await this.#client.call('host.notice', { what: 'code_sent' });
  }

  /** Tells the names of pinned accounts, for the tray. */
  async tellPinned(items: { id: string; name: string }[]): Promise<void> {
    if (!this.#keepsNothing) await this.#client.call('host.pinned', { items });
  }

  /** Whether the person confirms outside of the page that so much is asked for by them; if not, the shell locks. */
  async confirmSecrets(of: Leaving): Promise<boolean> {
    const reply = await this.#client.call('secrets.confirm', { of });
    return reply.ok && reply.value.goOn;
  }

  /** Whether the person confirms outside of the page that so many are deleted for good, or written over. */
  async confirmLoss(of: Losing, count: number): Promise<boolean> {
    const reply = await this.#client.call('secrets.confirm', { of, count });
    return reply.ok && reply.value.goOn;
  }

  async #copy(text: string, what: string, seconds: number | null): Promise<{ until: number | null } | Refused> {
    const reply = await this.#client.call('clipboard.copy', { text, what, seconds });
    return reply.ok ? reply.value : refuse(reply.code, reply.facts);
  }
}
