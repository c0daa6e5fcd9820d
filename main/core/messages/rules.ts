import type { AcceptContext, SentMessage } from './context.ts';
import { passesAreSound, relayPassIsSound } from './pass-rules.ts';
import type { AnyPayload, Payload, PayloadOf } from './payload.ts';

const CODE_REQUEST = 3;
const RECEIPT = 5;

type Answer = Pick<AnyPayload, 'from'> & { readonly re?: string; readonly reh?: string };

/** The message of mine that an answer names by id and hash and that went to its sender (an open request goes to no one by name); else null. */
function answered(payload: Answer, context: AcceptContext): SentMessage | null {
  const sent = payload.re === undefined ? null : context.sent(payload.re);
  if (sent === null || sent.hash !== payload.reh) return null;
  return sent.kind === 0 || sent.to.includes(payload.from) ? sent : null;
}

/** True for an answer that names an access request or open request of mine which still waits. */
export function answersWaitingRequest(payload: Answer, context: AcceptContext): boolean {
  const sent = answered(payload, context);
  return sent !== null && (sent.kind === 0 || sent.kind === 2) && !sent.answered && sent.exp > context.now;
}

/** A code request that waits when its answer was made; a late paste of a timely answer still fits. */
function openCodeRequest(payload: Answer & { readonly iat: number }, context: AcceptContext): SentMessage | null {
  const sent = answered(payload, context);
  return sent?.kind === CODE_REQUEST && !sent.answered && sent.exp > payload.iat ? sent : null;
}

function grantFault(id: string, payload: Payload, context: AcceptContext, unknownFits: boolean): 'unmatched' | 'stale' | null {
  const grant = context.grant(id, payload.from);
  if (grant === null) return unknownFits ? null : 'unmatched';
  if (grant.mine || grant.peer !== payload.from) return 'unmatched';
  return payload.iat > grant.lastIat ? null : 'stale';
}

type OwnFault = 'unmatched' | 'stale' | 'pass';

function handoffFault(payload: PayloadOf<1>, context: AcceptContext): OwnFault | null {
  if (payload.re !== undefined) {
    const sent = answered(payload, context);
    if (sent === null || (sent.kind !== 0 && sent.kind !== 2)) return 'unmatched';
  }
  const { body } = payload;
  if ('refused' in body) return null;
  const fault = grantFault(body.grant, payload, context, true);
  if (fault !== null) return fault;
  const accounts = new Set(body.items.map((item) => item.account));
  return passesAreSound(body.passes ?? [], accounts, payload.iat, body.use_until) ? null : 'pass';
}

function codeRequestFault({ from, body }: PayloadOf<3>, context: AcceptContext): OwnFault | null {
  const grant = context.grant(body.grant, from);
  const fits = grant?.mine === true && grant.peer === from && grant.accounts.has(body.account) && grant.liveCodes.has(body.account);
  return fits ? null : 'unmatched';
}

function codeFault(payload: PayloadOf<4>, context: AcceptContext): OwnFault | null {
  const request = openCodeRequest(payload, context)?.code;
  if (request === undefined) return 'unmatched';
  const { body, iat } = payload;
  return 'typed' in body || relayPassIsSound(body.pass, request, iat) ? null : 'pass';
}

function codePassFault(payload: PayloadOf<7>, context: AcceptContext): OwnFault | null {
  if (payload.re !== undefined) {
    const sent = answered(payload, context);
    const fits = sent?.kind === 2 || (sent?.kind === CODE_REQUEST && !sent.answered);
    if (!fits) return 'unmatched';
  }
  const { body } = payload;
  const fault = grantFault(body.grant, payload, context, false);
  if (fault !== null) return fault;
  const accounts = context.grant(body.grant, payload.from)?.accounts ?? new Set<string>();
  return passesAreSound(body.passes, accounts, payload.iat, body.use_until) ? null : 'pass';
}

/** The rules of a kind's own, last in the order: `unmatched`, then `stale`, then `pass`; null when all are kept. */
export function ownFault(payload: Payload, context: AcceptContext): OwnFault | null {
  switch (payload.kind) {
    case 0:
    case 2:
      return null;
    case 1:
      return handoffFault(payload, context);
    case 3:
      return codeRequestFault(payload, context);
    case 4:
      return codeFault(payload, context);
    case 5: {
      const sent = answered(payload, context);
      return sent === null || sent.kind === RECEIPT ? 'unmatched' : null;
    }
    case 6:
      return grantFault(payload.body.grant, payload, context, true);
    case 7:
      return codePassFault(payload, context);
  }
}
