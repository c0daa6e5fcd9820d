import './handoff.css';
import { errorText } from '../../../shared/text/errors.ts';
import { accountText } from '../../../shared/text/accounts.ts';
import { commonText } from '../../../shared/text/common.ts';
import { handoffText } from '../../../shared/text/handoff.ts';
import { useVaultBanner } from '../../app/vault-banner.tsx';
import { Bar } from '../../components/bar.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { View } from '../../components/window.tsx';
import { useAsk } from '../../lib/query.ts';
import { back, type Route } from '../../lib/route.ts';
import { useTrash } from '../accounts/use-trash.ts';
import { HandoffEditor } from './handoff-editor.tsx';

export type HandoffRoute = Extract<Route, { view: 'handoff' }>;

/** Lends one account to one person: asked for first, then put together, sealed and sent. */
export function HandoffView({ route }: { readonly route: HandoffRoute }) {
  const { data: account, failure } = useAsk('accounts.get', { id: route.account });
  const people = useAsk('people.list', {}).data;
  const request = useAsk('requests.get', { id: route.request ?? '' }, { when: route.request !== undefined });
  const banner = useVaultBanner();
  const trash = useTrash();
  const way = { label: commonText.back, onBack: back };
  if (failure !== null || (account !== undefined && account.trashed !== null)) {
    const { what, todo } =
      failure === null ? { what: handoffText.trashed, todo: handoffText.trashedTodo } : errorText(failure.code, failure.facts);
    return (
      <View banner={banner} bar={<Bar title={handoffText.title} back={way} />}>
        <EmptyState
          title={what}
          action={account !== undefined && <Button onClick={() => void trash.restore(account)}>{accountText.restore}</Button>}
        >
          {todo}
        </EmptyState>
      </View>
    );
  }
  if (account === undefined || people === undefined) return null;
  // What is no longer asked for, or cannot be read, is a handoff like any other.
  if (route.request !== undefined && request.data === undefined && request.failure === null) return null;
  return (
    <HandoffEditor
      account={account}
      people={people.people}
      contact={route.contact}
      request={request.data ?? null}
      narrow={route.narrow === true}
    />
  );
}
