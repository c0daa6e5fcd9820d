import type { Result } from '../../../shared/contract.ts';
import type { EngineContract } from '../../../shared/contracts/engine.ts';
import { type Refused, refuse } from '../../../shared/errors.ts';
import type { Handlers } from '../../../shared/wire/serve.ts';
import { byId, type FakeState, fakeId, fakeLive } from './state.ts';

type Calls = `factors.${string}` | `codes.${string}`;
type Type = FakeState['pending'][string]['type'];

function fakePending(state: FakeState, code: string, issuer: string | null, type: Type = 'totp') {
  const pending = fakeId('pen');
  const settings = { type, algorithm: 'SHA1' as const, digits: 6, period: 30, counter: 0 };
  state.pending[pending] = { code, ...settings };
  return { pending, ...settings, issuer, label: null };
}

/**
 * What a picture made up for a test says: its texts, one a line, in place of its pixels. A text with `transfer`, `at` and `of` among its
 * parameters is one of a transfer.
 */
function fakePicture(state: FakeState, base64: string, more = false): Result<EngineContract, 'factors.readPicture'> | Refused {
  const texts = atob(base64)
    .split('\n')
    .filter((text) => text !== '');
  if (texts.length === 0) return refuse('no_code_in_picture');
  const queries = texts.map((text) => new URLSearchParams(text.split('?')[1]));
  const [id, at, of] = ['transfer', 'at', 'of'].map((name) => queries[0]?.get(name) ?? null);
  if (!more) state.transfer = { id: id ?? null, have: [], found: [] };
  else if (id !== state.transfer.id) return refuse('transfer_other');
  else if (state.transfer.have.includes(Number(at))) return refuse('transfer_doubled', { at: Number(at), of: Number(of) });
  const { have, found } = state.transfer;
  if (id != null) have.push(Number(at));
  found.push(...texts.map((text, i) => fakePending(state, text, queries[i]?.get('issuer') ?? null)));
  return { found: [...found], transfer: id == null ? null : { have: have.toSorted((a, b) => a - b), of: Number(of) } };
}

