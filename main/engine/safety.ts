import path from 'node:path';
import type { Backup, Health } from '../../shared/contracts/engine/safety.ts';
import type { WorkTask } from '../../shared/contracts/engine/work.ts';
import { type Done, isRefused, type Refused, refuse } from '../../shared/errors.ts';
import { type Bytes, b64u } from '../core/bytes.ts';
import { KDF_PRESETS, type Kdf, type KdfSettings } from '../core/crypto/kdf.ts';
import { randomBytes, wipe } from '../core/crypto/sodium.ts';
import { RECOVERY_WORDS, readRecoveryWords, recoveryWords, wordsFacts } from '../core/crypto/words.ts';
import type { Data } from '../core/records/shapes.ts';
import type { Changed } from '../core/vault/outcomes.ts';
import { salvage } from '../core/vault/salvage-vault.ts';
import type { Watch } from '../core/vault/watch.ts';
import { AnchorFiles } from './anchor-store.ts';
import { Tries } from './attempts.ts';
import { Backups } from './backups.ts';
import { type Disk, localDisk } from './disk.ts';
import { modifiedAt, vaultIdOf } from './file-facts.ts';
import { FileStore } from './file-store.ts';
import { stamped, unstamped } from './device-stamp.ts';
import type { Host } from './host.ts';
import type { Keeper } from './keeper.ts';
import type { KnownVaults } from './known-vaults.ts';
import { notTaken } from './opening.ts';
import type { Session } from './session.ts';
import { changeCode, fileCode, notRestored, salvageCode } from './vault-codes.ts';
import { WriterLock } from './writer-lock.ts';

type Cost = 'normal' | 'low';
type Meta = Data<'meta'>;

const presetOf = (cost: Cost): KdfSettings => (cost === 'low' ? KDF_PRESETS.lowMemory : KDF_PRESETS.normal);

/** What keeps a vault from being lost or left open: its health, keys, backups, and the ways back from damage. */
export class Safety {
  readonly #keeper: Keeper;
  readonly #known: KnownVaults;
  readonly #host: Host;
  readonly #kdf: Kdf;
  readonly #clock: () => number;
  readonly #version: string;
  readonly #profile: string;
  readonly #disk: Disk;
  readonly #watch: (task: WorkTask) => Watch;
  readonly #tries: Tries;

  constructor(of: {
    keeper: Keeper;
    known: KnownVaults;
    host: Host;
    kdf: Kdf;
    clock: () => number;
    /** The app's own. */
    version: string;
    profile: string;
    disk?: Disk;
    /** Tells the page how far long work is, and lets other work run. */
    watch: (task: WorkTask) => Watch;
  }) {
    this.#keeper = of.keeper;
    this.#known = of.known;
    this.#host = of.host;
    this.#kdf = of.kdf;
    this.#clock = of.clock;
    this.#tries = new Tries(of.clock);
    this.#version = of.version;
    this.#profile = of.profile;
    this.#disk = of.disk ?? localDisk;
    this.#watch = of.watch;
  }

  async health(session: Session): Promise<Health> {
    const { vault } = session;
    const meta = session.meta?.data;
    const { ops, memKib } = vault.kdf;
    const cost =
      (['normal', 'low'] as const).find((name) => presetOf(name).ops === ops && presetOf(name).memKib === memKib) ?? 'other';
    const at = await modifiedAt(session.path);
    return {
      file: path.basename(session.path).slice(0, 255),
      folder: path.basename(path.dirname(session.path)).slice(0, 255),
      bytes: vault.position.end,
      deadBytes: vault.deadBytes,
      saves: vault.position.seq,
      records: vault.records.size,
      setAside: session.book.setAside,
      lastSaved: at,
      readOnly: vault.readOnly,
      unsaved: this.#keeper.unsaved,
      anchor: session.anchor,
      backups: await this.#listed(session),
      cost,
      recovery: {
        present: vault.slots.has(3),
        made: meta?.recovery_made ?? meta?.made ?? null,
        tested: meta?.recovery_tested ?? null,
      },
      device: { remembered: vault.slots.has(2), until: vault.slots.has(2) ? (meta?.device_until ?? null) : null },
      passwordChanged: meta?.password_set ?? null,
      log: { records: session.book.logHead.n },
    };
  }

