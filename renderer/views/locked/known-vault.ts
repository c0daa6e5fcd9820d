import type { EngineResult } from '../../lib/engine.ts';

/** A vault file this device has seen. */
export type KnownVault = EngineResult<'vaults.list'>['vaults'][number];

/** The vault to offer first: the one opened last that is still there; null when none is known. */
export function latest(vaults: readonly KnownVault[]): KnownVault | null {
  const sorted = vaults.toSorted((a, b) => Number(b.present) - Number(a.present) || (b.lastOpened ?? 0) - (a.lastOpened ?? 0));
  return sorted[0] ?? null;
}

/** A vault's name as the lock screen shows it: its file's, without the ending. */
export function shownName(vault: KnownVault): string {
  return vault.name.replace(/\.latchkey$/i, '');
}
