import { useState } from 'react';
import type { Contact } from '../../../shared/contracts/engine/people.ts';
import { commonText } from '../../../shared/text/common.ts';
import { handoffText } from '../../../shared/text/handoff.ts';
import { peopleText } from '../../../shared/text/people.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Face } from '../../components/face.tsx';
import { Icon } from '../../components/icon.tsx';
import { ListBox } from '../../components/list-box.tsx';
import { ListRow } from '../../components/list-row.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { plainLine } from '../../lib/plain-text.ts';
import { go } from '../../lib/route.ts';
import { fold } from '../../lib/type-ahead.ts';

/** With fewer people than this there is nothing to search. */
const MANY = 8;

export type ChoosePersonProps = {
  readonly open: boolean;
  readonly people: readonly Contact[];
  readonly chosen: string | null;
  readonly onClose: () => void;
  readonly onChoose: (id: string) => void;
};

/** The people something can be sealed for: everyone whose card is here and was not replaced. */
export function ChoosePerson({ open, people, chosen, onClose, onChoose }: ChoosePersonProps) {
  const [query, setQuery] = useState('');
  const [at, setAt] = useState<string | null>(null);
  const all = people.filter(({ state }) => state !== 'retired');
  const found = all.filter(({ name, organisation }) => fold(`${name} ${organisation ?? ''}`).includes(fold(query.trim())));
  const selected = found.find(({ id }) => id === (at ?? chosen))?.id ?? found[0]?.id ?? null;
  const nobody = all.length === 0;
  const choose = (id: string | null): void => {
    if (id === null) return;
    setAt(null);
    setQuery('');
    onChoose(id);
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={handoffText.choosePerson}
      lead={nobody ? handoffText.noPeople : handoffText.chooseLead}
      safe={commonText.cancel}
      act={
        nobody
          ? { label: handoffText.toPeople, onAct: () => go({ view: 'people', person: null }) }
          : {
              label: handoffText.choose,
              onAct: () => choose(selected),
              why: selected === null ? handoffText.noSuchPerson : null,
            }
      }
    >
      {nobody ? undefined : (
        <>
          {all.length >= MANY && (
            <TextInput
              label={handoffText.findPerson}
              labelHidden
              placeholder={handoffText.findPerson}
              value={query}
              onChange={setQuery}
              onKeyDown={(event) => {
                if (event.key === 'Enter') {
                  event.preventDefault();
                  choose(selected);
                } else if (event.key === 'ArrowDown') {
                  event.preventDefault();
                  event.currentTarget
                    .closest('[role="dialog"]')
                    ?.querySelector<HTMLElement>('[role="option"][tabindex="0"]')
                    ?.focus();
                }
              }}
              end={<Icon name="search" />}
            />
          )}
          <div className="ho-people">
            {found.length === 0 ? (
              <p className="soft" role="status">
                {handoffText.noSuchPerson}
              </p>
            ) : (
              <ListBox
                label={handoffText.choosePerson}
                items={found}
                keyOf={(person) => person.id}
                textOf={(person) => person.name}
                selected={selected}
                onSelect={setAt}
                onOpen={choose}
              >
                {(person) => (
                  <ListRow
                    mark={<Face name={person.name} />}
                    title={plainLine(person.name)}
                    two={person.organisation ?? (person.state === 'verified' ? peopleText.verified : peopleText.unverified)}
                    end={
                      person.state === 'verified' ? (
                        <Icon name="check" tone="sealed" label={peopleText.verified} />
                      ) : (
                        <Icon name="warning" tone="ending" label={peopleText.unverified} />
                      )
                    }
                  />
                )}
              </ListBox>
            )}
          </div>
        </>
      )}
    </Dialog>
  );
}
