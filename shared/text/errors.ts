import type { ErrorCode, ErrorFacts } from '../errors.ts';
import { inputErrors } from './errors-input.ts';
import { vaultErrors } from './errors-vault.ts';
import { wireErrors } from './errors-wire.ts';

/** What an expected failure says: what happened, whether the data is safe, what to do. Each is one short sentence. */
export interface ErrorText {
  readonly what: string;
  readonly safe: string;
  readonly todo: string;
}

/** The sentences of one code, with its facts filled in. */
export type ErrorWords = (facts: ErrorFacts) => ErrorText;

// `Record` over the whole union: a code without a sentence does not compile.
const words: Readonly<Record<ErrorCode, ErrorWords>> = { ...wireErrors, ...vaultErrors, ...inputErrors };

/** The three sentences of a failure. */
export function errorText(code: ErrorCode, facts: ErrorFacts = {}): ErrorText {
  return words[code](facts);
}

/** The failure on one line, for the place under a field: what happened and what to do. */
export function errorLine(code: ErrorCode, facts: ErrorFacts = {}): string {
  const { what, todo } = errorText(code, facts);
  return `${what} ${todo}`;
}
