import { rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recoveryWords } from '../../../main/core/crypto/words.ts';
import { guessesOf } from '../../../main/engine/guess.ts';
import { WorkerGuesser } from '../../../main/engine/strength-in-worker.ts';
import { buildScript } from '../kill/build-script.ts';

describe('guesses of a text', () => {
  it('are few for what everybody tries, and it says why', () => {
    const cases = [
      ['password123', 'common'],
      ['aaaaaaaaaaaa', 'repeat'],
      ['zxcvbnm,./', 'keyboard'],
      ['abcdefghijk', 'sequence'],
      ['13.05.1991', 'date'],
    ] as const;
    for (const [text, warning] of cases) {
      const guessed = guessesOf(text, []);
      expect(guessed.warning, text).toBe(warning);
      expect(guessed.guesses, text).toBeLessThan(7);
    }
  });

  it('are few for the name beside it', () => {
    expect(guessesOf('harbourbakery', []).guesses).toBeGreaterThan(6);
    expect(guessesOf('harbourbakery', ['harbourbakery']).guesses).toBeLessThan(1);
    expect(guessesOf('harbourbakery', ['harbourbakery']).warning).toBe('own');
  });

  it('are never more than were drawn for words of our own list', () => {
    const words = recoveryWords(new Uint8Array(32).map((_, i) => (i * 37) & 255))
      .split(' ')
      .slice(0, 7);
    expect(guessesOf(words.join(' '), []).guesses).toBeLessThanOrEqual(7 * Math.log10(2048));
  });

  it('are counted for 256 characters at most', () => {
    const text = Array.from({ length: 256 }, (_, i) => String.fromCharCode(33 + ((i * 37) % 90))).join('');
    const began = performance.now();
    expect(guessesOf(text + 'x'.repeat(768), [])).toEqual(guessesOf(text, []));
    console.log(`strength: two texts of 256 characters in ${Math.round(performance.now() - began)} ms`);
  });
});

describe('the guesser in a worker', () => {
  let script = '';

  beforeAll(async () => {
    script = await buildScript('main/engine/strength-worker.ts');
  });

  afterAll(async () => {
    if (script !== '') await rm(path.dirname(script), { recursive: true, force: true });
  });

  it('gives what the direct one gives, in order, and this thread answers meanwhile', async () => {
    const guesser = new WorkerGuesser(pathToFileURL(script));
    let ticks = 0;
    const timer = setInterval(() => ticks++, 5);
    const began = performance.now();
    const texts = ['password123', 'Xk9#mQ2$vL7!pR4@nT6z', 'harbourbakery'];
    const answers = await Promise.all(texts.map((text) => guesser.guess(text, ['harbourbakery'])));
    clearInterval(timer);
    expect(answers).toEqual(texts.map((text) => guessesOf(text, ['harbourbakery'])));
    expect(ticks).toBeGreaterThan(5);
    console.log(`strength: three texts and the start of a worker in ${Math.round(performance.now() - began)} ms`);
    expect(guesser.isRunning).toBe(true);
    guesser.end();
    expect(guesser.isRunning).toBe(false);
  });

  it('ends its worker after a time without a question, and starts another', async () => {
    const guesser = new WorkerGuesser(pathToFileURL(script), 30);
    await guesser.guess('one', []);
    await new Promise((next) => setTimeout(next, 100));
    expect(guesser.isRunning).toBe(false);
    expect(await guesser.guess('password', [])).toMatchObject({ warning: 'common' });
    guesser.end();
  });

  it('starts no other worker for what still waited when it is ended', async () => {
    const guesser = new WorkerGuesser(pathToFileURL(script));
    const asked = ['one', 'two', 'three'].map((text) => guesser.guess(text, []));
    await new Promise((next) => setImmediate(next));
    guesser.end();
    expect(await Promise.all([...asked, guesser.guess('four', [])])).toEqual([null, null, null, null]);
    expect(guesser.isRunning).toBe(false);
  });

  it('gives null for what it was asked when it is ended, and for a script that is not there', async () => {
    const guesser = new WorkerGuesser(pathToFileURL(script));
    const asked = guesser.guess('one', []);
    await new Promise((next) => setImmediate(next));
    guesser.end();
    expect(await asked).toBeNull();
    const lost = new WorkerGuesser(pathToFileURL(`${script}.missing`));
    expect(await lost.guess('one', [])).toBeNull();
    expect(lost.isRunning).toBe(false);
  });
});
