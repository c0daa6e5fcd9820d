import type * as english from '../keychain.ts';
import type { Translated } from '../language.ts';

/** German of ../keychain.ts. */
export const keychain: Translated<typeof english> = {
  keychainFaults: {
    absent: 'Dieser Computer hat keinen Schlüsselbund, den Latchkey nutzen kann.',
    denied: 'Der Schlüsselbund dieses Computers hat abgelehnt.',
    timed_out: 'Der Schlüsselbund dieses Computers hat fünf Sekunden lang nicht geantwortet.',
    locked: 'Der Schlüsselbund dieses Computers ist gesperrt.',
    changed_backend:
      'Was für diesen Tresor aufbewahrt wurde, liegt in einem anderen Schlüsselbund als dem, den dieser Computer jetzt nutzt.',
    garbage: 'Was der Schlüsselbund zurückgab, ist nicht das, was hineingelegt wurde.',
  },
};
