import type * as english from '../clipboard.ts';
import type { Translated } from '../language.ts';

/** German of ../clipboard.ts. */
export const clipboard: Translated<typeof english> = {
  clipboardText: {
    copied: (what, left) => `${what} kopiert, wird in ${left} gelöscht`,
    stays: (what) => `${what} kopiert`,
    clearNow: 'Jetzt löschen',
    cleared: 'Die Zwischenablage ist gelöscht',
    unread: 'Die Zwischenablage war hier nicht zu lesen; was kopiert wurde, steht vielleicht noch darin',
  },
};
