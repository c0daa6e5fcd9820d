import type { WIRE_ERRORS } from '../errors.ts';
import type { ErrorWords } from './error-text.ts';
import { inLanguage } from './language.ts';

const unchanged = 'Nothing was changed.';
const again = 'Try again; if it happens twice, lock and unlock the vault.';

/** Failures between the processes: the person did nothing wrong and lost nothing. */
export const wireErrors = inLanguage('errors-wire.wireErrors', {
  too_large: () => ({
    what: 'This is too large to pass on in one piece.',
    safe: unchanged,
    todo: 'Use a shorter text, or a file.',
  }),
  bad_message: () => ({ what: 'Two parts of Latchkey did not understand each other.', safe: unchanged, todo: again }),
  unknown_call: () => ({ what: 'This window asked for something the vault process does not know.', safe: unchanged, todo: again }),
  bad_params: () => ({
    what: 'The vault process refused what this window sent.',
    safe: unchanged,
    todo: 'Check what you typed: something is too long or empty.',
  }),
  bad_result: () => ({
    what: 'The answer of the vault process was not in order.',
    safe: 'The file on disk is untouched.',
    todo: again,
  }),
  wrong_state: () => ({
    what: 'This cannot be done in the present state of the vault.',
    safe: unchanged,
    todo: 'Unlock the vault first, or lock it if it is open.',
  }),
  busy: () => ({ what: 'Too much was asked for at once.', safe: unchanged, todo: 'Wait a moment and try again.' }),
  engine_gone: () => ({
    what: 'The process that held the vault has ended.',
    safe: 'Everything saved is on disk, and the keys are gone from memory.',
    todo: 'Unlock the vault again.',
  }),
  bug: () => ({ what: 'Latchkey made a mistake of its own.', safe: 'The file on disk is untouched.', todo: again }),
} satisfies Readonly<Record<(typeof WIRE_ERRORS)[number], ErrorWords>>);
