import type { LiveCode } from '../../../shared/contracts/engine/common.ts';
import { type Done, isRefused, type Refused, refuse } from '../../../shared/errors.ts';
import { type Bytes, sameBytes } from '../bytes.ts';
import { matchesTyped } from '../codes/live-code.ts';
import { readSetup } from '../codes/otpauth.ts';
import { shownCode } from '../codes/shown-code.ts';
import type { TotpSettings } from '../codes/totp.ts';
import { wipe } from '../crypto/sodium.ts';
import type { Exposures } from '../access/exposures.ts';
import type { Book } from '../records/book.ts';
import type { Data } from '../records/shapes.ts';

type Algorithm = 'SHA1' | 'SHA256' | 'SHA512';
type Factor = Data<'account'>['factors'][number];
interface Pending {
  readonly seed: Bytes;
  settings: TotpSettings;
}

const NAMES = { sha1: 'SHA1', sha256: 'SHA256', sha512: 'SHA512' } as const;
const FROM_NAME = { SHA1: 'sha1', SHA256: 'sha256', SHA512: 'sha512' } as const;
const MAX_PENDING = 8;
/** Second factors of an account. */
const MOST = 16;

/** Second factors: seeds on their way in, and the codes of seeds that are in. A seed never leaves this class but sealed. */
export class Factors {
  readonly #book: Book;
  readonly #exposures: Exposures;
  readonly #pending = new Map<string, Pending>();

  constructor(book: Book, exposures: Exposures) {
    this.#book = book;
    this.#exposures = exposures;
  }

