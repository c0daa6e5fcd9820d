import { describe, expect, it } from 'vitest';
import { type CodePass, packCodes } from '../../../main/core/codes/pass.ts';
import { b64u } from '../../../main/core/bytes.ts';
import { accept } from '../../../main/core/messages/accept.ts';
import type { When } from '../../../main/core/messages/code-request.ts';
import type { SentMessage } from '../../../main/core/messages/context.ts';
import { messageHash } from '../../../main/core/messages/layout.ts';
import { passEnd, passesAreSound, relayPassIsSound } from '../../../main/core/messages/pass-rules.ts';
import type { PayloadOf } from '../../../main/core/messages/payload.ts';
import {
  ACCOUNT,
  codeRequest,
  DAY,
  farid,
  forged,
  GRANT,
  grantFrom,
  head,
  log,
  NOW,
  newId,
  OTHER_ACCOUNT,
  olga,
  sealed,
  sentAs,
  tess,
  worldOf,
} from './scene.ts';

const STEP = Math.floor(NOW / 30);
const DECIMAL = { alphabet: 'decimal', digits: 6 } as const;

function pass(first: number, count: number, more: Partial<CodePass> = {}): CodePass {
  const codes = packCodes(
    Array.from({ length: count }, (_, i) => (i * 7919) % 1_000_000),
    DECIMAL,
  );
  return { account: ACCOUNT, ...DECIMAL, period: 30, windows: [{ first_step: first, count }], codes, ...more };
}

const asked = codeRequest(farid, olga);
const question = sealed(asked, farid, olga);
const code = { account: ACCOUNT, when: { now: true } as When, useUntil: NOW + 14 * DAY };
const waiting = (more: Partial<SentMessage> = {}) => sentAs(asked, question, { code, ...more });

function answer(body: PayloadOf<4>['body'], more: Partial<PayloadOf<4>> = {}): PayloadOf<4> {
  const exp = 'typed' in body ? NOW + 600 : passEnd(body.pass) + 30;
  return { ...head(olga, farid), kind: 4, re: asked.id, reh: b64u(messageHash(question)), exp, log, body, ...more };
}

const judge = (payload: PayloadOf<4> | PayloadOf<7>, sent = waiting(), now = NOW) => {
  const world = { contacts: [[olga, 'verified']] as const, sent, now, grants: grantFrom(olga, { lastIat: 1 }) };
  return accept(forged(payload.kind, payload, olga, farid), worldOf(farid, world));
};

describe('a code that answers a request', () => {
  it('is accepted once, typed or as a pass, and closes the request', () => {
    for (const body of [{ typed: '12 345-6' }, { pass: pass(STEP, 10) }]) {
      const verdict = judge(answer(body));
      expect(verdict.class).toBe('accepted');
      expect('message' in verdict && verdict.closes).toBe(asked.id);
      expect(judge(answer(body), waiting({ answered: true })).class).toBe('unmatched');
    }
  });

  it('fits no request of another, no other request, and nothing but a request', () => {
    const good = answer({ typed: '123456' });
    expect(judge(good, {}).class).toBe('unmatched');
    expect(judge(good, waiting({ to: [tess.fp] })).class).toBe('unmatched');
    expect(judge({ ...good, re: newId() }).class).toBe('unmatched');
    expect(judge({ ...good, reh: log.h }).class).toBe('unmatched');
    for (const kind of [0, 1, 2, 4, 5, 6, 7] as const) expect(judge(good, waiting({ kind })).class).toBe('unmatched');
  });

  it('counts when it was made before the request ended, though it is read after', () => {
    const later = pass(STEP + (2 * DAY) / 30, 10);
    const when = { from: NOW + 2 * DAY, to: NOW + 2 * DAY + 600, zone: 'UTC' };
    const sent = waiting({ code: { ...code, when } });
    expect(judge(answer({ pass: later }), sent, NOW + DAY + 60).class).toBe('accepted');
    const late = answer({ pass: later }, { iat: NOW + DAY });
    expect(judge(late, sent, NOW + DAY + 60).class).toBe('unmatched');
  });

  it('is gone 600 s after it was typed, or 30 s after its last step', () => {
    const typed = answer({ typed: '123456' });
    expect(judge(typed, waiting(), NOW + 599).class).toBe('accepted');
    expect(judge(typed, waiting(), NOW + 600).class).toBe('expired');
    expect(judge({ ...typed, exp: NOW + 601 }).class).toBe('lifetime');
    const small = answer({ pass: pass(STEP, 2) });
    expect(judge({ ...small, exp: small.exp + 1 }).class).toBe('lifetime');
    expect(judge({ ...small, exp: small.exp - 1 }).class).toBe('lifetime');
  });

  it('may come as a renewal too, but not for a request answered already', () => {
    const renewal: PayloadOf<7> = {
      ...head(olga, farid),
      kind: 7,
      re: asked.id,
      reh: b64u(messageHash(question)),
      log,
      body: { grant: GRANT, use_until: NOW + DAY, passes: [pass(STEP, 10)] },
    };
    const verdict = judge(renewal);
    expect('message' in verdict && [verdict.class, verdict.closes]).toEqual(['accepted', asked.id]);
    expect(judge(renewal, waiting({ answered: true })).class).toBe('unmatched');
  });
});

