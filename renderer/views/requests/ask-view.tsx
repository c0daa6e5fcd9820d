import './requests.css';
import { commonText } from '../../../shared/text/common.ts';
import { askText } from '../../../shared/text/requests.ts';
import { useVaultBanner } from '../../app/vault-banner.tsx';
import { Bar } from '../../components/bar.tsx';
import { View } from '../../components/window.tsx';
import { useAsk } from '../../lib/query.ts';
import { back, type Route } from '../../lib/route.ts';
import { AskEditor } from './ask-editor.tsx';

export type AskRoute = Extract<Route, { view: 'ask' }>;

/** Asks someone for access to an account of theirs. */
export function AskView({ route }: { readonly route: AskRoute }) {
  const banner = useVaultBanner();
  const people = useAsk('people.list', {}).data?.people;
  const kept = useAsk('received.get', { id: route.received ?? '' }, { when: route.received !== undefined });
  if (people === undefined || (route.received !== undefined && kept.data === undefined && kept.failure === null))
    return (
      <View banner={banner} bar={<Bar title={askText.title} back={{ label: commonText.back, onBack: back }} />}>
        {null}
      </View>
    );
  return <AskEditor people={people.filter(({ state }) => state !== 'retired')} contact={route.contact} keeps={kept.data ?? null} />;
}