  /** Reads the file again as a stranger would, and the log from its first record. */
  async check(session: Session) {
    const started = Date.now();
    const log = session.log.verify();
    const copy = await session.vault.copy();
    // As many as the copy must hold: while it is read more may be saved.
    const held = session.vault.records.size;
    if (!copy.ok) return { frames: 0, records: 0, log, fault: copy.fault, milliseconds: Date.now() - started };
    const reading = await session.vault.inspect(copy.bytes, this.#watch('checking'));
    const milliseconds = Date.now() - started;
    if (reading === 'cancelled') return refuse('cancelled');
    if (reading === null) return { frames: 0, records: 0, log, fault: 'damaged', milliseconds };
    const sound = reading.class === 'clean' && reading.records.size === held;
    return { frames: reading.goodFrames, records: reading.records.size, log, fault: sound ? null : reading.class, milliseconds };
  }

  async compact(session: Session): Promise<{ before: number; after: number } | Refused> {
    const before = session.vault.position.end;
    const done = await session.vault.compact(this.#watch('compacting'));
    return done.ok ? { before, after: session.vault.position.end } : refuse(changeCode(done.fault));
  }

  async changePassword(session: Session, form: { old: string; fresh: string; cost: Cost }): Promise<Done | Refused> {
    const wrong = await this.#asked(session, form.old);
    if (wrong !== null) return wrong;
    const done = await session.vault.changePassword(form.fresh, presetOf(form.cost), this.#watch('saving'));
    return this.#noted(session, done, 'master-password-changed', (meta) => ({ ...meta, password_set: this.#clock() }));
  }

  async renewRecovery(session: Session, password: string): Promise<{ words: string[] } | Refused> {
    const wrong = await this.#asked(session, password);
    if (wrong !== null) return wrong;
    const entropy = randomBytes(32);
    const words = recoveryWords(entropy).split(' ');
    const done = await session.vault.setRecovery(entropy, this.#watch('saving'));
    wipe(entropy);
    const noted = await this.#noted(session, done, 'recovery-renewed', (meta) => withFreshSheet(meta, this.#clock()));
    return isRefused(noted) ? noted : { words };
  }

  async testRecovery(session: Session, typed: string): Promise<Done | Refused> {
    const read = readRecoveryWords(typed);
    if ('fault' in read) return refuse(read.fault, wordsFacts(read.fault, typed, RECOVERY_WORDS));
    const fits = await session.vault.isOpenedBy({ entropy: read.entropy });
    wipe(read.entropy);
    if (fits !== true) return refuse('wrong_recovery_words');
    const noted = await this.#noted(session, { ok: true }, 'recovery-tested', (meta) => ({
      ...meta,
      recovery_tested: this.#clock(),
    }));
    // The words are right whether or not that can be written down now.
    return session.vault.readOnly === null ? noted : {};
  }

  /** A fresh vault key, for when someone may know the old password; the device is forgotten with the old key. */
  async rotateKey(session: Session, password: string): Promise<{ words: string[] } | Refused> {
    const wrong = await this.#asked(session, password);
    if (wrong !== null) return wrong;
    const entropy = randomBytes(32);
    const words = recoveryWords(entropy).split(' ');
    const done = await session.vault.rotateKey(
      { password, entropy, device: null, settings: session.vault.kdf },
      this.#watch('sealing'),
    );
    wipe(entropy);
    const noted = await this.#noted(session, done, 'key-rotated', (meta) => unstamped(withFreshSheet(meta, this.#clock())));
    if (isRefused(noted)) return noted;
    await this.#host.forgetDevice(b64u(session.vault.vaultId));
    await this.#known.setRemembered(session.path, false);
    return { words };
  }

  /** Keeps a key for this device in the system's keychain; nothing is kept anywhere else, and nothing when the keychain does not answer. */
  async remember(session: Session, password: string): Promise<Done | Refused> {
    const wrong = await this.#asked(session, password);
    if (wrong !== null) return wrong;
    const secret = randomBytes(32);
    const vaultId = b64u(session.vault.vaultId);
    let done: Changed;
    try {
      const outcome = await this.#host.rememberDevice(vaultId, secret);
      if (outcome !== 'ok') return refuse('keychain_unavailable', { why: outcome });
      done = await session.vault.addDeviceSlot(secret, this.#watch('saving'));
    } finally {
      wipe(secret);
    }
    if (!done.ok) await this.#host.forgetDevice(vaultId);
    const noted = await this.#noted(session, done, 'device-remembered', (meta) => stamped(meta, this.#clock(), this.#version));
    if (!isRefused(noted)) await this.#known.setRemembered(session.path, true);
    return noted;
  }

  async forget(session: Session): Promise<Done | Refused> {
    const done = await session.vault.removeSlot(2, this.#watch('saving'));
    if (done.ok) await this.#host.forgetDevice(b64u(session.vault.vaultId));
    const noted = await this.#noted(session, done, 'device-forgotten', unstamped);
    if (!isRefused(noted)) await this.#known.setRemembered(session.path, false);
    return noted;
  }

  /** Opens by the key in the keychain, unless its 14 days are over. */
  async openRemembered(vault: string): Promise<{ read: Session['read'] } | Refused> {
    const file = this.#known.pathOf(vault);
    const vaultId = file === null ? null : await vaultIdOf(file);
    if (file === null || vaultId === null) return refuse('not_found');
    const held = await this.#host.deviceSecret(b64u(vaultId));
    if ('fault' in held) return refuse('keychain_unavailable', { why: held.fault });
    try {
      return await this.#keeper.openBy(file, { device: held.secret });
    } finally {
      wipe(held.secret);
    }
  }

  async makeBackup(session: Session): Promise<{ backup: Backup } | Refused> {
    const made = await this.#backupsOf(session.vault.vaultId).make(session.vault);
    return made.ok
      ? { backup: { ...made.backup, records: made.backup.records ?? 0 } }
      : refuse('backup_failed', { why: made.fault });
  }

  /** The day's backup, when the vault was saved and today has none yet. */
  async daily(session: Session): Promise<void> {
    if (session.vault.readOnly === null) await this.#backupsOf(session.vault.vaultId).daily(session.vault);
  }

  /** After secrets were deleted for good: older backups that still hold them go, once a fresh one is verified. False when some are still there. */
  async purge(session: Session, ids: ReadonlySet<string>): Promise<boolean> {
    const done = await this.#backupsOf(session.vault.vaultId).purge(session.vault, ids);
    return done.ok;
  }

  /** Puts a backup in the open vault's place and opens it. */
  async restore(session: Session, form: { id: string; password: string }): Promise<Done | Refused> {
    const { path: file } = session;
    const backups = this.#backupsOf(session.vault.vaultId);
    if (!(await backups.list()).some(({ id }) => id === form.id)) return refuse('no_backup');
    // The backup's own passphrase, which may have been another on its day; the vault is left only for one that opens.
    const wrong = await this.#tries.next(async () => {
      const fault = await backups.faultOf(form.id, { password: form.password }, this.#kdf);
      return fault === null ? null : notRestored(fault);
    });
    if (wrong !== null) return wrong;
    await this.#keeper.close();
    const restored = await this.#restored(file, backups, form.id, form.password);
    // What did not come about leaves the vault as it was, and that was open.
    if (isRefused(restored) && this.#keeper.session === null) await this.#keeper.openBy(file, { password: form.password });
    return restored;
  }

  async restoreClosed(form: { vault: string; backup: string; password: string }): Promise<Done | Refused> {
    const file = this.#known.pathOf(form.vault);
    const vaultId = this.#known.vaultIdOf(form.vault) ?? (file === null ? null : await vaultIdOf(file));
    if (file === null || vaultId === null) return refuse('not_found');
    return this.#tries.next(() => this.#restored(file, this.#backupsOf(vaultId), form.backup, form.password));
  }

  async backupsOfClosed(vault: string): Promise<{ backups: Backup[] } | Refused> {
    const file = this.#known.pathOf(vault);
    const vaultId = this.#known.vaultIdOf(vault) ?? (file === null ? null : await vaultIdOf(file));
    if (vaultId === null) return { backups: [] };
    const list = await this.#backupsOf(vaultId).list();
    return { backups: list.slice(0, 50).map((backup) => ({ ...backup, records: 0 })) };
  }

  /** Everything that can still be read of a damaged vault, in a new file beside it. The damaged one is not touched. */
  salvage(form: { vault: string; password: string; name: string }) {
    return this.#tries.next(() => this.#salvage(form));
  }

  async #salvage(form: { vault: string; password: string; name: string }) {
    const file = this.#known.pathOf(form.vault);
    if (file === null) return refuse('not_found');
    const read = await new FileStore(file).read();
    if (!read.ok) return refuse(fileCode(read.fault));
    const place = await this.#keeper.freePlace(form.name);
    if (isRefused(place)) return place;
    const header = await this.#headerOf(form.vault);
    const ports = { file: new FileStore(place), kdf: this.#kdf, random: randomBytes, anchors: new AnchorFiles(this.#profile) };
    const outcome = await salvage(
      { bytes: read.bytes, credential: { password: form.password }, ...(header === null ? {} : { header }) },
      ports,
      { password: form.password, entropy: null, settings: KDF_PRESETS.normal },
      this.#watch('salvaging'),
    );
    if (!outcome.ok) {
      if (outcome.fault === 'nothing') return refuse('nothing_to_salvage');
      return refuse(salvageCode(outcome.fault));
    }
    await outcome.vault.close();
    const { frames, records, gaps, lostBytes, brokenRuns } = outcome.report;
    const vault = await this.#known.add(place, null, outcome.vault.vaultId);
    return { vault, frames, records, gaps: gaps.length, lostBytes, brokenRuns };
  }

  async saveCopy(session: Session, token: string): Promise<{ file: string } | Refused> {
    const file = await this.#host.redeem(token, 'save_vault');
    if (isRefused(file)) return file;
    const place = file.endsWith('.latchkey') ? file : `${file}.latchkey`;
    const written = await new FileStore(place, this.#disk).create(await session.vault.copyFromMemory());
    return written.ok ? { file: path.basename(place).slice(0, 255) } : refuse(fileCode(written.fault));
  }

  /** Tries to write again; what was kept in memory is saved first. */
  async retry(session: Session): Promise<Done | Refused> {
    if (session.vault.hold !== null) return this.#keeper.takeOver(false);
    const done = await session.vault.retry();
    if (!done.ok) return refuse(changeCode(done.fault));
    await this.#keeper.letGo();
    this.#keeper.renew();
    return {};
  }

  /** Goes on with a vault older than the one this device has seen, or one of two branches, because the person says so. */
  acceptState(session: Session): Done {
    session.vault.goOn();
    this.#keeper.renew();
    return {};
  }

  async #restored(file: string, backups: Backups, id: string, password: string): Promise<Done | Refused> {
    const taken = await WriterLock.take(file);
    if (!taken.ok) return notTaken(taken);
    const done = await backups.restore(id, new FileStore(file, this.#disk), { password }, this.#kdf, this.#watch('restoring'));
    await taken.lock.release();
    if (!done.ok && done.fault === 'cancelled') return refuse('cancelled');
    if (!done.ok) return notRestored(done.fault);
    const opened = await this.#keeper.openBy(file, { password });
    if (isRefused(opened)) return opened;
    const session = this.#keeper.session;
    // The person asked for the older state: the anchor's warning would only say what they know.
    return session === null ? {} : this.acceptState(session);
  }

  async #listed(session: Session): Promise<Backup[]> {
    const list = await this.#backupsOf(session.vault.vaultId).listRead(session.vault);
    return list.slice(0, 50).map(({ id, at, bytes, records }) => ({ id, at, bytes, records: records ?? 0 }));
  }

  /** A header of the same vault to unlock by, when the damaged file's own does not read: the newest backup's. */
  async #headerOf(vault: string): Promise<Bytes | null> {
    const vaultId = this.#known.vaultIdOf(vault);
    return vaultId === null ? null : this.#backupsOf(vaultId).newestBytes();
  }

  #backupsOf(vaultId: Bytes): Backups {
    return new Backups(this.#profile, vaultId, this.#clock, this.#disk);
  }

  #asked(session: Session, password: string): Promise<Refused | null> {
    return this.#tries.next(async () => {
      const fits = await session.vault.isOpenedBy({ password });
      if (fits === 'kdf_failed') return refuse('no_memory');
      return fits ? null : refuse('wrong_password');
    });
  }

  /** Writes into the vault what was done to its file. */
  async #noted(
    session: Session,
    done: Changed,
    what:
      | 'master-password-changed'
      | 'recovery-renewed'
      | 'recovery-tested'
      | 'key-rotated'
      | 'device-remembered'
      | 'device-forgotten',
    change: (meta: Meta) => Meta,
  ): Promise<Done | Refused> {
    if (!done.ok) return refuse(changeCode(done.fault));
    return session.book.change((draft) => {
      const meta = session.meta;
      if (meta !== null) draft.put('meta', meta.id, change(meta.data));
      draft.note(what);
      return {};
    });
  }
}

function withFreshSheet(meta: Meta, now: number): Meta {
  const { recovery_tested: _, ...kept } = meta;
  return { ...kept, recovery_made: now };
}
