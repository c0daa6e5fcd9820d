import type { LiveCode } from '../../../shared/contracts/engine/common.ts';
import type { ReceivedDetail, ReceivedRow } from '../../../shared/contracts/engine/grants.ts';
import type { InboxItem } from '../../../shared/contracts/engine/inbox.ts';
import { isRefused, type Refused, refuse } from '../../../shared/errors.ts';
import { b64u, fromB64u } from '../bytes.ts';
import { type CodePass, passCodeCount } from '../codes/pass.ts';
import { nextOpening } from '../codes/live-code.ts';
import { shownPassCode } from '../codes/shown-code.ts';
import type { GrantBody } from '../messages/handoff.ts';
import type { Contacts } from '../people/contacts.ts';
import type { Book, Draft } from '../records/book.ts';
import type { Data, Entry } from '../records/shapes.ts';
import { endOf } from './grant-state.ts';

type OfferedItem = NonNullable<InboxItem['handoff']>['items'][number];
type Item = GrantBody['items'][number];

/** What a handoff brings, as the inbox hands it over. */
export interface Arrival {
  readonly body: GrantBody;
  readonly contact: string;
  readonly message: string;
  readonly hash: string;
  readonly iat: number;
}

/** Accounts lent to us: kept with their end, shown inside it, purged after it. */
export class Received {
  readonly #book: Book;
  readonly #contacts: Contacts;

  constructor(book: Book, contacts: Contacts) {
    this.#book = book;
    this.#contacts = contacts;
  }

