import { appText } from '../../shared/text/app.ts';
import type { RailPlace } from '../components/rail.tsx';
import type { EngineResult } from '../lib/engine.ts';
import type { Route } from '../lib/route.ts';

/** Facts of the open vault, for the counts beside the places. */
export type OpenVault = NonNullable<EngineResult<'vault.state'>['open']>;

/** A place of the rail and the route it opens. */
export type Place = { readonly rail: RailPlace; readonly route: Route };

/** The views that exist; no button leads to another. */
const built: ReadonlySet<Route['view']> = new Set([
  'accounts',
  'edit',
  'factor',
  'people',
  'handoff',
  'grant',
  'inbox',
  'ledger',
  'received',
  'runs',
  'settings',
  'copy',
  'ask',
  'requests',
  'review',
  'reminders',
  'business',
  'log',
]);

/** Whether a view exists, so that a way to it may be shown. */
export function isBuilt(view: Route['view']): boolean {
  return built.has(view);
}

/** The places of the rail in their order, with what waits in each. */
export function placesOf(vault: OpenVault): readonly Place[] {
  return [
    {
      rail: { id: 'accounts', label: appText.accounts, icon: 'key', count: vault.accounts },
      route: { view: 'accounts', client: 'all', account: null },
    },
    {
      rail: { id: 'received', label: appText.received, icon: 'lent', count: vault.lent || undefined, tone: 'ending' },
      route: { view: 'received', received: null },
    },
    {
      rail: { id: 'requests', label: appText.requests, icon: 'send', count: vault.asked || undefined, tone: 'sealed' },
      route: { view: 'requests', request: null },
    },
    {
      rail: { id: 'ledger', label: appText.ledger, icon: 'ledger', count: vault.exposedLoans || undefined, tone: 'exposed' },
      route: { view: 'ledger', grant: null },
    },
    {
      rail: { id: 'runs', label: appText.runs, icon: 'runs', count: vault.runs || undefined, tone: 'ending' },
      route: { view: 'runs', run: null },
    },
    { rail: { id: 'review', label: appText.review, icon: 'review' }, route: { view: 'review' } },
    {
      rail: {
        id: 'inbox',
        label: appText.inbox,
        icon: 'inbox',
        ...(vault.waiting > 0 ? { count: vault.waiting, tone: 'sealed' as const } : {}),
      },
      route: { view: 'inbox', item: null },
    },
    {
      rail: { id: 'business', label: appText.business, icon: 'business', count: vault.business || undefined, tone: 'exposed' },
      route: { view: 'business', centre: null },
    },
    { rail: { id: 'people', label: appText.people, icon: 'people' }, route: { view: 'people', person: null } },
  ];
}

/** The id of the place a route belongs to. */
export function placeOf(route: Route): string {
  if (route.view === 'copy' || route.view === 'log') return 'settings';
  if (route.view === 'ask') return 'requests';
  // Wherever one came from: a loan is a line of the ledger.
  if (route.view === 'grant') return 'ledger';
  return ['edit', 'factor', 'handoff'].includes(route.view) ? 'accounts' : route.view;
}
