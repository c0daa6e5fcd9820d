import type * as english from '../error-facts.ts';
import type { Translated } from '../language.ts';
import { formatDuration } from '../dates.ts';
import { number } from '../error-facts.ts';
import { dative } from './grammar.ts';

/** German of ../error-facts.ts. */
export const errorFacts: Translated<typeof english> = {
  wait: (facts) => {
    const seconds = number(facts, 'wait', 0);
    return seconds > 0 ? `Versuch es in ${dative(formatDuration(seconds))} noch einmal.` : null;
  },
};
