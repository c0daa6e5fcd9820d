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
    manyRemovals: {
      title: 'Weiter endgültig entfernen?',
      body: 'In einer Stunde wurde mehr als zehnmal etwas entfernt, das Latchkey vielleicht nicht zurückholen kann: Kunden, Personen, Business-Center, frühere Authenticator-Schlüssel, dir geliehene Zugänge, unlesbare Einträge und dergleichen. Warst du das nicht, handelt etwas im Fenster in deinem Namen: Sperr den Tresor und sieh nach dem Entsperren in das Protokoll.',
      yes: 'Das war ich, weiter',
      no: 'Nichts entfernen',
    },
    manyOverwrites: {
      title: 'Weiter ändern, was Konten enthalten?',
      body: 'In einer Stunde wurden mehr als sechzig Geheimnisse, Titel und Anmeldedaten von Konten geändert. Frühere Geheimnisse bleiben beim Konto erhalten, frühere Titel und Anmeldedaten nicht. Warst du das nicht, handelt etwas im Fenster in deinem Namen: Sperr den Tresor und sieh nach dem Entsperren in das Protokoll.',
      yes: 'Das war ich, weiter',
      no: 'Nichts ändern',
    },
    noClearing: {
      title: 'Kopierte Geheimnisse in der Zwischenablage lassen?',
      body: 'Das Fenster verlangt, dass ein kopiertes Geheimnis bis zum Sperren des Tresors in der Zwischenablage bleibt. Bis dahin kann jedes Programm auf diesem Computer es dort lesen. Wenn du das nicht verlangt hast, lass es weiter löschen.',
      yes: 'Dort lassen',
      no: 'Weiter löschen',
    },
    noAwayLock: {
      title: 'Den Tresor offen lassen, während du weg bist?',
      body: 'Das Fenster verlangt, dass der Tresor offen bleibt, wenn der Computer schläft oder sein Bildschirm gesperrt wird. Wer ihn aufweckt, kann den Tresor nutzen. Wenn du das nicht verlangt hast, behalte die Sperre, wie sie ist.',
      yes: 'Offen lassen',
      no: 'Sperre behalten',
    },
    capturable: {
      title: 'Das Fenster in Bildschirmfotos zeigen?',
      body: 'Das Fenster verlangt, dass andere Programme es in Bildschirmfotos und Aufnahmen sehen, mit jedem Geheimnis darin. Wenn du das nicht verlangt hast, halte es heraus.',
      yes: 'Zeigen',
      no: 'Heraushalten',
    },
    lateLock: {
      title: 'Den Tresor offen lassen?',
      body: 'Das Fenster verlangt, dass erst nach mehr als einer Stunde Ruhe gesperrt wird, oder gar nicht. Bis dahin kann jeder den Tresor nutzen, der sich an diesen Computer setzt. Wenn du das nicht verlangt hast, behalte die Sperre, wie sie ist.',
      yes: 'Offen lassen',
      no: 'Sperre behalten',
    },
  },
};
