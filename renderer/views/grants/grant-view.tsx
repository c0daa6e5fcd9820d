import '../handoff/handoff.css';
import './grants.css';
import { useState } from 'react';
import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import { commonText, firstName } from '../../../shared/text/common.ts';
import { errorText } from '../../../shared/text/errors.ts';
import { grantText, lifeSealedText } from '../../../shared/text/grant-life.ts';
import { useVaultBanner } from '../../app/vault-banner.tsx';
import { Bar } from '../../components/bar.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { View } from '../../components/window.tsx';
import { plainLine } from '../../lib/plain-text.ts';
import { useAsk } from '../../lib/query.ts';
import { back, type Route } from '../../lib/route.ts';
import { showToast } from '../../lib/toast-store.ts';
import { ExtendEditor } from './extend-editor.tsx';
import { GrantPage } from './grant-page.tsx';
import type { Change } from './grant-parts.ts';
import { LifeResult } from './life-result.tsx';
import { ReduceEditor } from './reduce-editor.tsx';

export type GrantRoute = Extract<Route, { view: 'grant' }>;

/** One grant: its page, the places to give more or less of it, and what each of them seals. */
export function GrantView({ route }: { readonly route: GrantRoute }) {
  const { data: grant, failure } = useAsk('grants.get', { id: route.id });
  const account = useAsk('accounts.get', { id: grant?.row.account ?? '' }, { when: grant !== undefined });
  const contact = grant?.row.person.contact ?? null;
  const person = useAsk('people.get', { id: contact ?? '' }, { when: contact !== null }).data ?? null;
  const [result, setResult] = useState<{ readonly change: Change; readonly sealed: Sealed } | null>(null);
  const banner = useVaultBanner();
  const way = { label: commonText.back, onBack: back };
  if (failure !== null) {
    const { what, todo } = errorText(failure.code, failure.facts);
    return (
      <View banner={banner} bar={<Bar title={grantText.facts} back={way} />}>
        <EmptyState title={what}>{todo}</EmptyState>
      </View>
    );
  }
  if (grant === undefined || (account.data === undefined && account.failure === null)) return null;
  const { row } = grant;
  const name = plainLine(firstName(row.person.name));
  const sub = row.username === null ? row.title : `${row.title}, ${row.username}`;
  const leave = (): void => {
    if (route.act !== undefined) back();
    else setResult(null);
  };
  const onSealed = (change: Change) => (sealed: Sealed | 'kept') => {
    if (sealed !== 'kept') return setResult({ change, sealed });
    showToast({ text: commonText.notSavedYet });
    leave();
  };
  if (result !== null) {
    return (
      <View banner={banner} bar={<Bar title={lifeSealedText[result.change](name)} sub={sub} />}>
        <LifeResult grant={grant} change={result.change} sealed={result.sealed} person={name} onDone={leave} />
      </View>
    );
  }
  const parts = { grant, account: account.data ?? null, person, name };
  if (route.act === 'extend') return <ExtendEditor {...parts} asked={route.asked} onSealed={onSealed('extend')} />;
  if (route.act === 'reduce') return <ReduceEditor {...parts} onSealed={onSealed('reduce')} />;
  return (
    <View banner={banner} bar={<Bar title={grantText.title(row.title, name)} sub={row.username ?? undefined} back={way} />}>
      <GrantPage {...parts} onSealed={onSealed} />
    </View>
  );
}
