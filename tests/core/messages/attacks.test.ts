import { describe, expect, it } from 'vitest';
import { b64u, concat, utf8 } from '../../../main/core/bytes.ts';
import { boxSeal, deriveKey, randomBytes, sign } from '../../../main/core/crypto/sodium.ts';
import { accept } from '../../../main/core/messages/accept.ts';
import { fixedHeader, messageHash, signedBytes } from '../../../main/core/messages/layout.ts';
import { openMessage } from '../../../main/core/messages/open.ts';
import type { Payload } from '../../../main/core/messages/payload.ts';
import type { Identity } from '../../../main/core/people/identity.ts';
import { makeCard } from '../../../main/core/people/card.ts';
import {
  bodyUnder,
  codeRequest,
  DAY,
  farid,
  forFarid,
  forged,
  GRANT,
  grantFrom,
  handoff,
  head,
  headerFor,
  log,
  mallory,
  NOW,
  olga,
  openRequest,
  revoke,
  sealed,
  sentAs,
  tess,
  worldOf,
} from './scene.ts';

/** The signed inside of a message its recipient has opened. */
function insideOf(message: Uint8Array<ArrayBuffer>, reader: Identity): Uint8Array {
  const opened = openMessage(message, reader.box);
  if (typeof opened === 'string') throw new Error(opened);
  const { payload, signature } = opened;
  return concat(new Uint8Array(new Uint32Array([payload.length]).buffer), payload, signature);
}

describe('someone on the way', () => {
  const message = sealed(handoff(olga, farid), olga, farid);

  it('cannot open what was sealed to another', () => {
    expect(forFarid(message)).toBe('accepted');
    expect(accept(message, worldOf(tess, { contacts: [[olga, 'verified']] })).class).toBe('not_for_me');
  });

  it('cannot replay a message', () => {
    const payload = handoff(olga, farid);
    const again = sealed(payload, olga, farid);
    const verdict = accept(again, worldOf(farid, { contacts: [[olga, 'verified']] }));
    if (!('message' in verdict)) throw new Error(verdict.class);
    const { from, id, until } = verdict.remember;
    expect(until).toBe(payload.exp + 2 * DAY);
    expect(forFarid(again, { seen: [[from, id]] })).toBe('seen');
    expect(forFarid(again, { seen: [[tess.fp, id]] })).toBe('accepted');
  });

  it('cannot exchange the kind in the header, whatever the kind', () => {
    const results = new Set<string>();
    for (let kind = 0; kind < 256; kind++) {
      const other = message.slice();
      other[9] = kind;
      if (kind !== 1) results.add(forFarid(other));
    }
    expect(results).toEqual(new Set(['recipients', 'seal', 'kind']));
  });

  it('cannot change the order of stanzas or put another in', () => {
    const both = sealed(handoff(olga, farid, tess), olga, farid, tess);
    const swapped = both.slice();
    swapped.set(both.subarray(91, 171), 11);
    swapped.set(both.subarray(11, 91), 91);
    expect(forFarid(both)).toBe('accepted');
    expect(forFarid(swapped)).toBe('seal');
  });
});

