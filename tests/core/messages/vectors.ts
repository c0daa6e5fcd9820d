import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Bytes, concat, fromB64 } from '../../../main/core/bytes.ts';
import type { When } from '../../../main/core/messages/code-request.ts';
import type { AcceptContext, SentMessage } from '../../../main/core/messages/context.ts';
import type { Kind } from '../../../main/core/messages/payload.ts';
import { readCardField } from '../../../main/core/people/card.ts';
import { identityOf } from '../../../main/core/people/identity.ts';

const folder = path.resolve(import.meta.dirname, '../../vectors/latchkey');

/** A file of known answers, as its own test describes it. */
export function vectors<T>(file: string): T {
  return JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as T;
}

export const hex = (text: string): Bytes => new Uint8Array(Buffer.from(text, 'hex'));

/** Standard base64 that must read. */
export function base64(text: string): Bytes {
  const bytes = fromB64(text);
  if (bytes === null) throw new Error('no base64 in a vector');
  return bytes;
}

export interface ContextVector {
  readonly me: { readonly seed_hex: string };
  readonly contacts: readonly { readonly card: string; readonly state: 'unverified' | 'verified' | 'retired' }[];
  readonly now: number;
  readonly seen: readonly (readonly [string, string])[];
  readonly sent: readonly {
    readonly id: string;
    readonly kind: Kind;
    readonly hash: string;
    readonly to: readonly string[];
    readonly exp: number;
    readonly answered: boolean;
    readonly account?: string;
    readonly when?: When;
    readonly use_until?: number;
  }[];
  readonly grants: readonly {
    readonly id: string;
    readonly peer: string;
    readonly mine: boolean;
    readonly last_iat: number;
    readonly accounts: readonly string[];
    readonly live_codes: readonly string[];
  }[];
}

function sentOf(one: ContextVector['sent'][number]): SentMessage {
  const { kind, hash, to, exp, answered, account, when, use_until } = one;
  const base = { kind, hash, to, exp, answered };
  if (account === undefined || when === undefined || use_until === undefined) return base;
  return { ...base, code: { account, when, useUntil: use_until } };
}

/** Look-ups over a context of the vectors. */
export function contextOf(vector: ContextVector): AcceptContext {
  const contacts = vector.contacts.map(({ card, state }) => {
    const read = readCardField(card);
    if (read === null) throw new Error('no card in a vector');
    return { card: read, state };
  });
  return {
    me: identityOf(hex(vector.me.seed_hex)),
    now: vector.now,
    contact: (fp) => contacts.find(({ card }) => card.fp === fp) ?? null,
    seen: (from, id) => vector.seen.some((pair) => pair[0] === from && pair[1] === id),
    sent: (id) => {
      const one = vector.sent.find((sent) => sent.id === id);
      return one === undefined ? null : sentOf(one);
    },
    grant: (id) => {
      const one = vector.grants.find((grant) => grant.id === id);
      if (one === undefined) return null;
      const { peer, mine, last_iat, accounts, live_codes } = one;
      return { peer, mine, lastIat: last_iat, accounts: new Set(accounts), liveCodes: new Set(live_codes) };
    },
  };
}

export interface EnvelopeVector {
  readonly name: string;
  readonly sender_seed_hex: string;
  readonly recipient_seeds_hex: readonly string[];
  readonly payload: string;
  readonly draws: readonly { readonly what: string; readonly hex: string }[];
  readonly stanza_order: readonly number[];
  readonly message: string;
  readonly hash: string;
  readonly size: number;
  readonly context: ContextVector;
  readonly expect: 'accepted' | 'unverified';
}

/** The good messages of all kinds. */
export const goodEnvelopes: readonly EnvelopeVector[] = [0, 1, 2, 3, 4, 5, 6, 7].flatMap(
  (kind) => vectors<{ good: EnvelopeVector[] }>(`envelope-${kind}.json`).good,
);

/** A good message by its name. */
export function goodEnvelope(name: string): EnvelopeVector {
  const found = goodEnvelopes.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no envelope "${name}"`);
  return found;
}

export interface Edit {
  readonly of: string;
  readonly head: number;
  readonly put: string;
  readonly zeros: number;
  readonly tail: number;
}

/** A good message with an edit made to it. */
export function edited({ of, head, put, zeros, tail }: Edit): Bytes {
  const base = base64(goodEnvelope(of).message);
  return concat(base.subarray(0, head), base64(put), new Uint8Array(zeros), base.subarray(base.length - tail));
}
