import type { EngineContract } from '../../../shared/contracts/engine.ts';
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

/** What a picture made up for a test says: its texts, one a line, in place of its pixels. */
function fakePicture(state: FakeState, base64: string) {
  const texts = atob(base64)
    .split('\n')
    .filter((text) => text !== '');
  if (texts.length === 0) return { refused: 'no_code_in_picture' as const };
  const found = texts.map((text) => fakePending(state, text, new URLSearchParams(text.split('?')[1]).get('issuer')));
  return { found };
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
      one.factors = one.factors.filter((known) => known.id !== factor);
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
    'factors.readPicture': ({ source }) =>
      fakePicture(state, 'token' in source ? state.chosenPicture : (state.pictures[source.picture] ?? '')),
    'codes.live': ({ account }) => {
      const one = byId(state.accounts, account);
      if ('refused' in one) return one;
      const authenticator = one.factors.find((factor) => factor.kind === 'authenticator')?.authenticator;
      if (!authenticator || authenticator.type === 'hotp') return { live: null };
      return { live: fakeLive(state.secrets[account]?.seed ?? account, state.now(), authenticator.digits, authenticator.period) };
    },
  };
}
