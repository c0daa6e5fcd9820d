import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import { type Refused, refuse } from '../../../shared/errors.ts';
import type { Exposures } from '../access/exposures.ts';
import { stateOf } from '../access/grant-state.ts';
import type { Log } from '../access/log.ts';
import type { Contacts } from '../people/contacts.ts';
import type { Book } from '../records/book.ts';
import type { Data } from '../records/shapes.ts';
import { ALGORITHM_NAMES } from './pending-keys.ts';
import { type KeySettings, settingsOf, standing } from './seed-factor.ts';

/** Grants an account's page lists, those that end first. */
const MOST_SHOWN = 100;

/** What an account's page shows: facts only, no secret among them. */
export class AccountDetails {
  readonly #book: Book;
  readonly #contacts: Contacts;
  readonly #exposures: Exposures;
  readonly #log: Log;

  constructor(book: Book, contacts: Contacts, exposures: Exposures, log: Log) {
    this.#book = book;
    this.#contacts = contacts;
    this.#exposures = exposures;
    this.#log = log;
  }

  get(id: string): AccountDetail | Refused {
    const data = this.#book.get('account', id);
    if (data === null) return refuse('not_found');
    const exposures = this.#exposures.views(id);
    const exposed = exposures.some(({ secret }) => secret === 'password');
    return {
      id,
      client: data.client ?? null,
      platform: data.platform,
      kind: data.kind,
      title: data.title,
      username: data.username ?? null,
      recoveryMail: data.recovery_mail ?? null,
      recoveryPhone: data.recovery_phone ?? null,
      address: data.address ?? null,
      tags: data.tags,
      owner: this.#contacts.ref(data.owner ?? null),
      password: data.password === undefined ? null : { changed: data.password_set ?? data.made, exposed },
      candidate: data.candidate === undefined ? null : { made: data.candidate_made ?? data.changed },
      hasNotes: data.notes !== undefined,
      factors: standing(data).map(factorView),
      backupCodes: data.backup_codes.map((code) => ({ id: code.id, used: code.used ?? null })),
      fields: data.fields.map(({ id: field, name, value, secret }) => ({
        id: field,
        name,
        value: value ?? null,
        secret: secret !== undefined,
      })),
      history: data.history.map(({ id: entry, set, replaced }) => ({ id: entry, set, replaced })).toReversed(),
      earlier: (data.earlier ?? [])
        .map(({ id: entry, of, name, replaced }) => ({ id: entry, of, name: name ?? null, replaced }))
        .toReversed(),
      earlierKeys: data.factors.flatMap(earlierKeyView).toSorted((a, b) => b.replaced - a.replaced),
      access: this.#access(id),
      exposures,
      lately: this.#log.list({ account: id, offset: 0, limit: 6 }).rows,
      made: data.made,
      changed: data.changed,
      used: data.used ?? null,
      trashed: data.trashed ?? null,
      pinned: data.pinned !== undefined,
    };
  }

  #access(account: string): AccountDetail['access'] {
    const now = this.#book.now();
    return this.#book
      .all('grant')
      .filter(
        ({ data }) =>
          data.side === 'given' && data.accounts.includes(account) && data.closed === undefined && data.refused === undefined,
      )
      .map(({ id, data }) => ({
        grant: id,
        person: this.#contacts.ref(data.contact),
        state: stateOf(data, now),
        until: data.until,
        what: data.what,
      }))
      .toSorted((a, b) => a.until - b.until)
      .slice(0, MOST_SHOWN);
  }
}

function factorView(factor: Data<'account'>['factors'][number]): AccountDetail['factors'][number] {
  const { id, kind, note, set, confirmed = false, outside } = factor;
  const settings = settingsOf(factor);
  return {
    id,
    kind,
    note: note ?? null,
    authenticator: settings === null ? null : { ...shownSettings(settings), confirmed },
    changed: set ?? null,
    outside: outside !== undefined,
  };
}

/** An authenticator that gives no codes any more, while its key is kept. */
function earlierKeyView(factor: Data<'account'>['factors'][number]): AccountDetail['earlierKeys'] {
  const { id, seed, replaced, confirmed = false } = factor;
  const settings = settingsOf(factor);
  if (seed === undefined || replaced === undefined || settings === null) return [];
  return [{ id, replaced, authenticator: { ...shownSettings(settings), confirmed } }];
}

function shownSettings({ type, algorithm, digits, period, counter }: KeySettings) {
  return { type, algorithm: ALGORITHM_NAMES[algorithm], digits, period, counter };
}
