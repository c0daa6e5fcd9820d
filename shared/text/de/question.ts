import type * as english from '../question.ts';
import type { Translated } from '../language.ts';

/** German of ../question.ts. */
export const question: Translated<typeof english> = {
  questions: {
    manySecrets: {
      title: 'Weiter Geheimnisse herausgeben?',
      body: 'In einer Minute wurde nach mehr als zehn verschiedenen Passwörtern und anderen Geheimnissen gefragt. Wenn du das nicht warst, handelt etwas im Fenster in deinem Namen: Sperre den Tresor, und sieh ins Protokoll, wenn du ihn wieder entsperrt hast.',
      yes: 'Das war ich, weiter',
      no: 'Tresor sperren',
    },
    manyCodes: {
      title: 'Weiter Codes verschicken?',
      body: 'In einer Stunde wurden mehr als sechs Codes verschickt. Warst du das nicht, handelt etwas im Fenster in deinem Namen: Sperr den Tresor und sieh nach dem Entsperren in das Protokoll.',
      yes: 'Das war ich, weiter',
      no: 'Tresor sperren',
    },
    lateLock: {
      title: 'Den Tresor offen lassen?',
      body: 'Das Fenster verlangt, dass erst nach mehr als einer Stunde Ruhe gesperrt wird, oder gar nicht. Bis dahin kann jeder den Tresor nutzen, der sich an diesen Computer setzt. Wenn du das nicht verlangt hast, behalte die Sperre, wie sie ist.',
      yes: 'Offen lassen',
      no: 'Sperre behalten',
    },
  },
};
