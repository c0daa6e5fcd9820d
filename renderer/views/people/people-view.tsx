import { peopleText } from '../../../shared/text/people.ts';
import { commonText } from '../../../shared/text/common.ts';
import { useVaultBanner } from '../../app/vault-banner.tsx';
import { Bar } from '../../components/bar.tsx';
import { Split } from '../../components/split.tsx';
import { View } from '../../components/window.tsx';
import { lastInput } from '../../lib/last-input.ts';
import { onePane, useMedia } from '../../lib/media.ts';
import { useAsk } from '../../lib/query.ts';
import { type Route, back, go, goInto, replace } from '../../lib/route.ts';
import { useFocusOnOpen } from '../use-focus-on-open.ts';
import { AddPerson } from './add-person.tsx';
import { MyCard } from './my-card.tsx';
import { PeopleList } from './people-list.tsx';
import { ADD, ME } from './people-places.ts';
import { PersonDetail } from './person-detail.tsx';

/** The people of the vault, one's own card first. */
export function PeopleView({ route }: { readonly route: Extract<Route, { view: 'people' }> }) {
  const banner = useVaultBanner();
  const single = useMedia(onePane);
  const { data } = useAsk('people.list', {});
  const people = data?.people ?? [];
  const shown = route.person ?? people[0]?.id ?? ME;
  const open = single && route.open === true;
  useFocusOnOpen(single, open);
  const select = (person: string): void => {
    if (single && lastInput() === 'pointer') goInto({ view: 'people', person });
    else replace({ view: 'people', person });
  };
  const show = (person: string): void => {
    if (single) go({ view: 'people', person, open: true });
    else document.querySelector<HTMLElement>('[data-pane="detail"] :is(input, textarea, button)')?.focus();
  };
  const add = (): void => go({ view: 'people', person: ADD, ...(single ? { open: true } : {}) });
  return (
    <View
      banner={banner}
      bar={
        <Bar
          title={peopleText.title}
          sub={people.length === 0 ? undefined : peopleText.total(people.length)}
          back={open ? { label: commonText.back, onBack: back } : undefined}
        />
      }
    >
      <Split
        open={open ? 'detail' : 'list'}
        onBack={back}
        listLabel={peopleText.title}
        detailLabel={shown === ME ? peopleText.me : people.find((one) => one.id === shown)?.name}
        detailKey={shown}
        list={<PeopleList people={people} selected={shown} onSelect={select} onOpen={show} onAdd={add} />}
      >
        {shown === ME ? <MyCard /> : shown === ADD ? <AddPerson /> : <PersonDetail key={shown} id={shown} />}
      </Split>
    </View>
  );
}
