import { parentPort } from 'node:worker_threads';
import { guessesOf } from './guess.ts';
import type { GuessAnswer, GuessTask } from './strength-in-worker.ts';

// Entry of a worker that goes again: its word lists are read here, and never where the vault is opened.
parentPort?.on('message', ({ n, text, about }: GuessTask) => {
  const answer: GuessAnswer = { n, ...guessesOf(text, about) };
  parentPort?.postMessage(answer);
});
