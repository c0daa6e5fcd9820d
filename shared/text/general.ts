import { QUICK_KEY } from '../commands.ts';
import { inLanguage } from './language.ts';

/** Words of the settings' page about Latchkey as a whole. */
export const generalText = inLanguage('general.generalText', {
  use: 'What you do with Latchkey',
  uses: {
    codes: { name: 'Keep passwords and codes', hint: 'Begins with your accounts.' },
    lend: { name: 'Lend accounts to others', hint: 'Begins with what is lent, and until when.' },
    work: { name: 'Work in accounts of others', hint: 'Begins with what is lent to you.' },
  },
  language: 'Language',
  languageLead: 'Platforms keep their names and the words of their menus; the steps on them stay in English.',
  asSystem: (name: string) => `As the system (${name})`,
  tray: 'Stay in the tray when the window is closed',
  trayHint: 'The vault still locks as it is set under Locking.',
  quick: 'Quick access over any program',
  quickTaken: 'It works now.',
  quickRefused: 'Another program has this key, or the system refused it. Quick access stays in the menu of the tray.',
} as const);

/** The key of quick access in the notation of the page's keys: `Mod+Shift+Space`. */
export const QUICK_KEYS = QUICK_KEY.replace('CommandOrControl', 'Mod');

/** Words of whether the window can be seen in captures of the screen. */
export const captureText = inLanguage('general.captureText', {
  title: 'Captures of the screen',
  protect: 'Keep this window out of captures and screen sharing',
  protectHint: 'Best effort: some newer recorders, on macOS above all, see the window all the same.',
  cannot: 'On this system a program cannot keep its window out of captures. Lock the vault before you share the screen.',
} as const);
