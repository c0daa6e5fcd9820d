import type { LiveCode } from '../../../shared/contracts/engine/common.ts';
import { type Done, isRefused, type Refused, refuse } from '../../../shared/errors.ts';
import { type Bytes, sameBytes } from '../bytes.ts';
import type { Hmac } from '../codes/hotp.ts';
import { shownCode } from '../codes/shown-code.ts';
import { wipe } from '../crypto/sodium.ts';
import type { Exposures } from '../access/exposures.ts';
import type { Book, Draft } from '../records/book.ts';
import type { Data } from '../records/shapes.ts';
import { CounterCodes } from './counter-codes.ts';
import { lasting } from './lasting.ts';
import { PendingKeys } from './pending-keys.ts';
import { type Factor, type KeySettings, recordOf, seedFactor, settingsOf, standing } from './seed-factor.ts';

/** Second factors of an account, and how many may be other than authenticators: they must not take all places of keys that were replaced. */
const MOST = 16;
const MOST_NOTED = 8;

/** Second factors: seeds on their way in, and the codes of seeds that are in. A seed never leaves this class but sealed. */
export class Factors {
  readonly #book: Book;
  readonly #exposures: Exposures;
  /** Seeds that wait to be confirmed. */
  readonly pending: PendingKeys;
  /** Codes that follow a counter. */
  readonly counters: CounterCodes;
  /** What codes by time are made with; undefined for otplib's own. */
  readonly crypto: Hmac | undefined;

  constructor(book: Book, exposures: Exposures, crypto?: Hmac) {
    this.#book = book;
    this.crypto = crypto;
    this.#exposures = exposures;
    this.pending = new PendingKeys(
      () => book.newId(),
      () => book.clock(),
    );
    this.counters = new CounterCodes(book);
  }

  /** Saves a seed with its account; a typed code that fits neither now nor one step beside is refused, and nothing is saved. */
  async confirm({ account: id, pending, typed }: { account: string; pending: string; typed: string | null }) {
    const saved = await this.#book.change((draft) => {
      // Looked up in its turn: two clicks are two actions, and the first one's end wipes the seed.
      const held = this.pending.get(pending);
      const account = this.#book.get('account', id);
      if (held === null || account === null) return refuse('not_found');
      const fitting = typed === null ? held.settings : this.pending.fitting(held, typed);
      if (fitting === null) return refuse('code_differs');
      const settings = { ...fitting, counter: this.#unused(id, account, held.seed, fitting) };
      if (standing(account).length >= MOST) return refuse('too_many', { max: MOST });
      const made = { ...this.#made(id, held.seed, settings, typed !== null), ...this.#outside(id, account, held.seed) };
      draft.put('account', id, { ...account, factors: withNewest(account, made, this.#book.now()) });
      draft.note(typed === null ? 'authenticator-added-unconfirmed' : 'authenticator-added', { ref: id });
      this.#follow(draft, id, account, held.seed);
      return { factor: made.id };
    });
    if (!('refused' in saved)) this.pending.drop(pending);
    return saved;
  }

  /** Makes an earlier authenticator the account's again, as when the platform never took the one that came after it. */
  putBack({ account: id, factor }: { account: string; factor: string }): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const account = this.#book.get('account', id);
      const found = account?.factors.find((one) => one.id === factor);
      if (account === null || found?.seed === undefined || found.replaced === undefined) return refuse('not_found');
      const seed = this.#book.open(id, `factors/${factor}/seed`, found.seed);
      if (seed === null) return refuse('damaged_vault');
      const { replaced: _r, outside: _o, ...kept } = found;
      const made = { ...kept, ...this.#outside(id, account, seed), ...this.#counter(id, account, found, seed) };
      const others = account.factors.filter((one) => one !== found);
      draft.put('account', id, { ...account, factors: withNewest({ ...account, factors: others }, made, this.#book.now()) });
      draft.note('authenticator-restored', { ref: id });
      this.#follow(draft, id, account, seed);
      wipe(seed);
      return {};
    });
  }

  /**
   * Drafts what a key does to passes. SECURITY: a pass ends early only by a key the account never had; the same one typed again still gives every
   * code of it. One it had gives them again to whoever was sent them, and ends nothing: that it is written down here says nothing of what the
   * platform takes now.
   */
  #follow(draft: Draft, id: string, before: Data<'account'>, seed: Bytes): void {
    const isOther = ({ factor }: Data<'exposure'>): boolean => this.#isOther(id, before, factor, seed);
    const isBack = this.#same(id, before, seed).some(({ replaced }) => replaced !== undefined);
    if (isBack) this.#exposures.resume(draft, id, (data) => !isOther(data));
    else this.#exposures.end(draft, id, 'codes', isOther);
  }

  /** An account's authenticators with this very key, the newest first. */
  #same(id: string, account: Data<'account'>, seed: Bytes): Factor[] {
    return account.factors.filter((one) => one.seed !== undefined && !this.#isOther(id, account, one.id, seed));
  }

  /** The mark of a key: the same one once more is still in the hands it was given into. */
  #outside(id: string, account: Data<'account'>, seed: Bytes): Pick<Factor, 'outside'> {
    const outside = this.#same(id, account, seed)[0]?.outside;
    return outside === undefined ? {} : { outside };
  }

  /** Of codes by a counter: where they go on, for a code is used once. */
  #counter(id: string, account: Data<'account'>, factor: Factor, seed: Bytes): Pick<Factor, 'counter'> {
    const settings = settingsOf(factor);
    return settings?.type === 'hotp' ? { counter: this.#unused(id, account, seed, settings) } : {};
  }

  /** True when the factor a pass was made from is known, replaced or not, and has another seed than this one. */
  #isOther(id: string, account: Data<'account'>, factor: string | undefined, seed: Bytes): boolean {
    const known = account.factors.find((one) => one.id === factor)?.seed;
    const bytes = known === undefined ? null : this.#book.open(id, `factors/${factor}/seed`, known);
    if (bytes === null) return false;
    const differs = !sameBytes(bytes, seed);
    wipe(bytes);
    return differs;
  }

  /** The counter a key goes on from. SECURITY: never one the same key was at before, in this account: a code is used once. */
  #unused(id: string, account: Data<'account'>, seed: Bytes, { type, counter }: KeySettings): number {
    if (type !== 'hotp') return counter;
    const same = this.#same(id, account, seed).filter((one) => one.type === 'hotp');
    return Math.max(counter, ...same.map((one) => one.counter ?? 0));
  }

