import type { Contact } from '../../../shared/contracts/engine/people.ts';
import { peopleText, roleText } from '../../../shared/text/people.ts';
import { Face } from '../../components/face.tsx';
import { Icon } from '../../components/icon.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { KeyMark } from '../../components/key-mark.tsx';
import { ListBox } from '../../components/list-box.tsx';
import { ListRow } from '../../components/list-row.tsx';
import { PaneHead } from '../../components/split.tsx';
import { ME } from './people-places.ts';

export type PeopleListProps = {
  readonly people: readonly Contact[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onAdd: () => void;
};

/** The left pane: one's own card, then everyone whose card is here. */
export function PeopleList({ people, selected, onSelect, onOpen, onAdd }: PeopleListProps) {
  const rows: readonly (Contact | null)[] = [null, ...people];
  const items = rows.map((person) => ({ id: person?.id ?? ME, name: person?.name ?? peopleText.me, person }));
  return (
    <>
      <PaneHead>
        <span className="label grow">{people.length === 0 ? peopleText.emptyTitle : peopleText.total(people.length)}</span>
        <IconButton icon="plus" size="small" label={peopleText.add} onClick={onAdd} />
      </PaneHead>
      <ListBox
        label={peopleText.title}
        items={items}
        keyOf={(row) => row.id}
        textOf={(row) => row.name}
        selected={selected}
        onSelect={onSelect}
        onOpen={onOpen}
      >
        {({ person }) =>
          person === null ? (
            <ListRow
              mark={
                <span className="mark">
                  <KeyMark />
                </span>
              }
              title={peopleText.me}
              two={peopleText.meLine}
            />
          ) : (
            <ListRow mark={<Face name={person.name} />} title={person.name} two={lineOf(person)} end={<State person={person} />} />
          )
        }
      </ListBox>
    </>
  );
}

function State({ person }: { readonly person: Contact }) {
  if (person.state === 'verified') return <Icon name="check" tone="sealed" label={peopleText.verified} />;
  if (person.state === 'retired') return <Icon name="archive" tone="faint" label={peopleText.retired} />;
  return <Icon name="info" tone="ending" label={peopleText.unverified} />;
}

function lineOf(person: Contact): string {
  const what = [person.role === null ? null : roleText[person.role], person.organisation]
    .filter((part) => part !== null)
    .join(' · ');
  return what === '' ? peopleText.grants(person.grants) : what;
}
