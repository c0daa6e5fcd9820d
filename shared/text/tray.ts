import { inLanguage } from './language.ts';

/** Words of the tray's menu. Its icon is called Latchkey and nothing else: who passes the screen must not read what waits. */
export const trayText = inLanguage('tray.trayText', {
  tip: 'Latchkey',
  locked: 'The vault is locked',
  open: 'Open Latchkey',
  quick: 'Quick access',
  copyCode: (name: string) => `Copy the code of ${name}`,
  lock: 'Lock now',
  quit: 'Quit Latchkey',
});