  #made(id: string, seed: Bytes, settings: KeySettings, confirmed: boolean): Factor {
    const factor = this.#book.newId();
    const sealed = this.#book.seal(id, `factors/${factor}/seed`, 1, seed);
    const base = { id: factor, kind: 'authenticator' as const, set: this.#book.now() };
    return { ...base, ...recordOf(settings), confirmed, seed: sealed };
  }

  /** Notes a second factor that is no authenticator, such as whose phone gets the text message. */
  note(form: {
    account: string;
    factor?: string | undefined;
    kind: Exclude<Factor['kind'], 'authenticator'>;
    note: string | null;
  }) {
    return this.#book.change((draft) => {
      const account = this.#book.get('account', form.account);
      if (account === null) return refuse('not_found');
      const before = account.factors.find(({ id }) => id === form.factor);
      // An authenticator is not written over by a note: its seed would be gone.
      if (form.factor !== undefined && (before === undefined || before.seed !== undefined)) return refuse('not_found');
      const noted = account.factors.filter(({ kind }) => kind !== 'authenticator');
      if (before === undefined && noted.length >= MOST_NOTED) return refuse('too_many', { max: MOST_NOTED });
      const id = before?.id ?? this.#book.newId();
      const made: Factor = { id, kind: form.kind, set: this.#book.now(), ...(form.note === null ? {} : { note: form.note }) };
      const others = account.factors.filter((one) => one.id !== id);
      draft.put('account', form.account, { ...account, factors: capped([...others, made]) });
      draft.note('factor-noted', { ref: form.account });
      return { factor: id };
    });
  }

  /** Notes, or takes back, that someone outside has an authenticator's key too. */
  noteOutside({ account: id, factor, outside }: { account: string; factor: string; outside: boolean }): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const account = this.#book.get('account', id);
      const found = account?.factors.find((one) => one.id === factor);
      if (account === null || found?.kind !== 'authenticator' || found.replaced !== undefined) return refuse('not_found');
      if ((found.outside !== undefined) === outside) return {};
      const { outside: _o, ...kept } = found;
      const next = outside ? { ...kept, outside: this.#book.now() } : kept;
      draft.put('account', id, { ...account, factors: account.factors.map((one) => (one.id === factor ? next : one)) });
      draft.note('factor-noted', { ref: id });
      return {};
    });
  }

  /**
   * Takes a second factor away. An authenticator goes to the earlier ones first: its key may be the only way in. From there it goes for good, but
   * `busy` without `forGood`: two removals that are sent at once must not delete a key that was in force.
   */
  remove({ account: id, factor, forGood = true }: { account: string; factor: string; forGood?: boolean }): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const account = this.#book.get('account', id);
      const found = account?.factors.find((one) => one.id === factor);
      if (account === null || found === undefined) return refuse('not_found');
      if (found.seed !== undefined && found.replaced !== undefined && !forGood) return refuse('busy');
      const others = account.factors.filter((one) => one !== found);
      const isKept = found.seed !== undefined && found.replaced === undefined;
      const factors = isKept ? [{ ...found, replaced: this.#book.now() }, ...others] : others;
      draft.put('account', id, { ...account, factors });
      draft.note(found.replaced === undefined ? 'factor-removed' : 'authenticator-deleted', { ref: id });
      return {};
    });
  }

  /** The code of an account's authenticator now; null when it has none, or one whose codes follow a counter. */
  live(id: string): { live: LiveCode | null } | Refused {
    const account = this.#book.get('account', id);
    return account === null ? refuse('not_found') : { live: this.#liveCode(id, account) };
  }

  /** The code now, or the next by a counter, for copying; the log has it before the clipboard does. Null when the account has no authenticator. */
  async copied(id: string): Promise<string | null | Refused> {
    const account = this.#book.get('account', id);
    if (account === null) return refuse('not_found');
    if (seedFactor(account)?.settings.type === 'hotp') return this.counters.copied(id);
    const code = this.#liveCode(id, account)?.code ?? null;
    if (code === null || this.#book.readOnly !== null) return code;
    const noted = await this.#book.change((draft) => {
      draft.note('code-copied', { ref: id });
      return {};
    });
    return isRefused(noted) && this.#book.readOnly === null ? noted : code;
  }

  #liveCode(id: string, account: Data<'account'>): LiveCode | null {
    return this.withSeed(id, account, (seed, settings) =>
      settings.type === 'hotp' ? null : shownCode(seed, settings, this.#book.clock(), this.crypto),
    );
  }

  /** Runs `work` on a copy of the account's seed, which is wiped after it; null when the account has no authenticator. */
  withSeed<R>(id: string, account: Data<'account'>, work: (seed: Bytes, settings: KeySettings) => R): R | null {
    const factor = seedFactor(account);
    if (factor === null) return null;
    const seed = this.#book.open(id, `factors/${factor.id}/seed`, factor.seed);
    if (seed === null) return null;
    try {
      return work(seed, factor.settings);
    } finally {
      wipe(seed);
    }
  }

  /** A copy of the seed that the caller must wipe, for work that takes longer; null when there is none, or none whose codes go by time. */
  seedOf(id: string, account: Data<'account'>): { seed: Bytes; settings: KeySettings } | null {
    return this.withSeed(id, account, (seed, settings) => (settings.type === 'hotp' ? null : { seed: seed.slice(), settings }));
  }

  /** Forgets seeds that were never confirmed. */
  clear(): void {
    this.pending.clear();
  }
}

// The newest authenticator is the one the platform knows; an older seed gives no codes any more, but a slip must not lose it.
function withNewest(account: Data<'account'>, made: Factor, now: number): Factor[] {
  const others = account.factors
    .filter(({ kind }) => kind !== 'none')
    .map((one) => (one.kind === 'authenticator' && one.replaced === undefined ? { ...one, replaced: now } : one));
  return capped([made, ...others]);
}

/** At most as many factors as a record holds; of those replaced the ones that were in force shortest go first. */
function capped(factors: readonly Factor[]): Factor[] {
  const earlier = factors.filter((one): one is Factor & { replaced: number } => one.replaced !== undefined).toReversed();
  const kept = new Set<Factor>(lasting(earlier, Math.max(0, MOST - (factors.length - earlier.length)), 0));
  return factors.filter((one) => one.replaced === undefined || kept.has(one));
}