  /** Drafts the records of a handoff; a known grant is restated. Gives the grant's record id. */
  take(draft: Draft, { body, contact, message, hash, iat }: Arrival): string {
    const known = this.#book.all('grant').find(({ data }) => data.side === 'received' && data.grant === body.grant);
    const grant = known?.id ?? this.#book.newId();
    const items = new Map((known?.data.accounts ?? []).map((item) => [this.#book.get('received', item)?.account, item]));
    const accounts = new Set(known?.data.accounts ?? []);
    for (const item of body.items) {
      const id = items.get(item.account) ?? this.#book.newId();
      accounts.add(id);
      const pass = body.passes?.find((one) => one.account === item.account);
      draft.put('received', id, this.#item(id, grant, item, pass));
    }
    const passes = body.passes ?? [];
    const windows = passes.flatMap(({ windows: all, period }) =>
      all.map(({ first_step, count }) => ({ from: first_step * period, until: (first_step + count) * period })),
    );
    draft.put('grant', grant, {
      side: 'received',
      grant: body.grant,
      contact,
      accounts: [...accounts],
      live_codes: body.items.filter(({ live_codes }) => live_codes).map(({ account }) => account),
      what: whatOf(body),
      rules: [],
      ...(body.level === undefined ? {} : { level: body.level }),
      ...(body.note === undefined ? {} : { note: body.note }),
      made: known?.data.made ?? this.#book.now(),
      from: body.use_from ?? iat,
      until: body.use_until,
      windows: windows.slice(0, 256),
      codes: passes.reduce((sum, pass) => sum + passCodeCount(pass), 0),
      last_iat: iat,
      message,
      message_hash: hash,
      ...(known?.data.opened === undefined ? {} : { opened: known.data.opened }),
      ...(known?.data.override === undefined ? {} : { override: known.data.override }),
      receipts: known?.data.receipts ?? [],
    });
    return grant;
  }

  list({ offset, limit }: { offset: number; limit: number }): { total: number; rows: ReceivedRow[] } {
    const order = { open: 0, outside: 1, no_codes: 2, ended: 3, given_back: 4 } as const;
    const all = this.#taken()
      .map((entry) => this.#row(entry))
      .toSorted((a, b) => order[a.state] - order[b.state] || a.until - b.until);
    return { total: all.length, rows: all.slice(offset, offset + limit) };
  }

  get(id: string): ReceivedDetail | Refused {
    const found = this.#find(id);
    if (found === null) return refuse('not_found');
    const { item, grant } = found;
    const now = this.#book.now();
    const windows = spansOf(item);
    const arrived = this.#book.all('arrived').find(({ data }) => data.kind === 'handoff' && data.grant === item.grant);
    return {
      row: this.#row({ id, data: item }),
      secretsClosed: this.isClosed(grant),
      message: arrived?.id ?? '',
      password: item.password !== undefined,
      backupCodes: item.backup_codes.map((code) => ({ id: code.id })),
      liveCodes: item.live_codes,
      links: item.links,
      notes: item.notes ?? null,
      rules: item.rules,
      steps: item.steps,
      level: grant.level ?? null,
      note: grant.note ?? null,
      windows,
      windowsLeft: windows.filter(({ from }) => from > now).length,
    };
  }

  /** The code now; outside the windows there is none here, only the time of the next window. */
  code(id: string): { live: LiveCode | null; opens: number | null } | Refused {
    const found = this.#usable(id);
    if (isRefused(found)) return found;
    const pass = this.#pass(id, found.item);
    if (pass === null) return { live: null, opens: null };
    const now = this.#book.now();
    return { live: shownPassCode(pass, now), opens: nextOpening(pass, now) };
  }

  /** Text of one secret, while its time lasts and its sender's words were typed. */
  async secret(id: string, field: string): Promise<string | Refused> {
    const found = this.#usable(id);
    if (isRefused(found)) return found;
    const { item } = found;
    if (field === 'username') return item.username ?? refuse('not_found');
    const code = field.startsWith('backup/') ? item.backup_codes.find((one) => one.id === field.slice(7)) : undefined;
    const sealed = field === 'password' ? item.password : code?.code;
    const path = field === 'password' ? 'password' : `backup_codes/${code?.id}/code`;
    const text = sealed === undefined ? null : this.#book.openText(id, path, sealed);
    if (text === null) return refuse('not_found');
    const noted = await this.#book.change((draft) => {
      draft.note('received-password-used', { ref: item.grant });
      return {};
    });
    return isRefused(noted) && this.#book.readOnly === null ? noted : text;
  }

  /** True while secrets stay closed: the sender is not verified and nobody chose to open them all the same. */
  isClosed(grant: Data<'grant'>): boolean {
    return grant.override === undefined && this.#book.get('contact', grant.contact)?.state !== 'verified';
  }

  /** What the inbox shows of an item before it is taken up. */
  offered(id: string): OfferedItem | null {
    const item = this.#book.get('received', id);
    if (item === null) return null;
    return {
      account: item.account,
      platform: item.platform,
      title: item.title,
      username: item.username ?? null,
      password: item.password !== undefined,
      backupCodes: item.backup_codes.length,
      liveCodes: item.live_codes,
      codes: item.pass === undefined ? 0 : passCodeCount(item.pass),
      windows: spansOf(item),
      rules: item.rules,
      steps: item.steps,
    };
  }

  /** Drafts the removal of a grant's secrets from this vault; facts stay. */
  purge(draft: Draft, id: string, grant: Data<'grant'>): void {
    for (const item of grant.accounts) {
      const data = this.#book.get('received', item);
      if (data === null) continue;
      const { password: _p, pass: _c, notes: _n, ...kept } = data;
      draft.put('received', item, { ...kept, backup_codes: [] });
    }
    draft.put('grant', id, { ...grant, purged: this.#book.now() });
  }

  /** Purges what is over, at unlock and as time passes. */
  async sweep(): Promise<void> {
    const now = this.#book.now();
    const due = this.#book
      .all('grant')
      .filter(({ data }) => data.side === 'received' && data.purged === undefined && now >= endOf(data));
    if (due.length === 0) return;
    await this.#book.change((draft) => {
      for (const { id } of due) {
        const grant = this.#book.get('grant', id);
        if (grant === null || grant.purged !== undefined) continue;
        this.purge(draft, id, grant);
        draft.note('received-purged', { ref: id });
      }
      return {};
    });
  }

  #item(id: string, grant: string, item: Item, pass: CodePass | undefined): Data<'received'> {
    const codes = pass === undefined ? null : fromB64u(pass.codes);
    const passId = this.#book.newId();
    return {
      grant,
      account: item.account,
      platform: item.platform,
      title: item.title,
      live_codes: item.live_codes,
      ...(item.username === undefined ? {} : { username: item.username }),
      ...(item.password === undefined ? {} : { password: this.#book.seal(id, 'password', 1, item.password) }),
      backup_codes: (item.backup_codes ?? []).map((code) => {
        const entry = this.#book.newId();
        return { id: entry, code: this.#book.seal(id, `backup_codes/${entry}/code`, 1, code) };
      }),
      links: [...(item.links ?? [])],
      ...(item.notes === undefined ? {} : { notes: item.notes }),
      rules: [...(item.rules ?? [])],
      steps: [...(item.steps ?? [])],
      ...(pass === undefined || codes === null
        ? {}
        : {
            pass: {
              id: passId,
              alphabet: pass.alphabet,
              digits: pass.digits,
              period: pass.period,
              windows: pass.windows.map((window) => ({ ...window })),
              codes: this.#book.seal(id, 'pass/codes', 1, codes),
            },
          }),
    };
  }

  #pass(id: string, item: Data<'received'>): CodePass | null {
    const held = item.pass;
    const bytes = held === undefined ? null : this.#book.open(id, 'pass/codes', held.codes);
    if (held === undefined || bytes === null) return null;
    const { alphabet, digits, period, windows } = held;
    return { account: item.account, alphabet, digits, period, windows, codes: b64u(bytes) };
  }

  #find(id: string): { item: Data<'received'>; grant: Data<'grant'> } | null {
    const item = this.#book.get('received', id);
    const grant = item === null ? null : this.#book.get('grant', item.grant);
    return item === null || grant === null ? null : { item, grant };
  }

  /** SECURITY: every way to a secret or a code passes here, so that neither time nor an unchecked key is forgotten. */
  #usable(id: string): { item: Data<'received'>; grant: Data<'grant'> } | Refused {
    const found = this.#find(id);
    if (found === null) return refuse('not_found');
    const { grant } = found;
    if (this.#book.now() >= endOf(grant) || grant.purged !== undefined) return refuse('access_ended');
    return this.isClosed(grant) ? refuse('secrets_closed') : found;
  }

  #taken(): readonly Entry<'received'>[] {
    return this.#book.all('received').filter(({ data }) => this.#book.get('grant', data.grant)?.opened !== undefined);
  }

  #row({ id, data }: Entry<'received'>): ReceivedRow {
    const grant = this.#book.get('grant', data.grant);
    const now = this.#book.now();
    const until = grant?.until ?? now;
    const spans = spansOf(data);
    const open = spans.find(({ from, until: end }) => from <= now && now < end);
    const next = spans.find(({ from }) => from > now);
    const over = grant === null || now >= endOf(grant) || grant.purged !== undefined;
    const givenBack = over && grant?.ended !== undefined && grant.ended < grant.until;
    const state = givenBack
      ? 'given_back'
      : over
        ? 'ended'
        : data.pass === undefined
          ? 'no_codes'
          : open !== undefined
            ? 'open'
            : 'outside';
    return {
      id,
      platform: data.platform,
      title: data.title,
      username: data.username ?? null,
      lentBy: this.#contacts.ref(grant?.contact ?? null),
      state,
      from: grant?.from ?? until,
      until: givenBack ? (grant?.ended ?? until) : until,
      windowAt: over ? null : (open?.until ?? next?.from ?? null),
    };
  }
}

function spansOf(item: Data<'received'>): { from: number; until: number }[] {
  const pass = item.pass;
  if (pass === undefined) return [];
  return pass.windows.map(({ first_step, count }) => ({
    from: first_step * pass.period,
    until: (first_step + count) * pass.period,
  }));
}

function whatOf(body: GrantBody): Data<'grant'>['what'] {
  const what: Data<'grant'>['what'] = [];
  if (body.items.some(({ password }) => password !== undefined)) what.push('password');
  if (body.passes !== undefined) what.push('codes');
  if (body.items.some(({ backup_codes }) => backup_codes !== undefined)) what.push('backup_codes');
  if (body.items.some(({ live_codes }) => live_codes)) what.push('live_codes');
  return what;
}
