import type { OpenVault } from '../app/places.ts';
import type { Settings } from '../../shared/settings.ts';
import { HOME, type Route } from './route.ts';

const INBOX: Route = { view: 'inbox', item: null };
const RECEIVED: Route = { view: 'received', received: null };

/**
 * Where an opened vault begins, by what its person does with Latchkey: who lends begins with the ledger once something is lent or still
 * exposed, who works for others with what is lent to them once there is something, and all others with their accounts. In the sandbox,
 * with what has just come in.
 */
export function landingOf(use: Settings['use'], vault: OpenVault): Route {
  if (vault.sandbox !== undefined) {
    if (vault.waiting > 0) return INBOX;
    return vault.sandbox.who === 'owner' ? HOME : RECEIVED;
  }
  if (use === 'lend' && vault.live + vault.exposedLoans > 0) return { view: 'ledger', grant: null };
  return use === 'work' && vault.lent > 0 ? RECEIVED : HOME;
}
