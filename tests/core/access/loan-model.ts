import fc from 'fast-check';

/** A message of a loan as the model knows it: when it was made, until when it opens, and the end it states. */
export interface Letter {
  readonly kind: 'handoff' | 'pass' | 'revoke' | 'receipt';
  readonly message: string;
  readonly iat: number;
  readonly exp: number;
  readonly until: number;
  readonly event: 'opened' | 'declined' | 'purged' | null;
}

/** Something one of the two does, or that happens between them. */
export type Act =
  | { readonly kind: 'wait'; readonly hours: number }
  | { readonly kind: 'extend'; readonly days: number; readonly codes: boolean }
  | { readonly kind: 'anew' | 'end' | 'accept' | 'decline' | 'give back' }
  | { readonly kind: 'deliver'; readonly which: number };

/** Delivering is most of it; what is never delivered is lost, what is delivered again is doubled, and the order is anybody's. */
export const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ kind: fc.constant('deliver' as const), which: fc.nat(30) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 60 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('extend' as const), days: fc.integer({ min: 6, max: 20 }), codes: fc.boolean() }),
  },
  { weight: 4, arbitrary: fc.constant<Act>({ kind: 'accept' }) },
  { weight: 1, arbitrary: fc.constant<Act>({ kind: 'decline' }) },
  { weight: 1, arbitrary: fc.constant<Act>({ kind: 'give back' }) },
  { weight: 1, arbitrary: fc.constant<Act>({ kind: 'anew' }) },
  { weight: 1, arbitrary: fc.constant<Act>({ kind: 'end' }) },
);

const ENDING = 2 * 86_400;

/** What the rules say of one loan, on both sides, whatever happens to its messages. */
export class LoanModel {
  // The recipient's side.
  known = false;
  offered = false;
  opened = false;
  password = false;
  until = 0;
  #lastIat = 0;
  /** Given back, declined or revoked: an end of its own, before the last day. */
  #ended = false;
  readonly #read = new Set<string>();
  // The owner's side.
  #ownerUntil = 0;
  #ownerOpened = false;
  #ownerRefused = false;
  #ownerEnded = Number.POSITIVE_INFINITY;

  /** The newest end the owner has stated. */
  sent(letter: Letter): void {
    this.#ownerUntil = letter.until;
  }

  ownerEnded(now: number): void {
    if (now < this.#end()) this.#ownerEnded = now;
  }

  ownerLive(now: number): boolean {
    return !this.#ownerRefused && now < this.#end();
  }

  ownerState(now: number): string {
    if (this.#ownerRefused) return 'refused';
    if (now >= this.#end()) return 'ended';
    if (this.#ownerUntil - now <= ENDING) return 'ending';
    return this.#ownerOpened ? 'active' : 'offered';
  }

  /** The code a delivery to the recipient is refused with; null when it is taken. */
  read(letter: Letter, now: number): string | null {
    this.#passTime(now);
    if (letter.exp <= now) return 'could_not_open';
    if (this.#read.has(letter.message)) return 'already_read';
    if (letter.kind === 'pass' && !this.known) return 'could_not_open';
    if (letter.iat <= this.#lastIat) return 'could_not_open';
    this.#read.add(letter.message);
    this.#lastIat = letter.iat;
    if (letter.kind === 'revoke') {
      if (!this.known) return null;
      this.#ended = true;
      this.offered = false;
      this.password = false;
      return null;
    }
    if (letter.kind === 'pass') {
      if (this.#ended) return null;
      this.until = letter.until;
      return null;
    }
    const goesOn = this.known && !this.#ended && now < this.until;
    this.known = true;
    this.offered = true;
    this.opened = goesOn && this.opened;
    this.#ended = false;
    this.password = true;
    this.until = letter.until;
    return null;
  }

  /** The code a receipt delivered to the owner is refused with; null when it is taken. */
  receiptRead(letter: Letter, now: number): string | null {
    if (letter.exp <= now) return 'could_not_open';
    if (this.#read.has(letter.message)) return 'already_read';
    this.#read.add(letter.message);
    if (letter.event === 'opened') {
      this.#ownerOpened = true;
      this.#ownerRefused = false;
    } else if (letter.event === 'declined' && !this.#ownerOpened) this.#ownerRefused = true;
    else if (now < this.#ownerUntil) this.#ownerEnded = Math.min(this.#ownerEnded, now);
    return null;
  }

  answered(taken: boolean): void {
    this.offered = false;
    if (taken) this.opened = true;
    else {
      this.#ended = true;
      this.password = false;
    }
  }

  gaveBack(): void {
    this.#ended = true;
    this.offered = false;
    this.password = false;
  }

  usable(now: number): boolean {
    return this.known && this.opened && !this.#ended && now < this.until;
  }

  isOver(now: number): boolean {
    return this.known && (this.#ended || now >= this.until);
  }

  #passTime(now: number): void {
    if (this.known && now >= this.until) {
      // The offer stands: codes sent later may still be taken up.
      this.password = false;
    }
  }

  #end(): number {
    return Math.min(this.#ownerUntil, this.#ownerEnded);
  }
}
