import type { Kdf, KdfSettings } from '../crypto/kdf.ts';
import { KEY, wipe } from '../crypto/sodium.ts';
import type { Bytes } from '../bytes.ts';
import { vaultKeys, wipeKeys } from './keys.ts';
import { makeSlot, makeSlots, type NewSlot, slotsWith } from './new-slots.ts';
import type { VaultRecord } from './operations.ts';
import type { Changed } from './outcomes.ts';
import { snapshot, withSlots } from './rewrite.ts';
import type { Credential, SlotType } from './slots.ts';
import { legOf, type Watch } from './watch.ts';
import type { Writer, WriterPorts } from './writer.ts';

/** Part of a rotation after which every secret is sealed anew, and the file is yet to be written and read. */
const RENEWED = 0.4;

/** All that is to open a vault from now on. */
export interface Access {
  readonly password: string;
  readonly entropy: Bytes | null;
  readonly device: Bytes | null;
  readonly settings: KdfSettings;
}

/** Changes to the file as a whole. They wait for each other, and no save waits while one of them derives a key. */
export class Changes {
  readonly #ports: WriterPorts & { readonly kdf: Kdf };
  readonly #writer: Writer;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(ports: WriterPorts & { readonly kdf: Kdf }, writer: Writer) {
    this.#ports = ports;
    this.#writer = writer;
  }

  /** Puts a credential's slot in its type's place. Throws RangeError for settings out of bounds. */
  setSlot(credential: Credential, settings: KdfSettings, watch: Watch): Promise<Changed> {
    return this.#inTurn(async () => {
      const { fields, keys } = this.#writer.file;
      const slot = await makeSlot(keys.vault, credential, fields.vaultId, settings, this.#ports);
      return slot === null ? { ok: false, fault: 'kdf_failed' } : this.#writeSlots(slot, watch);
    });
  }

  /** Takes a slot out; nothing happens when there is none. */
  removeSlot(type: 2 | 3, watch: Watch): Promise<Changed> {
    return this.#inTurn(() => {
      const isThere = this.#writer.file.header.slots.some((slot) => slot.type === type);
      return isThere ? this.#writeSlots({ without: type }, watch) : { ok: true };
    });
  }

  /** Makes a password's slot cost at least this much; nothing happens when it does. */
  async raise(credential: Credential, to: KdfSettings, watch: Watch): Promise<void> {
    const settings = this.#writer.file.header.slots[0]?.settings ?? null;
    if (settings === null || !('password' in credential)) return;
    const raised = { ops: Math.max(settings.ops, to.ops), memKib: Math.max(settings.memKib, to.memKib) };
    if (raised.ops > settings.ops || raised.memKib > settings.memKib) await this.setSlot(credential, raised, watch);
  }

  /** Writes the live records alone into a new file, the next epoch. */
  compact(watch: Watch): Promise<Changed> {
    const { records } = this.#writer;
    return this.#inTurn(() =>
      this.#writer.replace(watch, async (file) => snapshot(file, { keys: file.keys }, records, this.#ports.random)),
    );
  }

  /** Seals everything anew under a fresh vault key. */
  rotate(access: Access, watch: Watch): Promise<Changed> {
    return this.#inTurn(() => this.#rotate(access, watch));
  }

  async #rotate(access: Access, watch: Watch): Promise<Changed> {
    const { records, rotation, file } = this.#writer;
    const vaultKey = this.#ports.random(KEY);
    const slots = await makeSlots(vaultKey, access, file.fields.vaultId, this.#ports);
    const keys = vaultKeys(vaultKey);
    wipe(vaultKey);
    const old = file.keys;
    let renewed = new Map<string, VaultRecord>();
    const changed: Changed =
      slots === null
        ? { ok: false, fault: 'kdf_failed' }
        : await this.#writer.replace(
            legOf(watch, RENEWED, 1),
            async (now) => {
              const all = await rotation.renewAll(records, old.fields, keys.fields, legOf(watch, 0, RENEWED));
              if (all === null) return { ok: false, fault: 'cancelled' };
              renewed = all;
              return snapshot(now, { keys, slots }, renewed, this.#ports.random);
            },
            () => {
              for (const record of renewed.values()) records.set(record.id, record);
              rotation.keep(old.fields.slice());
              wipeKeys(old);
            },
          );
    if (this.#writer.file.keys !== keys) wipeKeys(keys);
    return changed;
  }

  #writeSlots(change: NewSlot | { readonly without: SlotType }, watch: Watch): Promise<Changed> {
    return this.#writer.replace(watch, async (file) => {
      const old = await this.#ports.file.reread();
      return old.ok ? withSlots(file, old.bytes, slotsWith(file.header, change)) : old;
    });
  }

  #inTurn(work: () => Changed | Promise<Changed>): Promise<Changed> {
    const done = this.#queue.then(() => (this.#writer.isClosed ? { ok: false as const, fault: 'cancelled' as const } : work()));
    this.#queue = done.catch(() => undefined);
    return done;
  }
}
