import { describe, expect, it } from 'vitest';
import { b64, b64u, utf8 } from '../../../main/core/bytes.ts';
import { accept } from '../../../main/core/messages/accept.ts';
import { messageHash } from '../../../main/core/messages/layout.ts';
import { openMessage } from '../../../main/core/messages/open.ts';
import type { Payload } from '../../../main/core/messages/payload.ts';
import { seal } from '../../../main/core/messages/seal.ts';
import { identityOf } from '../../../main/core/people/identity.ts';
import {
  base64,
  type ContextVector,
  contextOf,
  type Edit,
  type EnvelopeVector,
  edited,
  goodEnvelopes,
  hex,
  vectors,
} from './vectors.ts';

function sealAgain(vector: EnvelopeVector): Uint8Array | null {
  const draws = vector.draws.map((draw) => hex(draw.hex));
  const random = (length: number) => {
    const next = draws.shift();
    if (next?.length !== length) throw new Error('another draw was expected');
    return next;
  };
  const recipients = vector.recipient_seeds_hex.map((seed) => identityOf(hex(seed)));
  const sealed = seal(
    JSON.parse(vector.payload) as Payload,
    identityOf(hex(vector.sender_seed_hex)),
    recipients.map(({ fp, box }) => ({ fp, boxKey: box.publicKey })),
    { random, order: () => vector.stanza_order },
  );
  expect(draws).toEqual([]);
  return sealed;
}

describe('good envelopes', () => {
  it.each(goodEnvelopes)('seals to the same bytes: $name', (vector) => {
    const sealed = sealAgain(vector);
    expect(sealed && b64(sealed)).toBe(vector.message);
    expect(sealed?.length).toBe(vector.size);
  });

  it.each(goodEnvelopes)('accepts: $name', (vector) => {
    const message = base64(vector.message);
    const verdict = accept(message, contextOf(vector.context));
    expect(verdict.class).toBe(vector.expect);
    if (!('message' in verdict)) throw new Error('not accepted');
    const payload = JSON.parse(vector.payload) as Payload;
    expect(verdict.message).toEqual(payload);
    expect(verdict.hash).toBe(vector.hash);
    expect(b64u(messageHash(message))).toBe(vector.hash);
    expect(verdict.remember).toEqual({ from: payload.from, id: payload.id, until: payload.exp + 172_800 });
  });

  it.each(goodEnvelopes)('opens to the very payload bytes for each recipient: $name', (vector) => {
    for (const seed of vector.recipient_seeds_hex) {
      const opened = openMessage(base64(vector.message), identityOf(hex(seed)).box);
      expect(typeof opened === 'string' ? opened : opened.payload).toEqual(utf8(vector.payload));
    }
  });
});

interface Fault {
  readonly name: string;
  readonly message: Edit;
  readonly context: number;
  readonly expect: string;
}

describe('envelopes with one fault each', () => {
  const file = vectors<{ contexts: ContextVector[]; cases: Fault[] }>('envelope-faults.json');
  it.each(file.cases)('$name: $expect', (fault) => {
    const context = file.contexts[fault.context];
    if (context === undefined) throw new Error('no such context');
    expect(accept(edited(fault.message), contextOf(context)).class).toBe(fault.expect);
  });

  it('counts what was read', () => {
    console.log(`messages: ${goodEnvelopes.length} good envelopes both ways, ${file.cases.length} with one fault`);
    expect(file.cases).toHaveLength(293);
    expect(goodEnvelopes).toHaveLength(25);
  });
});
