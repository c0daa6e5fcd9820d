import type * as english from '../tray.ts';
import type { Translated } from '../language.ts';

/** German of ../tray.ts. */
export const tray: Translated<typeof english> = {
  trayText: {
    tip: 'Latchkey',
    locked: 'Der Tresor ist gesperrt',
    open: 'Latchkey öffnen',
    quick: 'Schnellzugriff',
    copyCode: (name) => `Code von ${name} kopieren`,
    lock: 'Jetzt sperren',
    quit: 'Latchkey beenden',
  },
};
