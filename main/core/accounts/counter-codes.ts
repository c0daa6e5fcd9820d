import type { AuditKind } from '../../../shared/audit-kinds.ts';
import { type Done, isRefused, type Refused, refuse } from '../../../shared/errors.ts';
import { hotpCode } from '../codes/hotp.ts';
import { wipe } from '../crypto/sodium.ts';
import type { Book } from '../records/book.ts';
import type { Data } from '../records/shapes.ts';
import { seedFactor } from './seed-factor.ts';

/** Seconds a code that was taken can still be copied as it is shown. */
const SHOWN = 120;

/** A code by counter, and the counter it was made for. */
export interface CounterCode {
  readonly code: string;
  readonly counter: number;
  /** Until when copying gives this one again. */
  readonly until: number;
}

/** Codes that follow a counter (HOTP, RFC 4226): each is taken once, and the raised counter is on disk before anybody sees the code. */
export class CounterCodes {
  readonly #book: Book;
  readonly #shown = new Map<string, { readonly factor: string; readonly code: string; readonly until: number }>();

  constructor(book: Book) {
    this.#book = book;
  }

  /** Takes the next code to be shown; refused as nothing is when the raised counter could not be saved. */
  async next(id: string): Promise<CounterCode | Refused> {
    const taken = await this.#take(id, 'code-shown');
    if (isRefused(taken)) return taken;
    const { factor, code, counter } = taken;
    const until = this.#book.clock() + SHOWN;
    this.#shown.set(id, { factor, code, until });
    return { code, counter, until };
  }

  /** The code shown a moment ago, or else the next one, for copying. */
  async copied(id: string): Promise<string | Refused> {
    const shown = this.#shown.get(id);
    const account = this.#book.get('account', id);
    if (account === null) return refuse('not_found');
    if (shown === undefined || this.#book.clock() >= shown.until || seedFactor(account)?.id !== shown.factor) {
      const taken = await this.#take(id, 'code-copied');
      return isRefused(taken) ? taken : taken.code;
    }
    const noted = await this.#book.change((draft) => {
      draft.note('code-copied', { ref: id });
      return {};
    });
    return isRefused(noted) && this.#book.readOnly === null ? noted : shown.code;
  }

  /** Sets the counter that is used next, after the other side's has moved on. */
  set({ account: id, counter }: { account: string; counter: number }): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const account = this.#book.get('account', id);
      if (account === null || seedFactor(account)?.settings.type !== 'hotp') return refuse('not_found');
      draft.put('account', id, withCounter(account, counter));
      draft.note('factor-noted', { ref: id });
      this.#shown.delete(id);
      return {};
    });
  }

  #take(id: string, note: AuditKind): Promise<(Omit<CounterCode, 'until'> & { readonly factor: string }) | Refused> {
    return this.#book.change((draft) => {
      const account = this.#book.get('account', id);
      if (account === null) return refuse('not_found');
      const factor = seedFactor(account);
      if (factor?.settings.type !== 'hotp') return refuse('no_seed');
      const { counter } = factor.settings;
      if (counter >= Number.MAX_SAFE_INTEGER) return refuse('too_many');
      const seed = this.#book.open(id, `factors/${factor.id}/seed`, factor.seed);
      if (seed === null) return refuse('damaged_vault');
      const code = hotpCode(seed, factor.settings, counter);
      wipe(seed);
      // SECURITY: told only once this is on disk; a counter used twice is a code used twice.
      draft.put('account', id, withCounter(account, counter + 1));
      draft.note(note, { ref: id });
      return { factor: factor.id, code, counter };
    });
  }
}

function withCounter(account: Data<'account'>, counter: number): Data<'account'> {
  const factor = seedFactor(account)?.id;
  return { ...account, factors: account.factors.map((one) => (one.id === factor ? { ...one, counter } : one)) };
}
