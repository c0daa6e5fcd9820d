import type { Strength } from '../../../shared/contracts/engine/strength.ts';
import { b64u } from '../bytes.ts';
import { hash, KEY, type Random, wipe } from '../crypto/sodium.ts';
import type { Book } from '../records/book.ts';
import type { Data, Entry } from '../records/shapes.ts';
import { type Guesser, triedFirst } from './guessing.ts';
import type { Newcomers } from './newcomers.ts';
import { isWeak, strengthOf } from './strength.ts';

/** What work on all accounts waits for between two slices; false from what it gives ends the work. */
export type Between = () => Promise<boolean>;

/** Passwords opened in one slice; each takes some microseconds. */
const SLICE = 100;
/** Bytes of a password's mark. */
const MARK = 16;
/** Accounts named beside one whose password they share. */
const NAMED = 5;

/**
 * Which passwords are easily guessed and which are used more than once. Passwords are opened for it one at a time; what is kept is how strong
 * each is and a hash by a key of this session alone (BLAKE2b), good for nothing but telling whether two are the same. Accounts in the trash
 * count with no other, and of passwords given since the unlocking those that `Newcomers` lets in.
 */
export class Qualities {
  readonly #book: Book;
  readonly #key: Uint8Array;
  readonly #newcomers: Newcomers;
  /** Of each account outside the trash, the sealed password that was opened and its mark. */
  readonly #marks = new Map<string, { readonly sealed: string; readonly mark: string }>();
  readonly #sharing = new Map<string, Set<string>>();
  readonly #strengths = new Map<string, { readonly sealed: string; readonly strength: Strength }>();
  #list: readonly Entry<'account'>[] = [];
  #waiting: Entry<'account'>[] = [];
  /** True while there are passwords that were not let in. */
  #isLate = false;
  #revision = 0;

  constructor(book: Book, random: Random, newcomers: Newcomers) {
    this.#book = book;
    this.#key = random(KEY);
    this.#newcomers = newcomers;
  }

  /** Grows with everything that comes to be known or is forgotten. */
  get revision(): number {
    return this.#revision;
  }

  /** What is known of an account's password as it is now; null when nothing is, or it has none. */
  readonly of = (id: string): { readonly weak: boolean; readonly reused: boolean } | null => {
    const sealed = this.#book.get('account', id)?.password?.sealed;
    const known = this.#marks.get(id);
    if (sealed === undefined || known?.sealed !== sealed) return null;
    const judged = this.#strengths.get(id);
    const weak = judged?.sealed === sealed && isWeak(judged.strength);
    return { weak, reused: (this.#sharing.get(known.mark)?.size ?? 0) > 1 };
  };

  /** How strong an account's password is; null when it has none, it cannot be told, or it is not judged now. */
  async strength(id: string, guesser: Guesser): Promise<Strength | null> {
    const account = this.#book.get('account', id);
    const field = account?.password;
    if (account === null || field === undefined) return null;
    const known = this.#strengths.get(id);
    if (known?.sealed === field.sealed) return known.strength;
    if (!this.#newcomers.admits(id, account)) return null;
    // SECURITY: by the names of when the password came: others would be guesses at what is in it, tried for nothing.
    const { title, username, platform, address } = this.#newcomers.known(id, account) ?? account;
    const text = this.#book.openText(id, 'password', field);
    const guessed =
      text === null || text === '' ? null : await guesser.guess(text, triedFirst([title, username, platform, address]));
    if (guessed === null) return null;
    const strength = strengthOf(guessed, 'site');
    this.#strengths.set(id, { sealed: field.sealed, strength });
    this.#revision += 1;
    return strength;
  }

  /** Other accounts that have the same password as one, by what is known after `compare`: how many, and the first by title. Null when that is not judged now. */
  sharing(id: string) {
    const account = this.#book.get('account', id);
    if (account !== null && !this.#newcomers.admits(id, account)) return null;
    const field = account?.password;
    const mark = field === undefined ? null : this.#markOf(id, field);
    const others = [...((mark === null ? undefined : this.#sharing.get(mark)) ?? [])].filter((other) => other !== id);
    const named = others.flatMap((other) => {
      const one = this.#book.get('account', other);
      return one === null ? [] : [{ id: other, title: one.title, username: one.username ?? null }];
    });
    return { total: named.length, first: named.toSorted((a, b) => a.title.localeCompare(b.title)).slice(0, NAMED) };
  }

  /** Takes in every password that is new since the last time; false when `between` ended it before. */
  async compare(between: Between): Promise<boolean> {
    while (this.#follow()) {
      for (const { id, data } of this.#waiting.splice(0, SLICE)) this.#take(id, data);
      if (this.#waiting.length > 0 && !(await between())) return false;
    }
    return true;
  }

  /** The same, and how strong each is; `between` is waited for after each that takes a guesser. */
  async judge(guesser: Guesser, between: Between): Promise<boolean> {
    if (!(await this.compare(between))) return false;
    for (const id of [...this.#marks.keys()]) {
      if (this.#isJudged(id)) continue;
      await this.strength(id, guesser);
      if (!(await between())) return false;
    }
    return true;
  }

  /** True while there is a password that was not taken in and may be. */
  #follow(): boolean {
    const list = this.#book.all('account');
    if (list !== this.#list || (this.#isLate && this.#newcomers.hasRoom)) {
      this.#list = list;
      this.#isLate = false;
      const standing = list.filter(({ data }) => data.trashed === undefined && data.password !== undefined);
      const ids = new Set(standing.map(({ id }) => id));
      for (const id of this.#marks.keys()) if (!ids.has(id)) this.#forget(id);
      this.#waiting = standing.filter(({ id, data }) => this.#marks.get(id)?.sealed !== data.password?.sealed);
    }
    return this.#waiting.length > 0;
  }

  #take(id: string, account: Data<'account'>): void {
    this.#forget(id);
    const { password } = account;
    if (!this.#newcomers.admits(id, account)) {
      this.#isLate = true;
      return;
    }
    const mark = password === undefined ? null : this.#markOf(id, password);
    if (password === undefined || mark === null) return;
    this.#marks.set(id, { sealed: password.sealed, mark });
    this.#revision += 1;
    const sharing = this.#sharing.get(mark);
    if (sharing === undefined) this.#sharing.set(mark, new Set([id]));
    else sharing.add(id);
  }

  #forget(id: string): void {
    const known = this.#marks.get(id);
    if (known === undefined) return;
    this.#marks.delete(id);
    this.#revision += 1;
    const sharing = this.#sharing.get(known.mark);
    sharing?.delete(id);
    if (sharing?.size === 0) this.#sharing.delete(known.mark);
  }

  #markOf(id: string, field: NonNullable<Data<'account'>['password']>): string | null {
    const known = this.#marks.get(id);
    if (known?.sealed === field.sealed) return known.mark;
    const bytes = this.#book.open(id, 'password', field);
    if (bytes === null) return null;
    const mark = b64u(hash(MARK, bytes, this.#key));
    wipe(bytes);
    return mark;
  }

  #isJudged(id: string): boolean {
    return this.#strengths.get(id)?.sealed === this.#marks.get(id)?.sealed;
  }
}
