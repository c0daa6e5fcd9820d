import type * as english from '../common.ts';
import type { Translated } from '../language.ts';

/** German of ../common.ts. */
export const common: Translated<typeof english> = {
  /** `Anas`, `Tomás’`: an apostrophe only where the name ends as the ending sounds. */
  ofName: (name) => (/[sßxz]$/iu.test(name) ? `${name}’` : `${name}s`),
  quoted: (words) => `„${words}“`,
  inLine: (label) => label,
  list: (words) => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} und ${words.at(-1)}`),
  promiseText: {
    sealed: 'durch Kryptografie gehalten',
    courtesy: 'von der App gehalten',
    platform: 'von der Plattform gehalten',
    exposed: 'offengelegt, bis du es änderst',
  },
  proofText: { signed: 'Quittung signiert', told: 'laut der anderen App' },
  dayFieldText: {
    choose: 'Tag wählen',
    clear: 'Kein Tag',
    calendar: { earlier: 'Frühere Wochen', later: 'Spätere Wochen', last: 'gewählt', today: 'heute', lit: '' },
  },
  commonText: {
    app: 'Latchkey',
    cancel: 'Abbrechen',
    save: 'Speichern',
    saving: 'Wird gespeichert',
    notSavedYet: 'Noch nicht gespeichert, aber behalten. „Noch einmal“ speichert es.',
    close: 'Schließen',
    back: 'Zurück',
    edit: 'Bearbeiten',
    remove: 'Entfernen',
    add: 'Hinzufügen',
    undo: 'Rückgängig',
    copy: 'Kopieren',
    copied: 'Kopiert',
    reveal: 'Zeigen',
    conceal: 'Verdecken',
    concealed: 'verdeckt',
    clearsIn: (left) => `Wird in ${left} gelöscht`,
    tryAgain: 'Noch einmal',
    more: 'Mehr',
    you: 'Du',
    none: 'keine',
    lock: 'Tresor sperren',
  },
  lentText: {
    password: 'Passwort',
    codes: 'Codes',
    backup_codes: 'Backup-Codes',
    live_codes: 'Codes auf Anfrage',
    role: 'eine Rolle',
  },
};
