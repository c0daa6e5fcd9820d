import type { Route } from '../../lib/route.ts';
import { RunPage } from './run-page.tsx';
import { RunList } from './run-list.tsx';

/** The end-of-access runs: all of them, or the one at hand. */
export function RunsView({ route }: { readonly route: Extract<Route, { view: 'runs' }> }) {
  return route.run === null ? <RunList /> : <RunPage key={route.run} id={route.run} step={route.step ?? null} />;
}
