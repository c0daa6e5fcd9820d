import type { AccountRow } from '../../../shared/contracts/engine/accounts.ts';
import type { Exposures } from '../access/exposures.ts';
import { isLive, leftOf, stateOf } from '../access/grant-state.ts';
import type { Book } from '../records/book.ts';
import type { Data } from '../records/shapes.ts';

type Mark = AccountRow['mark'];

/** The one mark at the end of an account's row: exposed, ending or lent. */
export class AccountMarks {
  readonly #book: Book;
  readonly #exposures: Exposures;

  constructor(book: Book, exposures: Exposures) {
    this.#book = book;
    this.#exposures = exposures;
  }

  /** What tells the mark of any account at this moment; grants and exposures are gone through once, not for each row. */
  now(): (account: string) => Mark {
    const now = this.#book.now();
    const exposed = new Set(this.#exposures.open(null, now).map(({ data }) => data.account));
    const lent = this.#lentAt(now);
    return (account) => {
      if (exposed.has(account) && this.#exposures.isOverdue(account, now)) return { kind: 'exposed' };
      const grant = lent.get(account);
      if (grant === undefined) return null;
      return { kind: stateOf(grant, now) === 'ending' ? 'ending' : 'lent', left: leftOf(grant, now), until: grant.until };
    };
  }

  /** Of every account that is lent, the grant that ends first. */
  #lentAt(now: number): ReadonlyMap<string, Data<'grant'>> {
    const lent = new Map<string, Data<'grant'>>();
    for (const { data } of this.#book.all('grant')) {
      if (data.side !== 'given' || !isLive(data, now)) continue;
      for (const account of data.accounts) if (!(data.until >= (lent.get(account)?.until ?? Infinity))) lent.set(account, data);
    }
    return lent;
  }
}
