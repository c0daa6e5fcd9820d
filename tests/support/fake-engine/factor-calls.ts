import type { EngineContract } from '../../../shared/contracts/engine.ts';
import type { Handlers } from '../../../shared/wire/serve.ts';
import { byId, type FakeState, fakeId, fakeLive } from './state.ts';

type Calls = `factors.${string}` | 'codes.live';

/** Second factors over a state in memory; its codes are made up. */
export function factorHandlers(state: FakeState): Pick<Handlers<EngineContract>, Extract<keyof EngineContract['calls'], Calls>> {
  return {
    'factors.read': ({ text }) => {
      const key = text.replace(/[\s-]/g, '');
      if (/^otpauth:/i.test(key)) {
        if (!/^otpauth:\/\/totp\//i.test(text)) return { refused: 'uri_refused' };
      } else if (!/^[a-z2-7]+=*$/i.test(key)) return { refused: /:\/\//.test(text) ? 'uri_not_otpauth' : 'seed_not_base32' };
      else if (key.length < 16) return { refused: 'seed_too_short' };
      const pending = fakeId('pen');
      state.pending[pending] = { code: key, algorithm: 'SHA1', digits: 6, period: 30 };
      return { pending, algorithm: 'SHA1', digits: 6, period: 30, issuer: /^otpauth/i.test(text) ? 'TikTok' : null, label: null };
    },
    'factors.pendingCode': ({ pending }) => {
      const waiting = state.pending[pending];
      return waiting ? fakeLive(waiting.code, state.now(), waiting.digits, waiting.period) : { refused: 'not_found' };
    },
    'factors.adjust': ({ pending, algorithm, digits, period }) => {
      const waiting = state.pending[pending];
      if (!waiting) return { refused: 'not_found' };
      Object.assign(waiting, { algorithm, digits, period });
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
      const { algorithm, digits, period } = waiting;
      one.factors.push({
        id,
        kind: 'authenticator',
        note: null,
        authenticator: { algorithm, digits, period, confirmed: typed !== null },
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
    'codes.live': ({ account }) => {
      const one = byId(state.accounts, account);
      if ('refused' in one) return one;
      const authenticator = one.factors.find((factor) => factor.kind === 'authenticator')?.authenticator;
      if (!authenticator) return { live: null };
      return { live: fakeLive(state.secrets[account]?.seed ?? account, state.now(), authenticator.digits, authenticator.period) };
    },
  };
}
