import { useState } from 'react';
import type { InboxItem } from '../../../shared/contracts/engine/inbox.ts';
import type { RequestDetail } from '../../../shared/contracts/engine/requests.ts';
import type { Delegation } from '../../../shared/platforms/delegation.ts';
import { gotText } from '../../../shared/text/requests.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { go } from '../../lib/route.ts';
import { canDelegate } from '../requests/ask-form.ts';
import type { Meant } from './meant.ts';
import { RefuseDialog } from './refuse-dialog.tsx';
import { StepsDialog } from './steps-dialog.tsx';

export type RequestActsProps = {
  readonly item: InboxItem;
  readonly request: RequestDetail;
  readonly meant: Meant | null;
  readonly delegation: Delegation | null;
  /** First name of who asks. */
  readonly name: string;
};

/** What the one who asks has of an account now; undefined when nothing. */
export function lentOf({ lent }: RequestDetail, meant: Meant | null): RequestDetail['lent'][number] | undefined {
  return lent.find(({ account }) => account === meant?.id);
}

/** The answers to a request: more time for what they have, steps for a role where the platform has them, a handoff of all or of less, a refusal. */
export function RequestActs({ item, request, meant, delegation, name }: RequestActsProps) {
  const [open, setOpen] = useState<'steps' | 'refuse' | null>(null);
  const readOnly = useWhyReadOnly();
  const contact = item.row.from.contact;
  const { id } = request.row;
  const why = readOnly ?? (meant === null ? gotText.chooseFirst : null);
  const role = canDelegate(delegation);
  const lent = lentOf(request, meant);
  const handOff = (narrow: boolean): void => {
    if (meant === null) return;
    go({ view: 'handoff', account: meant.id, contact, request: id, ...(narrow ? { narrow } : {}) });
  };
  return (
    <div className="row wrap inbox-acts request-acts">
      {role && (
        <Button variant={lent === undefined ? 'primary' : 'default'} why={why} onClick={() => setOpen('steps')}>
          {gotText.answerSteps}
        </Button>
      )}
      <Button variant={role || lent !== undefined ? 'default' : 'primary'} why={why} onClick={() => handOff(false)}>
        {role ? gotText.handOffAnyway : gotText.handOff}
      </Button>
      <span className="grow" />
      <Button variant="quiet" why={why} title={gotText.narrowHint} onClick={() => handOff(true)}>
        {gotText.narrow}
      </Button>
      <Button variant="quiet" why={readOnly} onClick={() => setOpen('refuse')}>
        {gotText.refuse}
      </Button>
      {open === 'refuse' && <RefuseDialog id={id} name={name} onClose={() => setOpen(null)} />}
      {open === 'steps' && meant !== null && canDelegate(delegation) && (
        <StepsDialog
          request={request}
          account={meant.id}
          delegation={delegation}
          name={name}
          verified={item.row.from.verified}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
