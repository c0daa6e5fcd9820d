import type { EngineContract } from '../../../shared/contracts/engine.ts';
import type { vaultCalls } from '../../../shared/contracts/engine/vault.ts';
import type { Handlers } from '../../../shared/wire/serve.ts';
import { overIn } from './business-calls.ts';
import { exposedLoans } from './ledger-calls.ts';
import { sandboxIn } from './sandbox-calls.ts';
import { fakeId, type FakeState } from './state.ts';

const suggestion = ['copper', 'tunnel', 'hazard', 'biology', 'motion', 'fabric', 'orbit'];
/** The recovery words every fake vault is made with. */
export const FAKE_WORDS = [
  ...['anchor', 'velvet', 'ribbon', 'cereal', 'thunder', 'canyon', 'meadow', 'pilot', 'simple', 'garlic', 'harvest', 'window'],
  ...['lemon', 'trophy', 'island', 'dragon', 'castle', 'mirror', 'nephew', 'orange', 'puzzle', 'saddle', 'timber', 'walnut'],
];

type Calls = keyof typeof vaultCalls;

/** The vault's own calls over a state in memory. */
export function vaultHandlers(state: FakeState): Pick<Handlers<EngineContract>, Calls> {
  let failures = 0;
  return {
    'clock.offset': () => ({ seconds: state.offset }),
    'clock.behind': () => ({ seconds: 0 }),
    'clock.lower': () => ({}),
    'vaults.list': () => ({ vaults: state.vaults, documents: 'Documents' }),
    'vaults.add': () => {
      const vault = fakeId('vlt');
      state.vaults = [
        { vault, name: 'brought.latchkey', folder: 'Downloads', lastOpened: null, present: true, remembered: false },
        ...state.vaults,
      ];
      state.changed('vault');
      return { vault };
    },
    'vaults.forget': ({ vault }) => {
      state.vaults = state.vaults.filter((one) => one.vault !== vault);
      state.changed('vault');
      return {};
    },
    'vault.checkPassword': ({ password }) => {
      if (password.length < 12) return { refused: 'password_too_short', facts: { min: 12 } };
      return /^(password|123456)/i.test(password) ? { refused: 'password_common' } : {};
    },
    'vault.suggestWords': () => ({ words: suggestion }),
    'vault.create': ({ name, password }) => {
      const file = `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.latchkey`;
      state.vaults = [
        { vault: fakeId('vlt'), name: file, folder: 'Documents', lastOpened: state.now(), present: true, remembered: false },
        ...state.vaults,
      ];
      Object.assign(state, { name, password, open: true });
      state.changed('vault');
      return { words: FAKE_WORDS, file };
    },
    'vault.open': ({ vault, password, recoveryWords }) => {
      if (!state.vaults.some((one) => one.vault === vault && one.present)) return { refused: 'vault_missing' };
      if (state.openFails !== null) return { refused: state.openFails };
      if (recoveryWords !== undefined) {
        const words = recoveryWords.trim().split(/\s+/);
        if (words.length !== 24) return { refused: 'word_count', facts: { count: words.length, expected: 24 } };
        if (words.join(' ') !== FAKE_WORDS.join(' ')) return { refused: 'wrong_recovery_words' };
      } else if (password !== state.password) {
        failures++;
        return failures > 2 ? { refused: 'wrong_password', facts: { wait: 8 } } : { refused: 'wrong_password' };
      }
      state.open = true;
      state.changed('vault');
      return { read: state.read };
    },
    'vault.state': () => ({
      open: state.open
        ? {
            name: state.name,
            file: state.vaults[0]?.name ?? 'vault.latchkey',
            read: state.read,
            readOnly: state.readOnly,
            holder: state.safety.holder,
            unsaved: state.safety.health.unsaved,
            kept: state.safety.health.unsaved > 0 && state.safety.kept,
            anchor: state.anchor,
            waiting: state.inbox.filter((item) => item.row.waiting).length,
            live: state.received.length,
            exposed: state.accounts.filter((one) => one.exposures.length > 0).length,
            exposedLoans: exposedLoans(state),
            runs: state.runs.filter((run) => run.row.finished === null).length,
            accounts: state.accounts.filter((one) => one.trashed === null).length,
            lent: state.grants.length,
            asked: state.requests.filter(({ row }) => row.side === 'made' && row.state === 'waiting').length,
            due: state.reminders.filter(({ late, snoozed }) => late && snoozed === null).length,
            business: overIn(state),
            ...sandboxIn(state),
          }
        : null,
    }),
    'uploads.put': ({ upload }) => ({ upload: upload ?? fakeId('upl') }),
  };
}
