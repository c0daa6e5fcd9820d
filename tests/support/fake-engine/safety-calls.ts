import type { EngineContract } from '../../../shared/contracts/engine.ts';
import type { Backup, safetyCalls } from '../../../shared/contracts/engine/safety.ts';
import type { Handlers } from '../../../shared/wire/serve.ts';
import type { FakeSafety } from './fake-safety.ts';
import { fakeCopy } from './copy-calls.ts';
import { fakeId, type FakeState, steadyId } from './state.ts';
import { FAKE_WORDS } from './vault-calls.ts';

const day = 86_400;

/** A vault in good order, its sheet tested, with three backups. */
export function fakeSafety(now: number): FakeSafety {
  const backups = [0, 1, 2].map(
    (n): Backup => ({
      id: steadyId(`backup${n}`),
      at: now - 4 * 3600 - n * day,
      bytes: 408_000 - n * 9000,
      records: 118 - n,
    }),
  );
  return {
    health: {
      folder: 'Documents',
      bytes: 412_000,
      deadBytes: 31_000,
      saves: 1284,
      records: 118,
      setAside: 0,
      lastSaved: now - 600,
      unsaved: 0,
      backups,
      cost: 'normal',
      recovery: { present: true, made: now - 90 * day, tested: now - 20 * day },
      device: { remembered: false, until: null },
      passwordChanged: now - 90 * day,
      log: { records: 612 },
    },
    fault: null,
    badLog: null,
    logFault: null,
    aside: [],
    checkStopped: false,
    holds: new Map(),
    stopped: [],
    kept: true,
    holder: null,
    rescue: null,
    copy: fakeCopy(now),
    device: null,
  };
}

/** The calls that keep the vault, over a state in memory. */
export function safetyHandlers(state: FakeState): Pick<Handlers<EngineContract>, keyof typeof safetyCalls> {
  const { safety } = state;
  const wrong = (password: string) => (password === state.password ? null : ({ refused: 'wrong_password' } as const));
  const change = (part: Partial<FakeSafety['health']>): Record<string, never> => {
    Object.assign(safety.health, part);
    state.changed('vault');
    return {};
  };
  const freshSheet = () => {
    change({ recovery: { present: true, made: state.now(), tested: null } });
    return { words: FAKE_WORDS.toReversed() };
  };
  const restore = (): Record<string, never> => {
    Object.assign(state, { read: 'clean', readOnly: null, anchor: 'fits', open: true });
    return change({});
  };
  return {
    'vault.health': () => ({
      ...safety.health,
      file: state.vaults[0]?.name ?? 'vault.latchkey',
      readOnly: state.readOnly,
      anchor: state.anchor,
    }),
    'vault.check': () => {
      if (safety.checkStopped) return { refused: 'cancelled' };
      const log = { records: safety.health.log.records, bad: safety.badLog };
      return { frames: safety.health.saves, records: safety.health.records, log, fault: safety.fault, milliseconds: 900 };
    },
    'vault.compact': () => {
      const before = safety.health.bytes;
      change({ bytes: before - safety.health.deadBytes, deadBytes: 0 });
      return { before, after: safety.health.bytes };
    },
    'vault.changePassword': ({ old, fresh, cost }) => {
      const refused = wrong(old);
      if (refused) return refused;
      state.password = fresh;
      return change({ cost, passwordChanged: state.now() });
    },
    'vault.renewRecovery': ({ password }) => wrong(password) ?? freshSheet(),
    'vault.testRecovery': ({ words }) => {
      const typed = words.split(' ');
      const at = typed.findIndex((word) => !FAKE_WORDS.includes(word));
      if (at >= 0) return { refused: 'unknown_word', facts: { at: at + 1 } };
      if (words !== FAKE_WORDS.join(' ')) return { refused: 'wrong_recovery_words' };
      return change({ recovery: { ...safety.health.recovery, tested: state.now() } });
    },
    'vault.rotateKey': ({ password }) => wrong(password) ?? freshSheet(),
    'device.remember': ({ password }) => {
      const refused = wrong(password);
      return refused ?? change({ device: { remembered: true, until: state.now() + 14 * day } });
    },
    'device.forget': () => change({ device: { remembered: false, until: null } }),
    'vault.openRemembered': () => {
      if (safety.device !== null) return safety.device;
      state.open = true;
      state.changed('vault');
      return { read: state.read };
    },
    'backups.make': () => {
      const backup = { id: fakeId('bkp'), at: state.now(), bytes: safety.health.bytes, records: safety.health.records };
      change({ backups: [backup, ...safety.health.backups] });
      return { backup };
    },
    'backups.restore': ({ id, password }) => {
      if (!safety.health.backups.some((one) => one.id === id)) return { refused: 'no_backup' };
      return wrong(password) ?? restore();
    },
    'backups.ofClosed': () => ({ backups: safety.health.backups.map((one) => ({ ...one, records: 0 })) }),
    'backups.restoreClosed': ({ password }) => wrong(password) ?? restore(),
    'salvage.run': ({ password, name }) => {
      const refused = wrong(password);
      if (refused) return refused;
      const vault = fakeId('vlt');
      state.vaults = [...state.vaults, { ...knownVault, vault, name: `${name}.latchkey` }];
      state.changed('vault');
      return { vault, frames: 1270, records: 117, gaps: 2, lostBytes: 4100, brokenRuns: 1 };
    },
    'vault.saveCopy': () => ({ file: 'studio-voss-copy.latchkey' }),
    'vault.retry': () => {
      state.readOnly = null;
      return change({ unsaved: 0, lastSaved: state.now() });
    },
    'vault.takeOver': ({ override }) => {
      const { holder } = safety;
      if (holder !== null && (!override || holder.where === 'here')) {
        return { refused: 'vault_in_use', facts: { where: holder.where } };
      }
      Object.assign(safety, { holder: null });
      state.readOnly = null;
      return change({});
    },
    'rescue.state': () => ({ rescue: safety.rescue }),
    'rescue.restore': () => {
      if (safety.rescue === null) return { refused: 'not_found' };
      if (safety.rescue.changes === null) return { refused: 'rescue_unreadable' };
      safety.rescue = null;
      return change({ lastSaved: state.now() });
    },
    'rescue.drop': () => {
      safety.rescue = null;
      return change({});
    },
    'rescue.saveCopy': () => ({ file: 'studio-voss-rescued.latchkey' }),
    'vault.acceptState': () => {
      Object.assign(state, { anchor: 'fits', readOnly: null });
      return change({});
    },
  };
}

const knownVault = { folder: 'Documents', lastOpened: null, present: true, remembered: false };
