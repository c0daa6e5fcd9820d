import { inLanguage } from './language.ts';

/** Words about what was copied. */
export const clipboardText = inLanguage('clipboard.clipboardText', {
  copied: (what: string, left: string) => `${what} copied, clears in ${left}`,
  stays: (what: string) => `${what} copied`,
  clearNow: 'Clear now',
  cleared: 'The clipboard is cleared',
  unread: 'The clipboard could not be read here; what was copied may still be on it',
} as const);
