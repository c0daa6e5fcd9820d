import { useAsk } from '../../lib/query.ts';
import type { Route } from '../../lib/route.ts';
import { draftOf } from './account-draft.ts';
import { AccountEditor } from './account-editor.tsx';

/** The editor of a new account, or of one that is asked for first. */
export function AccountForm({ route }: { readonly route: Extract<Route, { view: 'edit' }> }) {
  const { data } = useAsk('accounts.get', { id: route.account ?? '' }, { when: route.account !== null });
  if (route.account === null) return <AccountEditor account={null} start={draftOf(null, route.client)} />;
  return data === undefined ? null : <AccountEditor account={data} start={draftOf(data, null)} />;
}