describe('a recipient', () => {
  it('cannot pass a message on as if it were put to a third person', () => {
    const inside = insideOf(sealed(handoff(olga, farid), olga, farid), farid);
    const { header, key } = headerFor(1, tess);
    const forTess = worldOf(tess, { contacts: [[olga, 'verified']] });
    expect(accept(bodyUnder(header, inside, key), forTess).class).toBe('signature');
  });

  it('cannot turn one kind into another by sealing the payload again', () => {
    const inside = insideOf(sealed(revoke(olga, farid), olga, farid), farid);
    for (const kind of [1, 2, 3, 4, 5, 6, 7]) {
      const { header, key } = headerFor(kind, farid);
      expect(forFarid(bodyUnder(header, inside, key))).toBe('signature');
    }
  });

  it('cannot make two bodies fit one header: each key has its own commitment', () => {
    const [one, two] = [randomBytes(32), randomBytes(32)];
    const { header } = headerFor(1, farid, one, two);
    for (const key of [one, two]) expect(forFarid(bodyUnder(header, utf8('x'), key))).toBe('commitment');
  });

  it('cannot be shown one body while another recipient is shown another', () => {
    const [one, two] = [randomBytes(32), randomBytes(32)];
    const header = concat(
      fixedHeader(1, 2),
      boxSeal(one, farid.box.publicKey, randomBytes(32)),
      boxSeal(two, tess.box.publicKey, randomBytes(32)),
      deriveKey(32, 2, 'lk1envlp', one),
      randomBytes(24),
    );
    const message = bodyUnder(header, utf8('x'), two);
    expect(accept(message, worldOf(tess)).class).toBe('commitment');
    expect(forFarid(message)).toBe('seal');
  });

  it('cannot use another body under a header that was signed', () => {
    const { header, key } = headerFor(6, farid);
    const payloads = ['one', 'two'].map((reason) => ({ ...revoke(olga, farid), body: { grant: GRANT, reason } }));
    const [first, second] = payloads.map((payload) => utf8(JSON.stringify(payload)));
    if (first === undefined || second === undefined) throw new Error('two payloads');
    const signature = sign(signedBytes(6, header, first), olga.sign.privateKey);
    const length = new Uint8Array(new Uint32Array([first.length]).buffer);
    expect(forFarid(bodyUnder(header, concat(length, first, signature), key))).toBe('accepted');
    expect(forFarid(bodyUnder(header, concat(length, second, signature), key))).toBe('signature');
  });

  it('sees a list of recipients that is shorter, longer or without them as false', () => {
    for (const to of [[], [tess.fp], [farid.fp, tess.fp]]) {
      expect(forFarid(forged(1, { ...handoff(olga, farid), to }, olga, farid))).toBe('recipient_list');
    }
    expect(forFarid(forged(1, handoff(olga, farid), olga, farid, tess))).toBe('recipient_list');
  });

  it('sees payload and header disagree about the kind, both signed by the sender', () => {
    const inner: Payload[] = [revoke(olga, farid), handoff(olga, farid), openRequest(olga)];
    for (const payload of inner) {
      for (const kind of [1, 2, 5, 6]) {
        const expected = payload.kind === kind ? 'accepted' : payload.kind === 0 ? 'recipient_list' : 'kind_mismatch';
        expect(forFarid(forged(kind, payload, olga, farid))).toBe(expected);
      }
    }
  });
});

describe('someone who claims to be another', () => {
  it('is unknown with a key of their own, even under a known name', () => {
    expect(mallory.card.name).toBe(olga.card.name);
    expect(forFarid(sealed(handoff(mallory, farid), mallory, farid))).toBe('unknown_sender');
  });

  it('cannot name another in `from`', () => {
    expect(forFarid(forged(1, handoff(olga, farid), mallory, farid))).toBe('signature');
    expect(forFarid(forged(6, revoke(olga, farid), mallory, farid))).toBe('signature');
  });

  it('cannot speak with a key that was retired', () => {
    const message = sealed(handoff(olga, farid), olga, farid);
    expect(forFarid(message, { contacts: [[olga, 'retired']] })).toBe('retired');
    expect(accept(sealed(openRequest(farid), farid), worldOf(olga, { contacts: [[farid, 'retired']] })).class).toBe('retired');
  });

  it('cannot bring the card of another into an open request', () => {
    const payload = openRequest(farid);
    const stolen = { ...payload, body: { ...payload.body, card: b64u(olga.card.bytes) } };
    expect(accept(forged(0, stolen, farid), worldOf(tess)).class).toBe('unknown_sender');
    expect(accept(forged(0, { ...stolen, from: olga.fp }, farid), worldOf(tess)).class).toBe('signature');
  });

  it('cannot mix keys of two people into one card', () => {
    const mixed = makeCard({ ...farid, box: mallory.box }, 'Farid Freelancer');
    const payload = openRequest(farid);
    const body = { ...payload.body, card: b64u(mixed.bytes) };
    expect(accept(forged(0, { ...payload, body }, farid), worldOf(olga)).class).toBe('unknown_sender');
  });
});

