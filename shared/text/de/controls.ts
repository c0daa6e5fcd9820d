import type * as english from '../controls.ts';
import type { Translated } from '../language.ts';

/** German of ../controls.ts. */
export const controls: Translated<typeof english> = {
  fieldText: {
    copy: (name) => `${name} kopieren`,
    clearsIn: (left) => `Wird in ${left} gelöscht`,
    reveal: (name) => `${name} zeigen`,
    conceal: (name) => `${name} verdecken`,
    hidden: 'verdeckt',
  },
  codeText: { next: 'danach', soon: (seconds) => `neuer Code in ${seconds} s`, none: 'Jetzt kein Code' },
  planText: {
    to: 'bis',
    and: 'und',
    none: 'kein Zeitfenster',
    keys: 'Auf und ab wählen den Tag. Enter fügt ein Zeitfenster hinzu. Links und rechts verschieben es, mit der Umschalttaste ändern sie seine Länge. Bild auf und Bild ab wählen unter mehreren. Entf entfernt es, D überträgt den Tag auf die anderen Werktage.',
  },
  calendarText: {
    earlier: 'Frühere Wochen',
    later: 'Spätere Wochen',
    last: 'letzter Tag',
    today: 'heute',
    lit: 'hat ein Zeitfenster',
  },
  capText: { control: 'Strg', remove: 'Entf', space: 'Leertaste' },
  typedSecretText: { show: 'Getipptes zeigen', hide: 'Getipptes verdecken', capsLock: 'Die Feststelltaste ist an' },
};
