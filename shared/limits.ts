/** Longest wire message, in UTF-8 bytes. */
export const MAX_MESSAGE = 1024 * 1024;
/** Largest piece of a longer text that travels in one call, in UTF-16 units. */
export const MAX_CHUNK = 256 * 1024;
/** Rows of one list answer. */
export const MAX_ROWS = 200;
/** Accounts that can be chosen in a list at once. */
export const MAX_IDS = 10_000;
/** Days an account stays in the trash before it leaves the vault. */
export const TRASH_DAYS = 30;
/** Accounts brought in from another copy of the vault at once. */
export const MAX_BROUGHT_IN = 2000;
/** Days an ad authorisation code can be made for. */
export const AD_CODE_DAYS = [7, 30, 60, 365] as const;
/** Calls of one client under way at once. */
export const MAX_IN_FLIGHT = 256;
/** Longest pasted text a reader looks at, in UTF-8 bytes. */
export const MAX_PASTE = 2 * 1024 * 1024;
/** Largest picture that is looked at, in bytes. */
export const MAX_PICTURE = 20 * 1024 * 1024;
/** Most pixels of a picture that is decoded. */
export const MAX_PIXELS = 25_000_000;
/** Keys that wait at once to be chosen among, of one picture or of those of one transfer. */
export const MAX_FOUND = 200;
/** Seconds after which a copied secret is cleared from the clipboard, if it is still ours. */
export const CLIPBOARD_SECONDS = 30;
/** Milliseconds within which an engine must answer a ping before it counts as hung. */
export const HANG_MS = 5000;
/** Milliseconds an engine has to finish the write in hand when it is told to stop. */
export const QUIESCE_MS = 2000;
