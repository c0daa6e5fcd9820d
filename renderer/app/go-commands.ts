import type { CommandId } from '../../shared/commands.ts';
import { useCommandTable } from '../lib/commands.ts';
import { go, HOME, type Route } from '../lib/route.ts';
import { ADD, ME } from '../views/people/people-places.ts';

/** Where each command of the menu Go leads. */
export const PLACE_ROUTES = {
  goAccounts: HOME,
  goReceived: { view: 'received', received: null },
  goRequests: { view: 'requests', request: null },
  goLedger: { view: 'ledger', grant: null },
  goRuns: { view: 'runs', run: null },
  goReview: { view: 'review' },
  goInbox: { view: 'inbox', item: null },
  goBusiness: { view: 'business', centre: null },
  goPeople: { view: 'people', person: null },
  goReminders: { view: 'reminders' },
  goLog: { view: 'log' },
  goTrash: { view: 'accounts', client: 'all', account: null, trashed: true },
  goHealth: { view: 'settings', page: 'health' },
  goBackups: { view: 'settings', page: 'backups' },
  askFor: { view: 'ask', contact: null },
  addPerson: { view: 'people', person: ADD, open: true },
  myCard: { view: 'people', person: ME, open: true },
} as const satisfies Readonly<Partial<Record<CommandId, Route>>>;

const table = Object.fromEntries(Object.entries(PLACE_ROUTES).map(([id, route]) => [id, () => go(route)]));

/** Answers every command that goes to a place. */
export function useGoCommands(): void {
  useCommandTable(table);
}
