import type { ErrorFacts } from '../errors.ts';

/** What an expected failure says: what happened, whether the data is safe, what to do. Each is one short sentence. */
export interface ErrorText {
  readonly what: string;
  readonly safe: string;
  readonly todo: string;
}

/** The sentences of one code, with its facts filled in. */
export type ErrorWords = (facts: ErrorFacts) => ErrorText;
