import { useState } from 'react';
import { errorLine, errorText } from '../../../shared/text/errors.ts';
import { firstName } from '../../../shared/text/common.ts';
import { formatDay } from '../../../shared/text/dates.ts';
import { startText } from '../../../shared/text/runs.ts';
import { fileText } from '../../../shared/text/vault.ts';
import { peopleText, resemblesText, wordsText } from '../../../shared/text/people.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { askText } from '../../../shared/text/requests.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { DetailHead } from '../../components/detail-head.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Face } from '../../components/face.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Menu } from '../../components/menu.tsx';
import { PromiseMark } from '../../components/promise-mark.tsx';
import { useAct } from '../../lib/act.ts';
import { engineNow } from '../../lib/clock-sync.ts';
import { plainLine } from '../../lib/plain-text.ts';
import { useAsk } from '../../lib/query.ts';
import { go, replace } from '../../lib/route.ts';
import { showToast } from '../../lib/toast-store.ts';
import { useStartRun } from '../runs/use-start-run.ts';
import { CompareWords } from './compare-words.tsx';
import { HandOffButton } from './hand-off-button.tsx';
import { PersonForm } from './person-form.tsx';
import { PersonLoans } from './person-loans.tsx';

/** One person: whether their words were compared, the place to compare them, and what one wrote down. */
export function PersonDetail({ id }: { readonly id: string }) {
  const { data: person, failure } = useAsk('people.get', { id });
  const remove = useAct('people.remove');
  const [asking, setAsking] = useState(false);
  const { start } = useStartRun();
  const readOnly = useWhyReadOnly();
  if (failure !== null) {
    const { what, todo } = errorText(failure.code, failure.facts);
    return <EmptyState title={what}>{todo}</EmptyState>;
  }
  if (person === undefined) return null;
  const take = async (): Promise<void> => {
    const reply = await remove.run({ id });
    setAsking(false);
    showToast({ text: reply.ok ? peopleText.removed(person.name) : errorLine(reply.code, reply.facts) });
    if (reply.ok) replace({ view: 'people', person: null });
  };
  const verified = person.state === 'verified';
  const resembles = person.resembles === null ? null : resemblesText(person.name, person.resembles.name);
  return (
    <>
      <DetailHead
        mark={<Face name={person.name} size="big" />}
        title={plainLine(person.name)}
        sub={
          person.verifiedAt !== null && verified ? (
            <PromiseMark kind="sealed">{peopleText.verifiedOn(formatDay(person.verifiedAt, engineNow()))}</PromiseMark>
          ) : person.state === 'retired' ? (
            peopleText.retired
          ) : (
            peopleText.unverified
          )
        }
      >
        <Menu
          trigger={<IconButton icon="dots" label={peopleText.actions} />}
          entries={[
            { label: peopleText.loans, icon: 'ledger', onAct: () => go({ view: 'ledger', grant: null, person: id }) },
            {
              label: startText.leaves(person.name),
              icon: 'runs',
              why: readOnly === null ? null : fileText.readOnly,
              onAct: () => void start({ kind: 'leaver', contact: id }),
            },
            'line',
            {
              label: peopleText.remove,
              icon: 'trash',
              why: readOnly === null ? null : fileText.readOnly,
              onAct: () => setAsking(true),
            },
          ]}
        />
        {person.state !== 'retired' && (
          <span className="row person-acts">
            <Button onClick={() => go({ view: 'ask', contact: id })}>{askText.title}</Button>
            <HandOffButton person={person} />
          </span>
        )}
      </DetailHead>
      <div className="stack intake">
        {resembles !== null && !verified && (
          <Banner tone="exposed" title={resembles.what}>
            {resembles.todo}
          </Banner>
        )}
        {person.state === 'unverified' && resembles === null && (
          <Banner title={wordsText.sayWhy(firstName(person.name))}>{wordsText.why}</Banner>
        )}
        {person.state === 'unverified' && <CompareWords person={person} />}
        <PersonLoans person={person} />
        <PersonForm key={`${person.organisation}/${person.role}/${person.zone}`} person={person} />
      </div>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={peopleText.removeTitle(person.name)}
        lead={peopleText.removeBody}
        safe={peopleText.keep}
        act={{ label: peopleText.remove, onAct: () => void take() }}
        loses
      />
    </>
  );
}
