import { useState } from 'react';
import type { Contact } from '../../../shared/contracts/engine/people.ts';
import { firstName } from '../../../shared/text/common.ts';
import { handoffText } from '../../../shared/text/handoff.ts';
import { peopleText, resemblesText, wordsText } from '../../../shared/text/people.ts';
import { askText } from '../../../shared/text/requests.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Face } from '../../components/face.tsx';
import { RadioGroup } from '../../components/radio.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { plainLine } from '../../lib/plain-text.ts';
import { ChoosePerson } from '../handoff/choose-person.tsx';
import { UnverifiedBanner } from '../handoff/unverified-banner.tsx';
import type { AskForm } from './ask-form.ts';

export type AskWhoProps = {
  readonly people: readonly Contact[];
  readonly person: Contact | null;
  readonly form: AskForm;
  readonly onChange: (part: Partial<AskForm>) => void;
};

/** Whom the request is put to: a person whose card is here, or whoever gets it. */
export function AskWho({ people, person, form, onChange }: AskWhoProps) {
  const [choosing, setChoosing] = useState(false);
  return (
    <div>
      <Card caption={askText.who} pad className="ask-who">
        <RadioGroup
          legend={askText.who}
          legendHidden
          value={form.open ? 'open' : 'known'}
          onChange={(value) => onChange({ open: value === 'open' })}
          options={[
            { value: 'known', label: askText.known, hint: askText.knownHint },
            { value: 'open', label: askText.stranger, hint: askText.strangerHint },
          ]}
        />
        {form.open ? (
          <TextInput
            label={askText.addressee}
            hint={askText.addresseeHint}
            value={form.addressee}
            onChange={(addressee) => onChange({ addressee })}
            maxLength={64}
          />
        ) : (
          <div className="row">
            {person !== null && <Face name={person.name} />}
            <div className="grow">
              <b className="cut">{person === null ? askText.nobody : plainLine(person.name)}</b>
              <span className="small soft cut">
                {person === null ? askText.nobodyBody : person.state === 'verified' ? peopleText.verified : peopleText.unverified}
              </span>
            </div>
            <Button size="small" onClick={() => setChoosing(true)}>
              {person === null ? handoffText.choosePerson : handoffText.change}
            </Button>
          </div>
        )}
      </Card>
      {form.open && <Banner title={askText.openTitle}>{askText.openBody}</Banner>}
      {person !== null && person.state === 'unverified' && <Unverified key={person.id} person={person} />}
      <ChoosePerson
        open={choosing}
        people={people}
        chosen={person?.id ?? null}
        onClose={() => setChoosing(false)}
        onChoose={(contact) => {
          setChoosing(false);
          onChange({ contact });
        }}
      />
    </div>
  );
}

function Unverified({ person }: { readonly person: Contact }) {
  const name = plainLine(person.name);
  const twin = person.resembles === null ? null : resemblesText(name, plainLine(person.resembles.name));
  return (
    <UnverifiedBanner
      person={person}
      title={twin?.what ?? wordsText.sayWhy(firstName(name))}
      tone={twin === null ? 'look' : 'exposed'}
    >
      {twin?.todo ?? askText.unverified}
    </UnverifiedBanner>
  );
}