/** Second factors over a state in memory; its codes are made up. */
export function factorHandlers(state: FakeState): Pick<Handlers<EngineContract>, Extract<keyof EngineContract['calls'], Calls>> {
  return {
    'factors.read': ({ text }) => {
      const key = text.replace(/[\s-]/g, '');
      if (/^otpauth:/i.test(key)) {
        if (/^otpauth:\/\/hotp\//i.test(text)) return fakePending(state, key, null, 'hotp');
        if (!/^otpauth:\/\/totp\//i.test(text)) return { refused: 'uri_refused' };
      } else if (!/^[a-z2-7]+=*$/i.test(key)) return { refused: /:\/\//.test(text) ? 'uri_not_otpauth' : 'seed_not_base32' };
      else if (key.length < 16) return { refused: 'seed_too_short' };
      return fakePending(state, key, /^otpauth/i.test(text) ? 'TikTok' : null);
    },
    'factors.pendingCode': ({ pending }) => {
      const waiting = state.pending[pending];
      return waiting ? fakeLive(waiting.code, state.now(), waiting.digits, waiting.period) : { refused: 'not_found' };
    },
    'factors.adjust': ({ pending, type, algorithm, digits, period, counter }) => {
      const waiting = state.pending[pending];
      if (!waiting) return { refused: 'not_found' };
      Object.assign(waiting, { algorithm, digits, period }, type && { type }, counter !== undefined && { counter });
      return {};
    },
    'factors.confirm': ({ account, pending, typed }) => {
      const one = byId(state.accounts, account);
      const waiting = state.pending[pending];
      if ('refused' in one) return one;
      if (!waiting) return { refused: 'not_found' };
      const live = fakeLive(waiting.code, state.now(), waiting.digits, waiting.period);
      if (typed !== null && typed !== live.code) return { refused: 'code_differs' };
      const id = fakeId('fac');
      const { type, algorithm, digits, period, counter } = waiting;
      one.factors.push({
        id,
        kind: 'authenticator',
        note: null,
        authenticator: { type, algorithm, digits, period, counter, confirmed: typed !== null },
        changed: state.now(),
        outside: false,
      });
      state.secrets[account] = { ...state.secrets[account], seed: waiting.code };
      delete state.pending[pending];
      state.changed('accounts');
      return { factor: id };
    },
    'factors.note': ({ account, factor = fakeId('fac'), kind, note }) => {
      const one = byId(state.accounts, account);
      if ('refused' in one) return one;
      one.factors = [
        ...one.factors.filter((known) => known.id !== factor),
        { id: factor, kind, note, authenticator: null, changed: state.now(), outside: false },
      ];
      state.changed('accounts');
      return { factor };
    },
    'factors.noteOutside': ({ account, factor, outside }) => {
      const one = byId(state.accounts, account);
      if ('refused' in one) return one;
      one.factors = one.factors.map((known) => (known.id === factor ? { ...known, outside } : known));
      state.changed('accounts');
      return {};
    },
    'factors.remove': ({ account, factor }) => {
      const one = byId(state.accounts, account);
      if ('refused' in one) return one;
      const taken = one.factors.find(({ id }) => id === factor);
      one.factors = one.factors.filter((known) => known.id !== factor);
      one.earlierKeys = one.earlierKeys.filter(({ id }) => id !== factor);
      if (taken?.authenticator)
        one.earlierKeys = [{ id: factor, replaced: state.now(), authenticator: taken.authenticator }, ...one.earlierKeys];
      state.changed('accounts');
      return {};
    },
    'factors.putBack': ({ account, factor }) => {
      const one = byId(state.accounts, account);
      if ('refused' in one) return one;
      const back = one.earlierKeys.find(({ id }) => id === factor);
      if (back === undefined) return { refused: 'not_found' };
      const now = state.now();
      const gone = one.factors.flatMap(({ id, authenticator }) => (authenticator ? [{ id, replaced: now, authenticator }] : []));
      one.earlierKeys = [...gone, ...one.earlierKeys.filter((known) => known !== back)];
      one.factors = [
        { id: factor, kind: 'authenticator', note: null, authenticator: back.authenticator, changed: now, outside: false },
        ...one.factors.filter(({ authenticator }) => !authenticator),
      ];
      state.changed('accounts');
      return {};
    },
    'codes.next': ({ account }) => {
      const one = byId(state.accounts, account);
      if ('refused' in one) return one;
      const authenticator = one.factors.find((factor) => factor.authenticator?.type === 'hotp')?.authenticator;
      if (!authenticator) return { refused: 'no_seed' };
      if (state.readOnly !== null) return { refused: 'read_only' };
      const counter = authenticator.counter++;
      state.changed('accounts');
      return { code: String(314_159 + counter), counter, until: state.now() + 120 };
    },
    'codes.counter': ({ account, counter }) => {
      const one = byId(state.accounts, account);
      if ('refused' in one) return one;
      const authenticator = one.factors.find((factor) => factor.authenticator?.type === 'hotp')?.authenticator;
      if (!authenticator) return { refused: 'not_found' };
      authenticator.counter = counter;
      state.changed('accounts');
      return {};
    },
    'factors.putPicture': ({ picture, piece }) => {
      const id = picture ?? fakeId('pic');
      state.pictures[id] = (state.pictures[id] ?? '') + piece;
      return { picture: id };
    },
    'factors.readPicture': ({ source, more }) => {
      if ('picture' in source) return fakePicture(state, state.pictures[source.picture] ?? '', more);
      const chosen = (state.chosenPictures.length > 1 ? state.chosenPictures.shift() : state.chosenPictures[0]) ?? '';
      if (!atob(chosen).startsWith('RIFF')) return fakePicture(state, chosen, more);
      const draw = fakeId('pic');
      state.pictures[draw] = chosen;
      return { draw };
    },
    'factors.pictureToDraw': ({ picture }) => {
      const rest = state.pictures[picture];
      if (rest === undefined) return { refused: 'not_found' };
      state.pictures[picture] = rest.slice(16);
      if (rest.length <= 16) delete state.pictures[picture];
      return { piece: rest.slice(0, 16), last: rest.length <= 16 };
    },
    'codes.live': ({ account }) => {
      const one = byId(state.accounts, account);
      if ('refused' in one) return one;
      const authenticator = one.factors.find((factor) => factor.kind === 'authenticator')?.authenticator;
      if (!authenticator || authenticator.type === 'hotp') return { live: null };
      return { live: fakeLive(state.secrets[account]?.seed ?? account, state.now(), authenticator.digits, authenticator.period) };
    },
  };
}
