import { useState } from 'react';
import type { MemberRow, Stays } from '../../../shared/contracts/engine/business.ts';
import type { Delegation } from '../../../shared/platforms/delegation.ts';
import { memberText, removeText } from '../../../shared/text/business.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { sureText } from '../../../shared/text/runs.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Consequence } from '../../components/consequence.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { English } from '../../components/english.tsx';
import { Path } from '../../components/step-row.tsx';
import { plainLine } from '../../lib/plain-text.ts';
import { useAsk } from '../../lib/query.ts';
import { useSaving } from './use-saving.ts';

export type RemoveDialogProps = {
  /** The centre's name. */
  readonly centre: string;
  readonly member: MemberRow;
  readonly delegation: Delegation | null;
  readonly onClose: () => void;
};

/** Asks what a removal leaves as it is, says it, and only then notes that it was done at the platform. Mounted while it is open. */
export function RemoveDialog({ centre, member, delegation, onClose }: RemoveDialogProps) {
  const { data: stays, failure } = useAsk('business.stays', { member: member.id });
  // What was read must not change under the eyes once the removal is being noted.
  const [read, setRead] = useState<Stays | null>(null);
  if (read === null && stays !== undefined) setRead(stays);
  const name = plainLine(member.name);
  const readOnly = useWhyReadOnly();
  const saving = useSaving('business.removeMember', onClose);
  const waits = member.state === 'invited' || member.state === 'asked' ? member.state : null;
  const wrong = saving.failure ?? failure;
  return (
    <Dialog
      wide
      open
      onClose={onClose}
      title={waits === null ? removeText.title(name, centre) : removeText.waitingTitle(waits, name)}
      lead={waits === null ? removeText.lead : removeText.waitingBody(waits)}
      safe={removeText.keep}
      act={{
        label: waits === null ? removeText.done : waits === 'asked' ? memberText.declined : memberText.takenBack,
        variant: 'primary',
        busy: saving.busy,
        why: readOnly ?? (read === null ? removeText.looking : null),
        onAct: () => void saving.save({ id: member.id }),
      }}
    >
      {waits === null && read !== null && <WhatStays stays={read} delegation={delegation} />}
      {waits === null && delegation !== null && <TheWay delegation={delegation} />}
      {wrong !== null && (
        <p className="hint error" role="alert">
          {errorLine(wrong.code, wrong.facts)}
        </p>
      )}
    </Dialog>
  );
}

type WhatStaysProps = { readonly stays: Stays; readonly delegation: Delegation | null };

const namesOf = (some: readonly { readonly name: string }[]): string[] => some.map(({ name }) => plainLine(name));

function WhatStays({ stays: { back, theirs, people, adCodes }, delegation }: WhatStaysProps) {
  return (
    <>
      <section aria-label={removeText.stays}>
        <h3>{removeText.stays}</h3>
        <ul className="consequences biz-stay">
          {theirs.length > 0 && <Consequence happens={false}>{removeText.theirs(namesOf(theirs))}</Consequence>}
          {people.length > 0 && <Consequence happens={false}>{removeText.people(namesOf(people))}</Consequence>}
          {adCodes > 0 && <Consequence happens={false}>{removeText.adCodes(adCodes)}</Consequence>}
          {(delegation?.doesNotReturn ?? []).map(({ text, theirs: isTheirs }) => (
            <Consequence key={text} happens={false} lang={isTheirs ? 'en' : undefined}>
              {text}
            </Consequence>
          ))}
        </ul>
      </section>
      <section aria-label={removeText.comesBack}>
        <h3>{removeText.comesBack}</h3>
        <ul className="consequences biz-stay">
          <Consequence happens={back.length > 0}>
            {back.length === 0 ? removeText.noneBack : removeText.back(namesOf(back))}
          </Consequence>
        </ul>
      </section>
    </>
  );
}

/** How the platform takes somebody out, and how sure that is. */
function TheWay({ delegation: { remove } }: { readonly delegation: Delegation }) {
  const say = [remove.text, remove.note].filter((part) => part !== null).join(' ');
  const sure = sureText[remove.sure];
  if (remove.menu === null && say === '' && sure === null) return null;
  return (
    <section aria-label={removeText.how}>
      <h3>{removeText.how}</h3>
      {remove.menu !== null && <Path words={remove.menu.split(' > ')} lang="en" />}
      <p className="small soft pretty">
        <English>{say}</English> {sure}
      </p>
    </section>
  );
}