  /** Reads a typed key or an otpauth address and keeps the seed aside until it is confirmed. */
  read(text: string) {
    const setup = readSetup(text);
    if (typeof setup === 'string') return refuse(readFault(setup), { why: setup });
    if (setup.kind !== 'totp') {
      wipe(setup.seed);
      return refuse('uri_refused', { why: 'kind' });
    }
    const { seed, algorithm, digits, period } = setup;
    const pending = this.#book.newId();
    this.#pending.set(pending, { seed, settings: { alphabet: 'decimal', algorithm, digits, period } });
    for (const oldest of this.#pending.keys()) if (this.#pending.size > MAX_PENDING) this.#drop(oldest);
    return { pending, algorithm: NAMES[algorithm], digits, period, issuer: setup.issuer ?? null, label: setup.label ?? null };
  }

  pendingCode(pending: string): LiveCode | Refused {
    const held = this.#pending.get(pending);
    return held === undefined ? refuse('not_found') : shownCode(held.seed, held.settings, this.#book.clock());
  }

  adjust({
    pending,
    algorithm,
    digits,
    period,
  }: {
    pending: string;
    algorithm: Algorithm;
    digits: number;
    period: number;
  }): Done | Refused {
    const held = this.#pending.get(pending);
    if (held === undefined) return refuse('not_found');
    held.settings = { alphabet: 'decimal', algorithm: FROM_NAME[algorithm], digits, period };
    return {};
  }

  /** Saves a seed with its account; a typed code that fits neither now nor one step beside is refused, and nothing is saved. */
  async confirm({ account: id, pending, typed }: { account: string; pending: string; typed: string | null }) {
    const saved = await this.#book.change((draft) => {
      // Looked up in its turn: two clicks are two actions, and the first one's end wipes the seed.
      const held = this.#pending.get(pending);
      const account = this.#book.get('account', id);
      if (held === undefined || account === null) return refuse('not_found');
      if (typed !== null && !matchesTyped(held.seed, held.settings, typed, this.#book.clock())) return refuse('code_differs');
      if (standing(account).length >= MOST) return refuse('too_many', { max: MOST });
      const before = seedFactor(account);
      // The same key once more is still in the hands it was given into.
      const isSame = before !== null && !this.#isOther(id, account, before.id, held.seed);
      const outside = isSame ? before.outside : undefined;
      const made = { ...this.#made(id, held, typed !== null), ...(outside === undefined ? {} : { outside }) };
      draft.put('account', id, { ...account, factors: withNewest(account, made, this.#book.now()) });
      draft.note(typed === null ? 'authenticator-added-unconfirmed' : 'authenticator-added', { ref: id });
      // SECURITY: a pass ends early only by another seed; the same one typed again still gives every code of it.
      this.#exposures.end(draft, id, 'codes', ({ factor }) => this.#isOther(id, account, factor, held.seed));
      return { factor: made.id };
    });
    if (!('refused' in saved)) this.#drop(pending);
    return saved;
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

  #made(id: string, { seed, settings }: Pending, confirmed: boolean): Factor {
    const factor = this.#book.newId();
    const { algorithm, digits, period } = settings;
    const sealed = this.#book.seal(id, `factors/${factor}/seed`, 1, seed);
    return { id: factor, kind: 'authenticator', set: this.#book.now(), algorithm, digits, period, confirmed, seed: sealed };
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
      if (before === undefined && standing(account).length >= MOST) return refuse('too_many', { max: MOST });
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

  remove({ account: id, factor }: { account: string; factor: string }): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const account = this.#book.get('account', id);
      if (account === null || !account.factors.some((one) => one.id === factor)) return refuse('not_found');
      draft.put('account', id, { ...account, factors: account.factors.filter((one) => one.id !== factor) });
      draft.note('factor-removed', { ref: id });
      return {};
    });
  }

  /** The code of an account's authenticator now; null when it has none. */
  live(id: string): { live: LiveCode | null } | Refused {
    const account = this.#book.get('account', id);
    if (account === null) return refuse('not_found');
    return { live: this.withSeed(id, account, (seed, settings) => shownCode(seed, settings, this.#book.clock())) };
  }

  /** The code now, for copying; the log has it before the clipboard does. Null when the account has no authenticator. */
  async copied(id: string): Promise<string | null | Refused> {
    const account = this.#book.get('account', id);
    if (account === null) return refuse('not_found');
    const code = this.withSeed(id, account, (seed, settings) => shownCode(seed, settings, this.#book.clock()).code);
    if (code === null || this.#book.readOnly !== null) return code;
    const noted = await this.#book.change((draft) => {
      draft.note('code-copied', { ref: id });
      return {};
    });
    return isRefused(noted) && this.#book.readOnly === null ? noted : code;
  }

  /** Runs `work` on a copy of the account's seed, which is wiped after it; null when the account has no authenticator. */
  withSeed<R>(id: string, account: Data<'account'>, work: (seed: Bytes, settings: TotpSettings) => R): R | null {
    const factor = seedFactor(account);
    if (factor === null) return null;
    const seed = this.#book.open(id, `factors/${factor.id}/seed`, factor.seed);
    if (seed === null) return null;
    try {
      return work(seed, { alphabet: 'decimal', algorithm: factor.algorithm, digits: factor.digits, period: factor.period });
    } finally {
      wipe(seed);
    }
  }

  /** A copy of the seed that the caller must wipe, for work that takes longer; null when there is none. */
  seedOf(id: string, account: Data<'account'>): { seed: Bytes; settings: TotpSettings } | null {
    return this.withSeed(id, account, (seed, settings) => ({ seed: seed.slice(), settings }));
  }

  /** Forgets seeds that were never confirmed. */
  clear(): void {
    for (const pending of [...this.#pending.keys()]) this.#drop(pending);
  }

  #drop(pending: string): void {
    const held = this.#pending.get(pending);
    if (held !== undefined) wipe(held.seed);
    this.#pending.delete(pending);
  }
}

/** Second factors that count now, without the authenticators that were replaced. */
export function standing(account: Data<'account'>): Factor[] {
  return account.factors.filter(({ replaced }) => replaced === undefined);
}

// The newest authenticator is the one the platform knows; an older seed gives no codes any more, but a slip must not lose it.
function withNewest(account: Data<'account'>, made: Factor, now: number): Factor[] {
  const others = account.factors
    .filter(({ kind }) => kind !== 'none')
    .map((one) => (one.kind === 'authenticator' && one.replaced === undefined ? { ...one, replaced: now } : one));
  return capped([made, ...others]);
}

/** At most as many factors as a record holds; of those replaced the oldest go first. */
function capped(factors: readonly Factor[]): Factor[] {
  const out = [...factors];
  while (out.length > MOST) {
    const oldest = out.findLastIndex(({ replaced }) => replaced !== undefined);
    if (oldest < 0) return out;
    out.splice(oldest, 1);
  }
  return out;
}

type SeedFactor = Factor & Required<Pick<Factor, 'seed' | 'algorithm' | 'digits' | 'period'>>;

/** The account's authenticator; null when it has none. */
export function seedFactor(account: Data<'account'>): SeedFactor | null {
  const factor = account.factors.find((one) => one.seed !== undefined && one.replaced === undefined);
  return factor?.algorithm !== undefined && factor.digits !== undefined && factor.period !== undefined
    ? (factor as SeedFactor)
    : null;
}

function readFault(fault: string): 'seed_not_base32' | 'seed_too_short' | 'uri_not_otpauth' | 'uri_refused' {
  if (fault === 'seed_letters' || fault === 'seed_too_long') return 'seed_not_base32';
  if (fault === 'seed_missing') return 'seed_too_short';
  return fault === 'not_otpauth' ? 'uri_not_otpauth' : 'uri_refused';
}
