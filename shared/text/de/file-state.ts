import type * as english from '../file-state.ts';
import type { Translated } from '../language.ts';
import { count } from '../common.ts';

/** German of ../file-state.ts. */
export const fileState: Translated<typeof english> = {
  holderText: {
    title: (where, host) => {
      switch (where) {
        case null:
          return 'Niemand sonst schreibt mehr in diesen Tresor.';
        case 'here':
          return 'Ein anderes Latchkey auf diesem Computer hat diesen Tresor zum Schreiben offen.';
        case 'elsewhere':
          return `${host ?? 'Ein anderer Computer'} hat diesen Tresor zum Schreiben offen.`;
        case 'unknown':
          return 'Etwas hat diesen Tresor zum Schreiben offen; wer, sagt seine Sperrdatei nicht.';
      }
    },
    followed: (since) =>
      `Du kannst hier lesen und kopieren, und was dort gespeichert wird, zeigt sich von selbst.${since === null ? '' : ` Dort offen seit ${since}.`}`,
    closeThere: 'Schließ ihn dort, um hier etwas zu ändern.',
    free: 'Hier lässt er sich wieder ändern.',
    take: 'Hier ändern',
    taking: 'Wird übernommen',
    askTitle: 'Vom anderen übernehmen?',
    askBody:
      'Nur wenn ihn dort niemand mehr offen hat, etwa nach einem Absturz. Hat ihn doch jemand offen, zerfällt, was an beiden Orten gespeichert wird, in zwei Kopien.',
    askKeep: 'Lassen',
    askAct: 'Niemand hat ihn offen',
  },
  rescuedText: {
    title: (changes, at) =>
      changes === null
        ? `Änderungen von ${at} konnten vor der Sperre nicht gespeichert werden.`
        : `${count(changes, 'Änderung', 'Änderungen')} von ${at} ${changes === 1 ? 'konnte' : 'konnten'} vor der Sperre nicht gespeichert werden.`,
    kept: (changes) => `${changes === 1 ? 'Sie wird' : 'Sie werden'} versiegelt auf diesem Computer aufbewahrt.`,
    earlierKey:
      'Sie wurden mit einem früheren Schlüssel dieses Tresors versiegelt; als eigener Tresor öffnen sie sich mit der Passphrase von damals.',
    save: () => 'Jetzt speichern',
    saving: 'Wird gespeichert',
    saved: 'Was wartete, ist gespeichert.',
    copy: 'Als eigenen Tresor speichern',
    copyName: (file) => `${file.replace(/\.latchkey$/i, '').slice(0, 100)}-gerettet.latchkey`,
    copied: (file) => `Was wartete, ist als ${file} gespeichert.`,
    drop: 'Gehen lassen, was wartet',
    more: 'Mehr zu dem, was wartet',
    dropTitle: 'Für immer gehen lassen, was wartet?',
    dropBody: 'Es steht nirgends sonst. Speichere es als eigenen Tresor, wenn du nicht sicher bist.',
    dropKeep: 'Behalten',
    dropped: 'Was wartete, ist weg.',
  },
};
