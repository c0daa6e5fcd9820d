/** Seconds after which a copied secret may be cleared; null leaves it until the lock. */
export const CLIPBOARD_CHOICES = [10, 30, 60, 90, null] as const;
export const THEMES = ['system', 'light', 'dark'] as const;
export const CONTRASTS = ['system', 'normal', 'high'] as const;
export const TEXT_SIZES = ['normal', 'large', 'larger'] as const;
/** `system` follows the system's language where there is a translation, and is English elsewhere. */
export const LANGUAGES = ['system', 'en', 'de'] as const;
/** `reduced` keeps still whatever the system says. */
export const MOTIONS = ['system', 'reduced'] as const;
/** What a person does with Latchkey, as asked in the first run; decides where an opened vault begins. */
export const USES = ['codes', 'lend', 'work'] as const;
/** How the list of accounts is sorted: used last, by title, by client, added last, changed last. */
export const ACCOUNT_SORTS = ['used', 'title', 'client', 'added', 'changed'] as const;
/** Longest time without input before the idle lock, in minutes. */
export const MAX_LOCK_MINUTES = 720;
/** Longest such time that a page may set by itself; for more, and for never, the host asks the person outside of the page. */
export const FREE_LOCK_MINUTES = 60;
/** Minutes after which an open vault locks when its window was closed and the app stays; 0 for at once. */
export const CLOSED_CHOICES = [0, 1, 5, 15] as const;

/** What a person sets for this machine, whichever vault is open. Kept unencrypted beside the vaults: nothing secret belongs here. */
export interface Settings {
  /** Minutes without input after which the vault locks; 0 for never. */
  readonly lockMinutes: number;
  /** Lock when the machine sleeps or its screen is locked, where the host is told. */
  readonly lockOnSuspend: boolean;
  /** Minutes after the closing of the window, on a host that stays without one. */
  readonly lockWhenClosedMinutes: (typeof CLOSED_CHOICES)[number];
  /** Say on the lock screen how many things end, and when; never what. */
  readonly digestWhenLocked: boolean;
  readonly clipboardSeconds: (typeof CLIPBOARD_CHOICES)[number];
  readonly theme: (typeof THEMES)[number];
  readonly contrast: (typeof CONTRASTS)[number];
  readonly textSize: (typeof TEXT_SIZES)[number];
  readonly motion: (typeof MOTIONS)[number];
  readonly language: (typeof LANGUAGES)[number];
  /** Null until the first run has asked. */
  readonly use: (typeof USES)[number] | null;
  readonly accountSort: (typeof ACCOUNT_SORTS)[number];
  /** Where the host has a tray: the app goes on in it when its window is closed. */
  readonly stayInTray: boolean;
  /** Where the host can: keep the window out of captures of the screen. */
  readonly protectWindow: boolean;
  /** Where the host can: a key that opens quick access over any program. */
  readonly quickKey: boolean;
}

/** What holds until a person sets something else. */
export const DEFAULT_SETTINGS: Settings = {
  lockMinutes: 10,
  lockOnSuspend: true,
  // Where closing the window ends the app, it locks at once; one who never looks at settings gets the same on every host, and no vault
  // stands open with nothing on the screen to show it. Who wants long work to outlive the window chooses minutes.
  lockWhenClosedMinutes: 0,
  digestWhenLocked: true,
  clipboardSeconds: 30,
  theme: 'system',
  contrast: 'system',
  textSize: 'normal',
  motion: 'system',
  language: 'system',
  use: null,
  accountSort: 'used',
  stayInTray: false,
  protectWindow: true,
  quickKey: true,
};
