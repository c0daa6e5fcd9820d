import type { Book } from '../records/book.ts';
import { fromB64u } from '../bytes.ts';
import { fingerprintWords } from '../crypto/words.ts';
import { KEY, wipe } from '../crypto/sodium.ts';
import { isLine } from '../messages/text-rules.ts';
import { CARD_NAME_MAX, type Card, cardText, makeCard } from './card.ts';
import { type Identity, identityOf } from './identity.ts';

/** Oneself: the identity of this vault, opened from its sealed seed only when something is signed or opened. */
export class Me {
  readonly #book: Book;
  #card: Card | null = null;

  constructor(book: Book) {
    this.#book = book;
  }

  /** False when the identity's record does not read: nothing can then be signed, opened or shown as one's own. */
  get isKnown(): boolean {
    const entry = this.#book.all('identity')[0];
    const seed = entry === undefined ? null : this.#book.open(entry.id, 'seed', entry.data.seed);
    if (entry === undefined || seed === null) return false;
    wipe(seed);
    return seed.length === KEY && isLine(entry.data.name, CARD_NAME_MAX);
  }

  get name(): string {
    return this.#record().data.name;
  }

  /** Key pairs, for as long as `work` runs; they are wiped after it. */
  use<R>(work: (identity: Identity) => R): R {
    const { id, data } = this.#record();
    const seed = this.#book.open(id, 'seed', data.seed);
    if (seed === null) throw new Error('the identity seed does not open');
    const identity = identityOf(seed);
    wipe(seed);
    try {
      return work(identity);
    } finally {
      wipe(identity.sign.privateKey, identity.box.privateKey);
    }
  }

  card(): Card {
    this.#card ??= this.use((identity) => makeCard(identity, this.name));
    return this.#card;
  }

  /** One's card as text, and the eight words to read out. */
  view(): { name: string; words: string[]; card: string } {
    const card = this.card();
    const fp = fromB64u(card.fp);
    if (fp === null) throw new Error('a fingerprint is base64url');
    return { name: this.name, words: fingerprintWords(fp).split(' '), card: cardText(card) };
  }

  #record() {
    const entry = this.#book.all('identity')[0];
    if (entry === undefined) throw new Error('a vault has an identity');
    return entry;
  }
}
