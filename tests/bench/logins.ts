/** A login as every vault in the bench holds it. */
export interface Login {
  readonly title: string;
  readonly username: string;
  readonly password: string;
  readonly address: string;
  readonly notes: string;
  /** Base32 of 20 bytes. */
  readonly seed: string;
}

/** How many logins of every list a search for `NEEDLE` finds. */
export const FOUND = 10;

/** A word that stands in the usernames of `FOUND` logins and nowhere else. */
export const NEEDLE = 'needle';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const LETTERS = 'abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const SYLLABLES = 'lan tern har bour vi let cop per mea dow thun der pep is mar ble cot ton win gar den sil ver ket'.split(' ');
/** So many words that text compresses about as people's does; twenty would flatter what compresses. */
const WORDS = 3000;

/** The same invented logins for the same count, on every run and machine. */
export function makeLogins(count: number): Login[] {
  const next = numbers(count);
  const below = (bound: number): number => next() % bound;
  const draw = (alphabet: string, length: number): string =>
    Array.from({ length }, () => alphabet[below(alphabet.length)]).join('');
  const syllable = (): string => SYLLABLES[below(SYLLABLES.length)] ?? '';
  const words = Array.from({ length: WORDS }, (_, i) => Array.from({ length: 1 + (i % 3) }, syllable).join(''));
  const word = (): string => words[below(WORDS)] ?? '';
  return Array.from({ length: count }, (_, i) => {
    const name = `${word()}-${word()}-${i}`;
    return {
      title: `${word()} ${word()} ${i}`,
      username: `${i % (count / FOUND) === 0 ? NEEDLE : word()}.${i}@mail.invalid`,
      password: draw(LETTERS, 20),
      address: `https://${name}.invalid/sign-in`,
      notes: Array.from({ length: 40 }, word).join(' ').slice(0, 200),
      seed: draw(BASE32, 32),
    };
  });
}

/** A linear congruential generator (Numerical Recipes' constants); its high bits. No secret is made with it. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}
