import type * as english from '../errors-wire.ts';
import type { Translated } from '../language.ts';

const unchanged = 'Nichts wurde geändert.';
const again = 'Versuch es noch einmal; geschieht es zweimal, sperre und entsperre den Tresor.';

/** German of ../errors-wire.ts. */
export const errorsWire: Translated<typeof english> = {
  wireErrors: {
    too_large: () => ({
      what: 'Das ist zu groß, um es in einem Stück weiterzugeben.',
      safe: unchanged,
      todo: 'Nimm einen kürzeren Text oder eine Datei.',
    }),
    bad_message: () => ({ what: 'Zwei Teile von Latchkey haben einander nicht verstanden.', safe: unchanged, todo: again }),
    unknown_call: () => ({
      what: 'Dieses Fenster hat etwas verlangt, das der Tresorprozess nicht kennt.',
      safe: unchanged,
      todo: again,
    }),
    bad_params: () => ({
      what: 'Der Tresorprozess hat abgelehnt, was dieses Fenster geschickt hat.',
      safe: unchanged,
      todo: 'Sieh nach, was du getippt hast: Etwas ist zu lang oder leer.',
    }),
    bad_result: () => ({
      what: 'Die Antwort des Tresorprozesses war nicht in Ordnung.',
      safe: 'Die Datei auf der Platte ist unberührt.',
      todo: again,
    }),
    wrong_state: () => ({
      what: 'So, wie der Tresor jetzt ist, geht das nicht.',
      safe: unchanged,
      todo: 'Entsperre erst den Tresor, oder sperre ihn, wenn er offen ist.',
    }),
    busy: () => ({
      what: 'Es wurde zu viel auf einmal verlangt.',
      safe: unchanged,
      todo: 'Warte kurz und versuch es noch einmal.',
    }),
    engine_gone: () => ({
      what: 'Der Prozess, der den Tresor hielt, ist zu Ende.',
      safe: 'Alles Gespeicherte liegt auf der Platte, und die Schlüssel sind aus dem Speicher.',
      todo: 'Entsperre den Tresor noch einmal.',
    }),
    bug: () => ({
      what: 'Latchkey hat selbst einen Fehler gemacht.',
      safe: 'Die Datei auf der Platte ist unberührt.',
      todo: again,
    }),
  },
};
