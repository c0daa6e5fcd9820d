import type * as english from '../general.ts';
import type { Translated } from '../language.ts';

/** German of ../general.ts. */
export const general: Translated<typeof english> = {
  generalText: {
    use: 'Wofür du Latchkey nutzt',
    uses: {
      codes: { name: 'Passwörter und Codes aufbewahren', hint: 'Beginnt mit deinen Konten.' },
      lend: { name: 'Konten an andere verleihen', hint: 'Beginnt mit dem, was verliehen ist, und bis wann.' },
      work: { name: 'In Konten anderer arbeiten', hint: 'Beginnt mit dem, was dir geliehen ist.' },
    },
    language: 'Sprache',
    languageLead: 'Plattformen behalten ihre Namen und die Wörter ihrer Menüs; die Schritte dort bleiben englisch.',
    asSystem: (name) => `Wie das System (${name})`,
    tray: 'Im Infobereich bleiben, wenn das Fenster geschlossen wird',
    trayHint: 'Der Tresor sperrt trotzdem, wie es unter „Sperren“ steht.',
    quick: 'Schnellzugriff über jedem Programm',
    quickTaken: 'Er wirkt jetzt.',
    quickRefused:
      'Ein anderes Programm hat diese Taste, oder das System hat sie verweigert. Der Schnellzugriff bleibt im Menü des Infobereichs.',
  },
  captureText: {
    title: 'Aufnahmen des Bildschirms',
    protect: 'Dieses Fenster aus Aufnahmen und geteilten Bildschirmen heraushalten',
    protectHint: 'So gut es geht: Manche neueren Programme, vor allem auf macOS, sehen das Fenster trotzdem.',
    cannot:
      'Auf diesem System kann ein Programm sein Fenster nicht aus Aufnahmen heraushalten. Sperre den Tresor, bevor du den Bildschirm teilst.',
  },
};
