/** Seconds after which a copied secret may be cleared; null leaves it until the lock. */
export const CLIPBOARD_CHOICES = [10, 30, 60, 90, null] as const;
export const THEMES = ['system', 'light', 'dark'] as const;
export const CONTRASTS = ['system', 'normal', 'high'] as const;
export const TEXT_SIZES = ['normal', 'large', 'larger'] as const;
/** Longest time without input before the idle lock, in minutes. */
export const MAX_LOCK_MINUTES = 720;

/** What a person sets for this machine, whichever vault is open. Kept unencrypted beside the vaults: nothing secret belongs here. */
export interface Settings {
  /** Minutes without input after which the vault locks; 0 for never. */
  readonly lockMinutes: number;
  /** Lock when the machine sleeps or its screen is locked, where the host is told. */
  readonly lockOnSuspend: boolean;
  readonly clipboardSeconds: (typeof CLIPBOARD_CHOICES)[number];
  readonly theme: (typeof THEMES)[number];
  readonly contrast: (typeof CONTRASTS)[number];
  readonly textSize: (typeof TEXT_SIZES)[number];
}

/** What holds until a person sets something else. */
export const DEFAULT_SETTINGS: Settings = {
  lockMinutes: 10,
  lockOnSuspend: true,
  clipboardSeconds: 30,
  theme: 'system',
  contrast: 'system',
  textSize: 'normal',
};
