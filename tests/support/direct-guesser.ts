import type { Guesser } from '../../main/core/accounts/guessing.ts';

/** The real estimate in the calling thread; its word lists are read when it is asked first. */
export const directGuesser: Guesser = {
  guess: async (text, about) => (await import('../../main/engine/guess.ts')).guessesOf(text, about),
};
