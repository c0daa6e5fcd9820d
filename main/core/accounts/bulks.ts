import type { Bulk, BulkAct, BulkDone } from '../../../shared/contracts/engine/account-list.ts';
import { isRefused, type Refused, refuse } from '../../../shared/errors.ts';
import { MAX_ROWS } from '../../../shared/limits.ts';
import type { AuditKind } from '../../../shared/audit-kinds.ts';
import type { Book, Draft } from '../records/book.ts';
import type { Data } from '../records/shapes.ts';
import { passingData } from '../records/entries.ts';

type Account = Data<'account'>;

/** Tags one account can have. */
const MOST_TAGS = 32;

/** What is done to many accounts at once, each time with what takes it back. */
export class Bulks {
  readonly #book: Book;

  constructor(book: Book) {
    this.#book = book;
  }

  /** Does one thing to some accounts, in one save. */
  run({ ids, act }: Bulk): Promise<BulkDone | Refused> {
    return this.#book.change((draft) => {
      if (act.kind === 'move' && act.client !== null && this.#book.get('client', act.client) === null) return refuse('not_found');
      return this.#act(draft, ids, act);
    });
  }

  /** Writes a tag otherwise on every account that has it; null takes it away. Saved in parts of `MAX_ROWS` accounts. */
  async rename({ tag, to }: { tag: string; to: string | null }): Promise<BulkDone | Refused> {
    const ids = this.#book.all('account').flatMap((entry) => (passingData(entry).tags.includes(tag) ? [entry.id] : []));
    if (ids.length === 0) return refuse('not_found');
    const done = { changed: 0, back: [] as Bulk[] };
    for (let at = 0; at < ids.length; at += MAX_ROWS) {
      const act: BulkAct = to === null ? { kind: 'untag', tag } : { kind: 'retag', tag, to };
      const part = await this.run({ ids: ids.slice(at, at + MAX_ROWS), act });
      if (isRefused(part)) return part;
      done.changed += part.changed;
      done.back.push(...part.back);
    }
    return done;
  }

  #act(draft: Draft, ids: readonly string[], act: BulkAct): BulkDone {
    const back = new Map<string, Bulk>();
    let changed = 0;
    for (const id of new Set(ids)) {
      const account = this.#book.get('account', id);
      const done = account === null ? null : acted(account, act, this.#book.now());
      if (done === null) continue;
      draft.put('account', id, done.account);
      draft.note(done.what, { ref: id });
      changed += 1;
      const key = JSON.stringify(done.back);
      const group = back.get(key) ?? { ids: [], act: done.back };
      back.set(key, { ...group, ids: [...group.ids, id] });
    }
    return { changed, back: [...back.values()] };
  }
}

interface Acted {
  readonly account: Account;
  readonly what: AuditKind;
  readonly back: BulkAct;
}

/** An account after an act, with the word of the log and the act that takes it back; null when it would change nothing. */
function acted(account: Account, act: BulkAct, now: number): Acted | null {
  switch (act.kind) {
    case 'trash':
      return account.trashed === undefined
        ? { account: { ...account, trashed: now }, what: 'account-trashed', back: { kind: 'restore' } }
        : null;
    case 'restore': {
      const { trashed, ...kept } = account;
      return trashed === undefined ? null : { account: kept, what: 'account-restored', back: { kind: 'trash' } };
    }
    case 'move': {
      const { client = null, ...kept } = account;
      if (client === act.client) return null;
      const moved = { ...kept, changed: now, ...(act.client === null ? {} : { client: act.client }) };
      return { account: moved, what: 'account-changed', back: { kind: 'move', client } };
    }
    default: {
      const [tags, back] = tagged(account.tags, act);
      return tags === null ? null : { account: { ...account, tags, changed: now }, what: 'account-changed', back };
    }
  }
}

type TagAct = Extract<BulkAct, { tag: string }>;

function tagged(tags: readonly string[], act: TagAct): [string[] | null, BulkAct] {
  const { tag } = act;
  const has = tags.includes(tag);
  const others = tags.filter((one) => one !== tag);
  switch (act.kind) {
    case 'tag':
      return [has || tags.length >= MOST_TAGS ? null : [...tags, tag], { kind: 'untag', tag }];
    case 'untag':
      return [has ? others : null, { kind: 'tag', tag }];
    case 'retag': {
      if (!has || act.to === tag) return [null, act];
      // Where both were, only the one that went comes back.
      if (tags.includes(act.to)) return [others, { kind: 'tag', tag }];
      return [tags.map((one) => (one === tag ? act.to : one)), { kind: 'retag', tag: act.to, to: tag }];
    }
  }
}
