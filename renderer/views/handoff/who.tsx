import { useState } from 'react';
import type { Contact } from '../../../shared/contracts/engine/people.ts';
import { firstName } from '../../../shared/text/common.ts';
import { formatDay } from '../../../shared/text/dates.ts';
import { handoffText } from '../../../shared/text/handoff.ts';
import { peopleText, resemblesText, roleText, wordsText } from '../../../shared/text/people.ts';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Face } from '../../components/face.tsx';
import { Icon } from '../../components/icon.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { plainLine } from '../../lib/plain-text.ts';
import { UnverifiedBanner } from './unverified-banner.tsx';
import { ChoosePerson } from './choose-person.tsx';

export type WhoProps = {
  readonly people: readonly Contact[];
  readonly person: Contact | null;
  readonly onChoose: (id: string) => void;
};

/** Whom the handoff is sealed for, and whether their words were compared. */
export function Who({ people, person, onChoose }: WhoProps) {
  const [choosing, setChoosing] = useState(false);
  const resembles = person === null || person.resembles === null ? null : resemblesText(person.name, person.resembles.name);
  return (
    <div>
      <Card caption={handoffText.who} className="ho-who">
        {person === null ? (
          <span className="glyph">
            <Icon name="person" size="large" />
          </span>
        ) : (
          <Face name={person.name} size="big" />
        )}
        <div className="grow">
          <b className="cut">{person === null ? handoffText.nobodyYet : plainLine(person.name)}</b>
          <span className="small soft cut">{person === null ? handoffText.nobodyYetBody : lineOf(person)}</span>
        </div>
        <Button size={person === null ? undefined : 'small'} onClick={() => setChoosing(true)}>
          {person === null ? handoffText.choosePerson : handoffText.change}
        </Button>
      </Card>
      {person !== null && person.state === 'unverified' && (
        <UnverifiedBanner
          key={person.id}
          person={person}
          title={resembles?.what ?? wordsText.sayWhy(firstName(person.name))}
          tone={resembles === null ? 'look' : 'exposed'}
        >
          {resembles?.todo ?? handoffText.unverifiedTodo}
        </UnverifiedBanner>
      )}
      <ChoosePerson
        open={choosing}
        people={people}
        chosen={person?.id ?? null}
        onClose={() => setChoosing(false)}
        onChoose={(id) => {
          setChoosing(false);
          onChoose(id);
        }}
      />
    </div>
  );
}

function lineOf(person: Contact): string {
  const words =
    person.state === 'verified' && person.verifiedAt !== null
      ? peopleText.verifiedOn(formatDay(person.verifiedAt, engineNow()))
      : peopleText.unverified;
  const role = person.role === null ? null : roleText[person.role];
  return [role, person.organisation, words].filter((part) => part !== null).join(' · ');
}
