import type { EngineContract } from '../../shared/contracts/engine.ts';
import type { Handlers } from '../../shared/wire/serve.ts';
import type { safetyCalls } from '../../shared/contracts/engine/safety.ts';
import type { Keeper } from './keeper.ts';
import type { Rescue } from './rescue.ts';
import type { Safety } from './safety.ts';
import type { Session } from './session.ts';

/** The calls that keep a vault from being lost or left open, answered. */
export function safetyHandlers(
  { keeper, safety, rescue }: { readonly keeper: Keeper; readonly safety: Safety; readonly rescue: Rescue },
  open: () => Session,
): Pick<Handlers<EngineContract>, keyof typeof safetyCalls> {
  return {
    'vault.health': () => safety.health(open()),
    'vault.check': () => safety.check(open()),
    'vault.compact': () => safety.compact(open()),
    'vault.changePassword': (form) => safety.changePassword(open(), form),
    'vault.renewRecovery': ({ password }) => safety.renewRecovery(open(), password),
    'vault.testRecovery': ({ words }) => safety.testRecovery(open(), words),
    'vault.rotateKey': ({ password }) => safety.rotateKey(open(), password),
    'device.remember': ({ password }) => safety.remember(open(), password),
    'device.forget': () => safety.forget(open()),
    'vault.openRemembered': ({ vault }) => safety.openRemembered(vault),
    'backups.make': () => safety.makeBackup(open()),
    'backups.restore': (form) => safety.restore(open(), form),
    'backups.ofClosed': ({ vault }) => safety.backupsOfClosed(vault),
    'backups.restoreClosed': (form) => safety.restoreClosed(form),
    'salvage.run': (form) => safety.salvage(form),
    'vault.saveCopy': ({ token }) => safety.saveCopy(open(), token),
    'vault.retry': () => safety.retry(open()),
    'vault.acceptState': () => safety.acceptState(open()),
    'vault.takeOver': ({ override }) => keeper.takeOver(override),
    'rescue.state': () => rescue.state(open()),
    'rescue.restore': () => rescue.restore(open()),
    'rescue.drop': () => rescue.drop(),
    'rescue.saveCopy': ({ token }) => rescue.saveCopy(token),
  };
}