describe('the pass of an answer', () => {
  const sound = (one: CodePass, when: When = { now: true }, useUntil = NOW + DAY) =>
    relayPassIsSound(one, { account: ACCOUNT, when, useUntil }, NOW);

  it('is small: 31 codes, 900 s from first to last', () => {
    expect(sound(pass(STEP, 31))).toBe(true);
    expect(sound(pass(STEP, 32))).toBe(false);
    expect(sound(pass(Math.floor(NOW / 60), 16, { period: 60 }))).toBe(true);
    expect(sound(pass(Math.floor(NOW / 60), 17, { period: 60 }))).toBe(false);
    expect(sound(pass(Math.floor(NOW / 10), 31, { period: 10 }))).toBe(true);
    expect(sound(pass(Math.floor(NOW / 10), 32, { period: 10 }))).toBe(false);
    const twice = {
      windows: [
        { first_step: STEP, count: 2 },
        { first_step: STEP + 29, count: 2 },
      ],
    };
    expect(sound(pass(STEP, 4, twice))).toBe(true);
    expect(
      sound(
        pass(STEP, 4, {
          windows: [
            { first_step: STEP, count: 2 },
            { first_step: STEP + 30, count: 2 },
          ],
        }),
      ),
    ).toBe(false);
  });

  it('is for the account asked for and within the grant', () => {
    expect(sound(pass(STEP, 5, { account: OTHER_ACCOUNT }))).toBe(false);
    expect(sound(pass(STEP, 5), { now: true }, (STEP + 4) * 30)).toBe(true);
    expect(sound(pass(STEP, 5), { now: true }, (STEP + 4) * 30 - 1)).toBe(false);
  });

  it('starts now or with the next step when now was asked for', () => {
    expect(sound(pass(STEP + 1, 5))).toBe(true);
    expect(sound(pass(STEP + 2, 5))).toBe(false);
    expect(sound(pass(STEP - 1, 5))).toBe(false);
  });

  it('stays within the time asked for, by the step', () => {
    const from = NOW + 3_600;
    const when = { from, to: from + 300, zone: 'Europe/Berlin' };
    const first = Math.floor(from / 30);
    const last = Math.floor((from + 300) / 30);
    expect(sound(pass(first, last - first + 1), when)).toBe(true);
    expect(sound(pass(first - 1, 3), when)).toBe(false);
    expect(sound(pass(last, 2), when)).toBe(false);
    expect(sound(pass(STEP, 5), when)).toBe(false);
  });
});

describe('the passes of a message', () => {
  const both = new Set([ACCOUNT, OTHER_ACCOUNT]);
  const sound = (...passes: CodePass[]) => passesAreSound(passes, both, NOW, NOW + 30 * DAY);

  it('are for accounts of the message, one each', () => {
    expect(sound(pass(STEP, 5), pass(STEP, 5, { account: OTHER_ACCOUNT }))).toBe(true);
    expect(sound(pass(STEP, 5), pass(STEP + 5, 5))).toBe(false);
    expect(passesAreSound([pass(STEP, 5)], new Set([OTHER_ACCOUNT]), NOW, NOW + DAY)).toBe(false);
    expect(sound()).toBe(true);
  });

  it('hold 92 000 codes together and no more', () => {
    const of = (count: number, account: string) => pass(Math.floor(NOW / 10), count, { account, period: 10 });
    expect(sound(of(46_000, ACCOUNT), of(46_000, OTHER_ACCOUNT))).toBe(true);
    expect(sound(of(46_000, ACCOUNT), of(46_001, OTHER_ACCOUNT))).toBe(false);
  });
});
