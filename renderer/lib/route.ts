import { create } from 'zustand';
import type { AccountFilter } from '../../shared/contracts/engine/account-list.ts';
import type { LogGroup } from '../../shared/log-groups.ts';

/** Every place of the window. Ids are the engine's; null stands for "none chosen". */
export type Route =
  | AccountsRoute
  | { readonly view: 'edit'; readonly account: string | null; readonly client: string | null }
  | { readonly view: 'factor'; readonly account: string }
  | { readonly view: 'people'; readonly person: string | null; readonly open?: boolean }
  | {
      readonly view: 'handoff';
      readonly account: string;
      readonly contact: string | null;
      /** The request it is to answer, and whether less than was asked is to be given. */
      readonly request?: string;
      readonly narrow?: boolean;
    }
  /** `received` names something lent by that person that is to be kept for longer. */
  | { readonly view: 'ask'; readonly contact: string | null; readonly received?: string }
  | { readonly view: 'requests'; readonly request: string | null; readonly open?: boolean }
  | { readonly view: 'inbox'; readonly item: string | null; readonly paste?: boolean; readonly open?: boolean }
  | { readonly view: 'received'; readonly received: string | null; readonly open?: boolean }
  | { readonly view: 'runs'; readonly run: string | null; readonly step?: string }
  /** What was lent to someone: its page, or the place to give more or less of it. */
  | {
      readonly view: 'grant';
      readonly id: string;
      readonly act?: 'extend' | 'reduce';
      /** The request that an extension answers, and the end it asks for in Unix seconds. */
      readonly asked?: { readonly request: string; readonly until: number };
    }
  | LedgerRoute
  | LogRoute
  | { readonly view: 'review' }
  | { readonly view: 'reminders' }
  | BusinessRoute
  | { readonly view: 'settings'; readonly page: SettingsPage; readonly open?: boolean }
  /** Another file of the vault: a backup, or one that is still to be chosen. */
  | { readonly view: 'copy'; readonly backup: string | null };

/** The pages of the settings. */
export type SettingsPage = 'general' | 'look' | 'health' | 'locking' | 'passphrase' | 'backups' | 'platforms' | 'keys' | 'aside';

/** The list of accounts: whose, what is searched, which is chosen. */
export interface AccountsRoute {
  readonly view: 'accounts';
  readonly client: ClientFilter;
  readonly account: string | null;
  readonly query?: string;
  /** What narrows it; left out when nothing does. */
  readonly filter?: AccountFilter;
  readonly trashed?: boolean;
  /** In a window with room for one pane: whether it shows the chosen account. */
  readonly open?: boolean;
}

/** The ledger: whose loans, which of them, and the one that is chosen. What is left out does not narrow it. */
export interface LedgerRoute {
  readonly view: 'ledger';
  readonly grant: string | null;
  readonly side?: 'received';
  readonly state?: 'exposed' | 'ended' | 'ending' | 'active' | 'closed';
  readonly client?: string;
  readonly person?: string;
  readonly query?: string;
}

/** Business centres, ad codes or numbers: which part, which centre of what is searched. */
export interface BusinessRoute {
  readonly view: 'business';
  readonly centre: string | null;
  /** The centres when left out. */
  readonly tab?: 'codes' | 'numbers';
  readonly query?: string;
  readonly archived?: boolean;
  readonly open?: boolean;
}

/** The log: of which account, person and group, and between which days, both included. What is left out does not narrow it. */
export interface LogRoute {
  readonly view: 'log';
  readonly account?: string;
  readonly person?: string;
  readonly group?: LogGroup;
  /** As typed: a day, or what is not one yet. */
  readonly from?: string;
  readonly until?: string;
}

/** All accounts, those of one client, or those of none. */
export type ClientFilter = 'all' | { readonly id: string | null };

/** Asks whether the present place may be left; calls `leave` at once or after the person agreed. */
export type Guard = (leave: () => void) => void;

interface RouteState {
  /** Oldest first; the last one is shown. */
  readonly stack: readonly Route[];
  readonly guard: Guard | null;
}

/** Longest history kept. */
const DEPTH = 50;

/** Where the window opens. */
export const HOME: Route = { view: 'accounts', client: 'all', account: null };

const useStore = create<RouteState>(() => ({ stack: [HOME], guard: null }));

const put = (stack: readonly Route[]): void => useStore.setState({ stack: stack.slice(-DEPTH), guard: null });

/** Leaves the present place if its guard allows it. */
export function leaveThen(act: () => void): void {
  const { guard } = useStore.getState();
  if (guard === null) act();
  else guard(act);
}

/** Goes to a place; back returns from it. */
export function go(route: Route): void {
  leaveThen(() => put([...useStore.getState().stack, route]));
}

/** Goes to a place that takes this one's place in the history, as moving in a list does. */
export function replace(route: Route): void {
  leaveThen(() => put([...useStore.getState().stack.slice(0, -1), route]));
}

type InPanes = Extract<Route, { readonly view: 'accounts' | 'people' | 'requests' | 'inbox' | 'received' | 'business' }>;

/** Opens what is chosen in a list, in a window with room for one pane; back comes to the list with the same row chosen. */
export function goInto(route: InPanes): void {
  const steps: readonly Route[] = [
    { ...route, open: false },
    { ...route, open: true },
  ];
  leaveThen(() => put([...useStore.getState().stack.slice(0, -1), ...steps]));
}

/** One step back; false when there is none. */
export function back(): boolean {
  if (useStore.getState().stack.length < 2) return false;
  leaveThen(() => put(useStore.getState().stack.slice(0, -1)));
  return true;
}

/** Forgets where the window was, as at lock. */
export function resetRoute(): void {
  put([HOME]);
}

/** Whether nobody has gone anywhere yet. */
export function isAtStart(): boolean {
  const { stack } = useStore.getState();
  return stack.length === 1 && stack[0] === HOME;
}

/** Guards the present place, for as long as it is the present one. Returns what takes the guard away. */
export function guardPlace(guard: Guard): () => void {
  useStore.setState({ guard });
  return () => {
    if (useStore.getState().guard === guard) useStore.setState({ guard: null });
  };
}

/** The place shown now. */
export function currentRoute(): Route {
  return useStore.getState().stack.at(-1) ?? HOME;
}

/** The place shown now, followed. */
export function useRoute(): Route {
  return useStore((state) => state.stack.at(-1) ?? HOME);
}

/** Whether there is a step back. */
export function useCanGoBack(): boolean {
  return useStore((state) => state.stack.length > 1);
}
