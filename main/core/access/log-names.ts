import type { LogEvent } from '../../../shared/contracts/engine/accounts.ts';
import type { RunKind } from '../../../shared/contracts/engine/runs.ts';
import { assetsIn, membersIn } from '../business/centre-parts.ts';
import type { Book } from '../records/book.ts';
import { groupedBy } from '../records/grouped.ts';
import type { Data, Entry } from '../records/shapes.ts';
import { namedAccount } from '../accounts/named-account.ts';

type Noted = Data<'audit'>;
type Run = Data<'run'>;

/** What an entry of the log is about. */
export const byRef = ({ data }: Entry<'audit'>): string => data.ref ?? '';
const byGrant = ({ data }: Entry<'received'>): string => data.grant;
const byAccount = ({ data }: Entry<'ad_code'>): string => data.account;

/**
 * The names of what log records are about, from the records there are now. A log record names an account, a loan, a person or a business centre;
 * which run, member, thing or ad code of it was meant shows only by its time, and is left open where two would fit.
 */
export class LogNames {
  readonly #book: Book;
  #byRef: { readonly all: readonly Entry<'run'>[]; readonly runs: ReadonlyMap<string, readonly Run[]> } | null = null;

  constructor(book: Book) {
    this.#book = book;
  }

  /** Of the entries of one account, that account is named by its title alone. */
  of(noted: Noted, account: string | undefined): Pick<LogEvent, 'about' | 'part' | 'run'> {
    const { ref } = noted;
    if (ref === undefined) return { about: null, part: null, run: null };
    return { about: this.#about(ref, account), part: this.#part(noted, ref), run: this.#runKind(noted, ref) };
  }

  #about(ref: string, of: string | undefined): string | null {
    const run = this.#book.get('run', ref);
    const id = run === null ? ref : subjectOf(run);
    const grant = this.#book.get('grant', id);
    if (grant !== null) return this.#lent(id, grant, of);
    const account = namedAccount(this.#book, id);
    if (account !== null) return id === of ? account.title : named(account);
    const plain = this.#book.get('contact', id) ?? this.#book.get('client', id) ?? this.#book.get('centre', id);
    if (plain !== null) return plain.name;
    const asked = this.#book.get('request', id)?.account;
    return asked ?? this.#book.get('member', id)?.name ?? this.#book.get('ad_code', id)?.about ?? null;
  }

  #lent(id: string, { accounts }: Data<'grant'>, of: string | undefined): string | null {
    const isOf = of !== undefined && accounts.includes(of);
    const account = namedAccount(this.#book, isOf ? of : (accounts[0] ?? ''));
    if (account !== null) return isOf ? account.title : named(account);
    const received = groupedBy(this.#book.all('received'), byGrant).get(id)?.[0];
    return received === undefined ? null : named(received.data);
  }

  #part(noted: Noted, ref: string): string | null {
    const { what, who, t } = noted;
    switch (what) {
      case 'member-saved':
      case 'member-removed':
        return who === undefined && this.#isAlone(noted, ref) ? this.#member(noted, ref) : null;
      case 'asset-saved':
        if (!this.#isAlone(noted, ref)) return null;
        return sole(assetsIn(this.#book, ref), ({ data }) => data.made === t)?.data.name ?? null;
      case 'ad-code-saved':
        if (!this.#isAlone(noted, ref)) return null;
        return sole(this.#codes(ref), ({ data }) => data.made === t)?.data.about ?? null;
      case 'ad-code-ended':
        if (!this.#isAlone(noted, ref)) return null;
        return sole(this.#codes(ref), ({ data }) => data.ended === t)?.data.about ?? null;
      default:
        return null;
    }
  }

  // While the computer's clock is behind the vault's, everything bears one time, which then tells nothing apart.
  #isAlone({ what, t }: Noted, ref: string): boolean {
    const same = (groupedBy(this.#book.all('audit'), byRef).get(ref) ?? []).filter(
      ({ data }) => data.what === what && data.t === t,
    );
    return same.length === 1;
  }

  /** Who was added or left just then, or else the only one there was. */
  #member({ what, t }: Noted, centre: string): string | null {
    const there = membersIn(this.#book, centre).filter(({ data }) => data.made <= t);
    const then = there.filter(({ data }) => (what === 'member-removed' ? data.removed : data.made) === t);
    return sole(then.length > 0 ? then : there, () => true)?.data.name ?? null;
  }

  #codes(account: string): readonly Entry<'ad_code'>[] {
    return groupedBy(this.#book.all('ad_code'), byAccount).get(account) ?? [];
  }

  #runKind({ what, t }: Noted, ref: string): RunKind | null {
    if (!what.startsWith('run-')) return null;
    const then = (this.#runs().get(ref) ?? []).filter(({ started, finished = Infinity }) => started <= t && t <= finished);
    const just = then.filter((run) => isMoment(run, what, ref, t));
    const kinds = new Set((just.length > 0 ? just : then).map(({ kind }) => kind));
    const [kind] = kinds;
    return kinds.size === 1 && kind !== undefined ? kind : null;
  }

  /** Runs by all that a log record of an act on them can name. */
  #runs(): ReadonlyMap<string, readonly Run[]> {
    const all = this.#book.all('run');
    if (this.#byRef?.all === all) return this.#byRef.runs;
    const runs = new Map<string, Run[]>();
    for (const { data } of all) {
      for (const ref of new Set([subjectOf(data), ...data.steps.map((step) => refOf(data, step))])) {
        const group = runs.get(ref);
        if (group === undefined) runs.set(ref, [data]);
        else group.push(data);
      }
    }
    this.#byRef = { all, runs };
    return runs;
  }
}

/** Whether a run bears the time of an act on it. */
function isMoment(run: Run, what: string, ref: string, t: number): boolean {
  if (what === 'run-started') return run.started === t && subjectOf(run) === ref;
  if (what === 'run-closed') return run.finished === t && subjectOf(run) === ref;
  return run.steps.some((step) => step.at === t && refOf(run, step) === ref);
}

function subjectOf({ grant, account, contact }: Run): string {
  return grant ?? account ?? contact ?? '';
}

function refOf(run: Run, { grant, account }: Run['steps'][number]): string {
  return grant ?? account ?? subjectOf(run);
}

function named({ title, username }: { readonly title: string; readonly username?: string }): string {
  return username === undefined || username === '' ? title : `${title} (${username})`;
}

function sole<T>(list: readonly T[], fits: (one: T) => boolean): T | null {
  const [first, second] = list.filter(fits);
  return second === undefined ? (first ?? null) : null;
}
