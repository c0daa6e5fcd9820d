import type { ErrorCode, ErrorFacts } from '../errors.ts';
import type { ErrorText, ErrorWords } from './error-text.ts';
import { inputErrors } from './errors-input.ts';
import { vaultErrors } from './errors-vault.ts';
import { wireErrors } from './errors-wire.ts';

function wordsOf(code: ErrorCode): ErrorWords {
  // `Record` over the whole union: a code without a sentence does not compile.
  const words: Readonly<Record<ErrorCode, ErrorWords>> = { ...wireErrors, ...vaultErrors, ...inputErrors };
  return words[code];
}

/** The three sentences of a failure. */
export function errorText(code: ErrorCode, facts: ErrorFacts = {}): ErrorText {
  return wordsOf(code)(facts);
}

/** The failure on one line, for the place under a field: what happened and what to do. */
export function errorLine(code: ErrorCode, facts: ErrorFacts = {}): string {
  const { what, todo } = errorText(code, facts);
  return `${what} ${todo}`;
}
