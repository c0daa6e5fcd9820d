import type { LiveCode } from '../../../shared/contracts/engine/common.ts';
import type { ReceivedDetail, ReceivedRow } from '../../../shared/contracts/engine/grants.ts';
import type { InboxItem } from '../../../shared/contracts/engine/inbox.ts';
import { type Done, isRefused, type Refused, refuse } from '../../../shared/errors.ts';
import { b64u, fromB64u } from '../bytes.ts';
import { type CodePass, passCodeCount } from '../codes/pass.ts';
import { wipe } from '../crypto/sodium.ts';
import { nextOpening } from '../codes/live-code.ts';
import { shownPassCode } from '../codes/shown-code.ts';
import type { GrantBody } from '../messages/handoff.ts';
import type { Contacts } from '../people/contacts.ts';
import type { Book, Draft } from '../records/book.ts';
import type { Data, Entry } from '../records/shapes.ts';
import { endOf } from './grant-state.ts';
import { grantFacts, lastAsked, spansOf, windowAfter } from './received-facts.ts';

/** Accounts of one grant. */
const MOST_ITEMS = 50;

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

  /**
   * Drafts the records of a handoff. A known grant is restated: the accounts the message names, the others stay. One that was over here, by its
   * end or by the person's own word, is an offer again and has to be taken up anew. Gives the grant's record id.
   */
  take(draft: Draft, { body, contact, message, hash, iat }: Arrival): string | Refused {
    const known = this.#known(body.grant, contact);
    const grant = known?.id ?? this.#book.newId();
    const items = new Map<string, Data<'received'>>();
    for (const id of known?.data.accounts ?? []) {
      const item = this.#book.get('received', id);
      if (item !== null) items.set(id, item);
    }
    for (const item of body.items) {
      const [id, before] = [...items].find(([, { account }]) => account === item.account) ?? [this.#book.newId(), null];
      const pass = body.passes?.find((one) => one.account === item.account);
      const lingers = before?.lingers === undefined ? {} : { lingers: before.lingers };
      items.set(id, { ...this.#item(id, grant, item, { pass, ver: (before?.ver ?? 0) + 1, message }), ...lingers });
    }
    if (items.size > MOST_ITEMS) return refuse('too_many', { max: MOST_ITEMS });
    for (const [id, data] of items) if (body.items.some(({ account }) => account === data.account)) draft.put('received', id, data);
    const now = this.#book.now();
    const goesOn = this.goingOn(body.grant, contact);
    draft.put('grant', grant, {
      side: 'received',
      grant: body.grant,
      contact,
      accounts: [...items.keys()],
      ...grantFacts([...items.values()]),
      rules: [],
      ...(body.level === undefined ? {} : { level: body.level }),
      ...(body.note === undefined ? {} : { note: body.note }),
      made: known?.data.made ?? now,
      // Without a first day it may be used at once, also when the sender's clock is ahead.
      from: body.use_from ?? Math.min(iat, now),
      until: body.use_until,
      last_iat: iat,
      message,
      message_hash: hash,
      ...(goesOn?.data.opened === undefined ? {} : { opened: goesOn.data.opened }),
      ...(known?.data.override === undefined ? {} : { override: known.data.override }),
      receipts: known?.data.receipts ?? [],
    });
    return grant;
  }

  /** A grant of that person's that is neither over nor gone from here, by the number its messages have; null when there is none. */
  goingOn(grant: string, contact: string): Entry<'grant'> | null {
    const known = this.#known(grant, contact);
    return known !== undefined && known.data.purged === undefined && this.#book.now() < endOf(known.data) ? known : null;
  }

  #known(grant: string, contact: string): Entry<'grant'> | undefined {
    return this.#book.all('grant').find(({ data }) => data.side === 'received' && data.grant === grant && data.contact === contact);
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
    if (grant.opened === undefined) return refuse('not_found');
    const now = this.#book.now();
    const windows = spansOf(item);
    const arrived = this.#book.all('arrived').findLast(({ data }) => data.kind === 'handoff' && data.grant === item.grant);
    // SECURITY: notes may hold a secret, and a link of someone unchecked is how people are led astray.
    const isShown = !this.isClosed(grant) && now < endOf(grant);
    return {
      row: this.#row({ id, data: item }),
      secretsClosed: this.isClosed(grant),
      message: arrived?.id ?? item.grant,
      password: item.password !== undefined,
      backupCodes: item.backup_codes.map((code) => ({ id: code.id })),
      liveCodes: item.live_codes,
      links: isShown ? item.links : [],
      notes: isShown && item.notes !== undefined ? this.#book.openText(id, 'notes', item.notes) : null,
      rules: item.rules,
      steps: item.steps,
      level: grant.level ?? null,
      note: grant.note ?? null,
      windows,
      windowsLeft: windows.filter(({ from }) => from > now).length,
      revoked:
        grant.revoked === undefined
          ? null
          : { at: grant.revoked, reason: this.isClosed(grant) ? null : (grant.revoke_reason ?? null) },
      receipt: now >= endOf(grant) && grant.purged !== undefined && grant.message !== undefined,
      asked: lastAsked(this.#book.all('code_request'), id),
    };
  }

  /** The code now; outside the windows there is none here, only the time of the next window. */
  code(id: string): { live: LiveCode | null; opens: number | null } | Refused {
    const found = this.#usable(id);
    if (isRefused(found)) return found.refused === 'access_not_begun' ? { live: null, opens: this.#beginning(id) } : found;
    const pass = this.#pass(id, found.item);
    if (pass === null) return { live: null, opens: null };
    const now = this.#book.clock();
    return { live: shownPassCode(pass, now), opens: nextOpening(pass, now) };
  }

  /** The code now, for copying; the log has it before the clipboard does. Refused when no window is open. */
  async copied(id: string): Promise<string | Refused> {
    const found = this.code(id);
    if (isRefused(found)) return found;
    if (found.live === null) return refuse('no_windows');
    const noted = await this.#note(id, 'received-code-shown');
    return isRefused(noted) ? noted : found.live.code;
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
    if (text === null) return refuse(sealed === undefined ? 'not_found' : 'damaged_vault');
    const noted = await this.#note(id, 'received-password-used');
    return isRefused(noted) ? noted : text;
  }

  // A vault that takes no changes still opens its secrets; what cannot be logged is not withheld. What ended while the log was written is.
  async #note(id: string, what: 'received-password-used' | 'received-code-shown'): Promise<Done | Refused> {
    if (this.#book.readOnly !== null) return {};
    const noted = await this.#book.change<Done>((draft) => {
      const found = this.#usable(id);
      if (isRefused(found)) return found;
      draft.note(what, { who: this.#contacts.fp(found.grant.contact), ref: found.item.grant });
      return {};
    });
    return isRefused(noted) && this.#book.readOnly === null ? noted : {};
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
      draft.put('received', item, { ...kept, backup_codes: [], lingers: this.#book.now() });
    }
    draft.put('grant', id, { ...grant, purged: this.#book.now() });
  }

  /** Drafts that what waited under a grant waits no longer: offers, and codes asked for. */
  settle(draft: Draft, grant: string): void {
    for (const { id, data } of this.#book.all('arrived'))
      if (data.grant === grant && data.waiting)
        draft.put('arrived', id, { ...data, waiting: false, ...(data.state === 'offered' ? { state: 'ended' } : {}) });
    for (const { id, data } of this.#book.all('code_request'))
      if (data.grant === grant && data.state === 'waiting') draft.put('code_request', id, { ...data, state: 'closed' });
  }

  /**
   * Items whose secrets were removed while older frames of the file or older backups may still hold them, each with when. The vault itself keeps
   * this, so that a lock or a crash in between leaves nothing behind for good.
   */
  lingering(): ReadonlyMap<string, number> {
    return new Map(
      this.#book.all('received').flatMap(({ id, data: { lingers } }) => (lingers === undefined ? [] : [[id, lingers]])),
    );
  }

  /** Notes that nothing holds the removed secrets of these items any more; one of which more was removed meanwhile lingers on. */
  async scrubbed(items: ReadonlyMap<string, number>): Promise<void> {
    await this.#book.change((draft) => {
      for (const [id, at] of items) {
        const data = this.#book.get('received', id);
        if (data?.lingers !== at) continue;
        const { lingers: _l, ...kept } = data;
        draft.put('received', id, kept);
      }
      return {};
    });
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
        draft.note('received-purged', { who: this.#contacts.fp(grant.contact), ref: id });
        for (const arrived of this.#book.all('arrived'))
          if (arrived.data.grant === id && arrived.data.waiting)
            draft.put('arrived', arrived.id, { ...arrived.data, waiting: false });
      }
      return {};
    });
  }

  #item(
    id: string,
    grant: string,
    item: Item,
    { pass, ver, message }: { pass: CodePass | undefined; ver: number; message: string },
  ): Data<'received'> {
    const codes = pass === undefined ? null : fromB64u(pass.codes);
    const passId = this.#book.newId();
    return {
      grant,
      account: item.account,
      platform: item.platform,
      title: item.title,
      live_codes: item.live_codes,
      ver,
      brought: message,
      ...(item.username === undefined ? {} : { username: item.username }),
      ...(item.password === undefined ? {} : { password: this.#book.seal(id, 'password', ver, item.password) }),
      backup_codes: (item.backup_codes ?? []).map((code) => {
        const entry = this.#book.newId();
        return { id: entry, code: this.#book.seal(id, `backup_codes/${entry}/code`, 1, code) };
      }),
      links: [...(item.links ?? [])],
      ...(item.notes === undefined ? {} : { notes: this.#book.seal(id, 'notes', ver, item.notes) }),
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
              codes: this.#book.seal(id, 'pass/codes', ver, codes),
            },
          }),
    };
  }

  #pass(id: string, item: Data<'received'>): CodePass | null {
    const held = item.pass;
    const bytes = held === undefined ? null : this.#book.open(id, 'pass/codes', held.codes);
    if (held === undefined || bytes === null) return null;
    const { alphabet, digits, period, windows } = held;
    const codes = b64u(bytes);
    wipe(bytes);
    return { account: item.account, alphabet, digits, period, windows, codes };
  }

  #beginning(id: string): number | null {
    const found = this.#find(id);
    return found === null ? null : windowAfter(spansOf(found.item), found.grant.from);
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
    if (grant.opened === undefined) return refuse('not_found');
    if (this.#book.now() < grant.from) return refuse('access_not_begun');
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
    const from = grant?.from ?? now;
    const next = spans.find((span) => span.from > now && span.until > from);
    const over = grant === null || now >= endOf(grant) || grant.purged !== undefined;
    const early = over && grant?.ended !== undefined && grant.ended < grant.until;
    const givenBack = early && grant.revoked === undefined;
    const state = givenBack
      ? 'given_back'
      : over
        ? 'ended'
        : data.pass === undefined
          ? 'no_codes'
          : open !== undefined && now >= from
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
      until: early ? (grant.ended ?? until) : until,
      windowAt: over ? null : now >= from ? (open?.until ?? next?.from ?? null) : windowAfter(spans, from),
    };
  }
}
