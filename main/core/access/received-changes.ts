import { isRefused, type Refused, refuse } from '../../../shared/errors.ts';
import { fromB64u } from '../bytes.ts';
import type { ArrivedFacts, Arriving } from '../messages/arrivals.ts';
import { ABOUT, shortened } from '../messages/inbox-rules.ts';
import type { Book, Draft } from '../records/book.ts';
import { groupedBy } from '../records/grouped.ts';
import type { Data, Entry } from '../records/shapes.ts';
import { endOf } from './grant-state.ts';
import type { RequestArrivals } from './request-arrivals.ts';
import type { Receipts } from './receipts.ts';
import type { Received } from './received.ts';
import { grantFacts } from './received-facts.ts';

const byMessage = ({ data }: Entry<'code_request'>): string => data.message;
const byNumber = ({ data }: Entry<'grant'>): string => data.grant;

/** What a grant's giver sends after its handoff: its end, and codes for longer. */
export class ReceivedChanges {
  readonly #book: Book;
  readonly #received: Received;
  readonly #receipts: Receipts;
  readonly #requests: RequestArrivals;

  constructor(of: { book: Book; received: Received; receipts: Receipts; requests: RequestArrivals }) {
    this.#book = of.book;
    this.#received = of.received;
    this.#receipts = of.receipts;
    this.#requests = of.requests;
  }

  /** Takes a revoke: the secrets leave this vault and a receipt is ready; with `supersedes` only what that message brought. */
  readonly revoke = (draft: Draft, { payload, hash, contact }: Arriving<6>): ArrivedFacts | Refused => {
    const { body, id: message, iat, from } = payload;
    const found = this.#find(body.grant, contact);
    if (found === null) {
      // Its handoff is late or lost: what that would bring must stay dead.
      const now = this.#book.now();
      draft.put('revoked', this.#book.newId(), { from, grant: body.grant, iat, at: now, reason: body.reason });
      draft.note('revoke-read', { who: from });
      return { kind: 'revoke', waiting: false, message, hash, reason: body.reason };
    }
    const { id, data } = found;
    const items = this.#items(data);
    const about = shortened(items.map(([, item]) => item.title).join(', '), ABOUT);
    const facts = { kind: 'revoke' as const, message, hash, grant: id, about, reason: body.reason };
    draft.note('revoke-read', { who: from, ref: id });
    if (body.supersedes !== undefined) {
      this.#supersede(draft, found, body.supersedes, iat);
      return { ...facts, waiting: false };
    }
    // What was given back before stays given back.
    const isRevoked = data.ended === undefined;
    const answers = { re: message, reh: hash };
    const receipt = this.#receipts.seal(draft, { contact, answers, grant: id, event: 'purged', about, isRevoked });
    if (isRefused(receipt)) return receipt;
    const now = this.#book.now();
    const ended = now < endOf(data) ? { ended: now } : {};
    this.#received.purge(draft, id, { ...data, ...ended, last_iat: iat, revoked: now, revoke_reason: body.reason });
    this.#received.settle(draft, id);
    return { ...facts, waiting: true, answer: receipt.id };
  };

  /** Takes codes for longer: they replace those of the accounts they name, and the grant's end is theirs. */
  readonly pass = (draft: Draft, arriving: Arriving<7>): ArrivedFacts | Refused => {
    const { payload, hash, contact } = arriving;
    const { body, id: message, iat, from, re } = payload;
    const found = this.#find(body.grant, contact);
    if (found === null) return refuse('could_not_open', { why: 'unmatched' });
    if (re !== undefined) this.#answered(draft, re, message);
    const { id, data } = found;
    const items = new Map(this.#items(data));
    const about = shortened([...items.values()].map(({ title }) => title).join(', '), ABOUT);
    draft.note('pass-read', { who: from, ref: id });
    const facts = { kind: 'pass' as const, waiting: false, message, hash, grant: id, about };
    // Given back, declined or revoked here: codes that were on their way revive nothing.
    if (data.ended !== undefined || data.refused !== undefined || data.revoked !== undefined) {
      draft.put('grant', id, { ...data, last_iat: iat });
      return { ...facts, state: 'ended' };
    }
    for (const [item, held] of items) {
      const pass = body.passes.find(({ account }) => account === held.account);
      const codes = pass === undefined ? null : fromB64u(pass.codes);
      if (pass === undefined || codes === null) continue;
      const ver = held.ver + 1;
      const { alphabet, digits, period } = pass;
      const windows = pass.windows.map((window) => ({ ...window }));
      const sealed = this.#book.seal(item, 'pass/codes', ver, codes);
      const next = {
        ...held,
        ver,
        pass: { id: this.#book.newId(), alphabet, digits, period, windows, codes: sealed, brought: message },
      };
      draft.put('received', item, next);
      items.set(item, next);
    }
    // What ran out by its date may go on; its password is gone and stays gone.
    const { purged: _p, ...kept } = data;
    draft.put('grant', id, { ...kept, ...grantFacts([...items.values()]), until: body.use_until, last_iat: iat });
    // An offer that ran out unanswered can be taken up again.
    if (data.opened === undefined)
      for (const { id: item, data: offer } of this.#book.all('arrived'))
        if (offer.grant === id && offer.state === 'offered') draft.put('arrived', item, { ...offer, waiting: true });
    const request = this.#requests.granted(draft, arriving, id);
    // There is nothing to take up: who took the loan up by this key takes more of it by the same.
    if (request !== null && data.opened !== undefined && this.#book.get('request', request)?.state === 'waiting')
      this.#requests.taken(draft, request, contact, id);
    return request === null ? facts : { ...facts, of: request };
  };

  /** Codes for longer may be the answer to a request for a code: that waits no longer. */
  #answered(draft: Draft, re: string, answer: string): void {
    const asked = groupedBy(this.#book.all('code_request'), byMessage).get(re) ?? [];
    for (const { id, data } of asked)
      if (data.side === 'made' && data.state === 'waiting')
        draft.put('code_request', id, { ...data, state: 'answered', answered: this.#book.now(), answer });
  }

  #supersede(draft: Draft, { id, data }: Entry<'grant'>, message: string, iat: number): void {
    const items = new Map(this.#items(data));
    for (const [item, held] of items) {
      const { password, notes, pass, ...kept } = held;
      const isHandoff = held.brought === message;
      const next: Data<'received'> = {
        ...kept,
        lingers: this.#book.now(),
        backup_codes: isHandoff ? [] : kept.backup_codes,
        ...(isHandoff || password === undefined ? {} : { password }),
        ...(isHandoff || notes === undefined ? {} : { notes }),
        ...(pass === undefined || pass.brought === message || (pass.brought === undefined && isHandoff) ? {} : { pass }),
      };
      draft.put('received', item, next);
      items.set(item, next);
    }
    draft.put('grant', id, { ...data, ...grantFacts([...items.values()]), last_iat: iat });
  }

  #find(number: string, contact: string): Entry<'grant'> | null {
    const grants = groupedBy(this.#book.all('grant'), byNumber).get(number) ?? [];
    return grants.find(({ data }) => data.side === 'received' && data.contact === contact) ?? null;
  }

  #items({ accounts }: Data<'grant'>): [string, Data<'received'>][] {
    return accounts.flatMap((id) => {
      const item = this.#book.get('received', id);
      return item === null ? [] : [[id, item] as [string, Data<'received'>]];
    });
  }
}
