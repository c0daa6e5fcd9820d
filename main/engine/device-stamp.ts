import type { Data } from '../core/records/shapes.ts';

type Meta = Data<'meta'>;

/** Seconds for which a device may open a vault by its keychain before the passphrase is asked for again. */
const REMEMBERED = 14 * 86_400;

/**
 * Notes that the passphrase was typed on the remembered device at `now`, Unix seconds, in a version of the app. The stamp is kept inside
 * the vault, where nobody can move it who has not opened it.
 */
export function stamped(meta: Meta, now: number, version: string): Meta {
  return { ...meta, device_until: now + REMEMBERED, device_version: version };
}

/** Takes the stamp away with the device's key. */
export function unstamped({ device_until: _, device_version: __, ...kept }: Meta): Meta {
  return kept;
}

/** Why the device's key alone must not open the vault: its days are over, or the app is another version; null when it may. */
export function whyPassword(meta: Meta | undefined, now: number, version: string): 'days' | 'update' | null {
  if ((meta?.device_until ?? 0) <= now) return 'days';
  return meta?.device_version === version ? null : 'update';
}
