import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import { type Refused, refuse } from '../../../shared/errors.ts';
import { MAX_CHUNK } from '../../../shared/limits.ts';
import { b64u, fromB64u } from '../bytes.ts';
import { type Random, randomBytes } from '../crypto/sodium.ts';
import type { Me } from '../people/me.ts';
import type { Card } from '../people/card.ts';
import type { Book, Draft } from '../records/book.ts';
import type { Data } from '../records/shapes.ts';
import { writeArmor } from './armor.ts';
import { messageHash } from './layout.ts';
import type { Kind, Payload, PayloadOf } from './payload.ts';
import { randomOrder, seal } from './seal.ts';

/** Sealed texts over this many characters are better sent as a file. */
const PREFER_FILE = 3500;
/** Largest message sealed, in bytes: the most codes of the most digits fit, one frame carries it, and its text fits the clipboard's limit. */
const KEPT = 500_000;

/** What is to be sealed, apart from what every message has; `to` is empty for kind 0 alone. */
export interface Letter<K extends Kind> {
  readonly kind: K;
  readonly body: PayloadOf<K>['body'];
  readonly to: readonly Card[];
  readonly iat: number;
  readonly exp: number;
  readonly answers?: { readonly re: string; readonly reh: string };
  readonly grant?: string;
  /** The human sentence above the block. */
  readonly sentence: string;
}

/** Messages of ours: sealed, kept, and given out as text. */
export class Outbox {
  readonly #book: Book;
  readonly #me: Me;
  readonly #random: Random;

  constructor(book: Book, me: Me, random: Random = randomBytes) {
    this.#book = book;
    this.#me = me;
    this.#random = random;
  }

  /** Seals a letter and drafts its record; its text is to be given out only after the draft is on disk. Refused as `too_large`. */
  seal<K extends Kind>(draft: Draft, letter: Letter<K>): { id: string; hash: string } | Refused {
    const { kind, body, to, iat, exp, answers } = letter;
    const id = this.#book.newId();
    // Anyone may read an open request, and the head of a log says how busy its owner is.
    const log = kind === 0 ? {} : { log: this.#book.logHead };
    const message = this.#me.use((identity) => {
      const head = { v: 1 as const, kind, id, from: identity.fp, to: to.map(({ fp }) => fp), iat, exp };
      const payload = { ...head, ...answers, ...log, body } as unknown as Payload;
      return seal(payload, identity, to, { random: this.#random, order: randomOrder });
    });
    if (message === null || message.length > KEPT) return refuse('too_large');
    const hash = b64u(messageHash(message));
    draft.put('sent', id, {
      kind,
      hash,
      to: to.map(({ fp }) => fp),
      iat,
      exp,
      answered: false,
      ...log,
      ...(letter.grant === undefined ? {} : { grant: letter.grant }),
      sentence: letter.sentence,
      bytes: b64u(message),
    });
    return { id, hash };
  }

  /** A message of ours as it is sent; short ones with their text. */
  get(id: string): Sealed | Refused {
    const sent = this.#book.get('sent', id);
    const text = sent === null ? null : textOf(sent);
    if (sent === null || text === null) return refuse('not_found');
    return {
      message: id,
      sentence: sent.sentence,
      text: text.length > MAX_CHUNK ? null : text,
      length: text.length,
      preferFile: text.length > PREFER_FILE,
    };
  }

  /** The whole text: sentence, then sealed block. */
  text(id: string): string | null {
    const sent = this.#book.get('sent', id);
    return sent === null ? null : textOf(sent);
  }
}

function textOf(sent: Data<'sent'>): string | null {
  const bytes = sent.bytes === undefined ? null : fromB64u(sent.bytes);
  return bytes === null ? null : `${sent.sentence}\n\n${writeArmor(bytes)}`;
}
