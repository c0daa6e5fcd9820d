import type { businessCalls } from '../../shared/contracts/engine/business.ts';
import { isRefused, refuse } from '../../shared/errors.ts';
import type { Handlers } from '../../shared/wire/serve.ts';
import type { Host } from './host.ts';
import type { SecretGate } from './secret-gate.ts';
import type { Session } from './session.ts';

type BusinessHandlers = Handlers<{ readonly calls: typeof businessCalls; readonly events: Record<never, never> }>;

/** Business access, answered. */
export function businessHandlers(
  { host, gate }: { readonly host: Host; readonly gate: SecretGate },
  open: () => Session,
): BusinessHandlers {
  return {
    'business.list': (query) => open().centres.list(query),
    'business.get': ({ id }) => open().centres.get(id),
    'business.save': (form) => open().centres.save(form),
    'business.remove': ({ id }) => open().centres.remove(id),
    'business.saveAsset': (form) => open().centreAssets.save(form),
    'business.removeAsset': ({ id }) => open().centreAssets.remove(id),
    'business.saveMember': (form) => open().centreMembers.save(form),
    'business.stays': ({ member }) => open().centreMembers.stays(member),
    'business.removeMember': ({ id }) => open().centreMembers.remove(id),
    'business.adCodes': (query) => open().adCodes.list(query),
    'business.saveAdCode': (form) => open().adCodes.save(form),
    'business.copyAdCode': async ({ id }) => {
      const text = await gate.give(id, 'code', () => open().adCodes.text(id));
      return isRefused(text) ? text : host.copySecret(text, 'adCode');
    },
    'business.endAdCode': ({ id }) => open().adCodes.end(id),
    'business.numbers': (query) => open().numbers.list(query),
    'business.copyNumber': ({ of, value }) =>
      open().numbers.has(of, value) ? host.copyPlain(value, 'number') : refuse('not_found'),
    'business.personNumbers': ({ contact }) => open().numbers.of(contact),
    'business.savePersonNumbers': (form) => open().numbers.save(form),
  };
}