describe('a stranger who answers an open request', () => {
  const asked = openRequest(farid);
  const message = sealed(asked, farid);
  const answer = { re: asked.id, reh: b64u(messageHash(message)) };
  const withCard = (from: typeof olga) => {
    const payload = handoff(from, farid);
    return { ...payload, ...answer, body: { ...payload.body, card: b64u(from.card.bytes) } };
  };
  const judge = (payload: Payload, from: typeof olga, sent = sentAs(asked, message)) =>
    accept(sealed(payload, from, farid), worldOf(farid, { sent }));

  it('is taken as unverified and proposes a contact, whoever it is, and the request goes on waiting', () => {
    for (const from of [olga, mallory]) {
      const verdict = judge(withCard(from), from);
      if (!('message' in verdict)) throw new Error(verdict.class);
      expect([verdict.class, verdict.sender, verdict.card?.fp, verdict.closes]).toEqual(['unverified', 'stranger', from.fp, null]);
      expect(verdict.raises).toEqual({ grant: GRANT, iat: NOW });
    }
  });

  it('is unknown without a request that waits', () => {
    expect(judge(withCard(olga), olga, {}).class).toBe('unknown_sender');
    expect(judge(withCard(olga), olga, sentAs(asked, message, { answered: true })).class).toBe('unknown_sender');
    expect(judge(withCard(olga), olga, sentAs(asked, message, { exp: NOW })).class).toBe('unknown_sender');
    expect(judge(withCard(olga), olga, sentAs(asked, message, { kind: 6 })).class).toBe('unknown_sender');
    expect(judge(withCard(olga), olga, sentAs(asked, message, { kind: 2, to: [tess.fp] })).class).toBe('unknown_sender');
    expect(judge({ ...withCard(olga), reh: log.h }, olga).class).toBe('unknown_sender');
  });

  it('is unknown without a card, or with the card of another', () => {
    expect(judge({ ...handoff(olga, farid), ...answer }, olga).class).toBe('unknown_sender');
    const payload = withCard(olga);
    expect(judge({ ...payload, body: { ...payload.body, card: b64u(mallory.card.bytes) } }, olga).class).toBe('unknown_sender');
  });

  it('closes the request once the sender is a verified contact', () => {
    const world = { contacts: [[olga, 'verified']] as const, sent: sentAs(asked, message) };
    const verdict = accept(sealed(withCard(olga), olga, farid), worldOf(farid, world));
    expect('message' in verdict && verdict.closes).toBe(asked.id);
  });

  it('cannot answer by any other kind', () => {
    const card = b64u(olga.card.bytes);
    const refusal = { ...head(olga, farid), kind: 1 as const, ...answer, log, body: { refused: true as const, card } };
    expect(judge(refusal, olga).class).toBe('unverified');
    for (const kind of [2, 3, 5, 6])
      expect(accept(forged(kind, refusal, olga, farid), worldOf(farid)).class).toBe('unknown_sender');
    expect(judge(revoke(olga, farid), olga).class).toBe('unknown_sender');
  });
});

describe('times', () => {
  const at = (now: number, times: { iat?: number; exp?: number } = {}) => {
    const payload = { ...handoff(olga, farid), ...times };
    return forFarid(forged(1, payload, olga, farid), { now });
  };

  it('hold to the second', () => {
    expect(at(NOW - DAY)).toBe('accepted');
    expect(at(NOW - DAY - 1)).toBe('not_yet');
    expect(at(NOW + 30 * DAY - 1)).toBe('accepted');
    expect(at(NOW + 30 * DAY)).toBe('expired');
    expect(at(NOW, { exp: NOW + 400 * DAY })).toBe('accepted');
    expect(at(NOW, { exp: NOW + 400 * DAY + 1 })).toBe('lifetime');
    expect(at(NOW - DAY, { exp: NOW })).toBe('lifetime');
    expect(at(NOW - DAY, { exp: NOW - 1 })).toBe('lifetime');
  });

  it('do not come back with a clock that is set back: the caller gives the highest time seen', () => {
    const message = sealed(handoff(olga, farid), olga, farid);
    const highest = NOW + 31 * DAY;
    expect(forFarid(message, { now: Math.max(NOW, highest) })).toBe('expired');
  });
});

describe('rules of a grant', () => {
  it('a code request needs a grant given to its sender, with that account and live codes', () => {
    const message = sealed(codeRequest(farid, olga), farid, olga);
    const judge = (grants: ReturnType<typeof grantFrom>) =>
      accept(message, worldOf(olga, { contacts: [[farid, 'verified']], grants })).class;
    expect(judge(grantFrom(farid, { mine: true }))).toBe('accepted');
    expect(judge({})).toBe('unmatched');
    expect(judge(grantFrom(farid))).toBe('unmatched');
    expect(judge(grantFrom(tess, { mine: true }))).toBe('unmatched');
    expect(judge(grantFrom(farid, { mine: true, accounts: new Set() }))).toBe('unmatched');
    expect(judge(grantFrom(farid, { mine: true, liveCodes: new Set() }))).toBe('unmatched');
  });

  it('a handoff delayed past its revoke stays dead, as does anything not newer than the last', () => {
    const message = sealed(handoff(olga, farid), olga, farid);
    expect(forFarid(message, { grants: grantFrom(olga, { lastIat: NOW - 1 }) })).toBe('accepted');
    expect(forFarid(message, { grants: grantFrom(olga, { lastIat: NOW }) })).toBe('stale');
    expect(forFarid(sealed(revoke(olga, farid), olga, farid), { grants: grantFrom(olga, { lastIat: NOW }) })).toBe('stale');
  });

  it('no one ends or restates a grant that came from another, or one I gave', () => {
    for (const payload of [handoff(olga, farid), revoke(olga, farid)]) {
      const message = sealed(payload, olga, farid);
      expect(forFarid(message, { grants: grantFrom(tess) })).toBe('unmatched');
      expect(forFarid(message, { grants: grantFrom(olga, { mine: true }) })).toBe('unmatched');
    }
    expect(forFarid(sealed(revoke(olga, farid), olga, farid))).toBe('accepted');
  });
});
