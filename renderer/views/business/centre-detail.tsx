import { useState } from 'react';
import type { AssetRow, MemberRow } from '../../../shared/contracts/engine/business.ts';
import { delegationFor } from '../../../shared/platforms/delegation.ts';
import { centreText } from '../../../shared/text/business.ts';
import { errorLine, errorText } from '../../../shared/text/errors.ts';
import { Dialog } from '../../components/dialog.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { usePlatformFacts } from '../../lib/platform-facts.ts';
import { useAsk } from '../../lib/query.ts';
import { replace } from '../../lib/route.ts';
import { showToast } from '../../lib/toast-store.ts';
import { useAct } from '../../lib/act.ts';
import { CentreDialog } from './centre-dialog.tsx';
import { CentreFacts } from './centre-facts.tsx';
import { CentreHead } from './centre-head.tsx';
import { CentrePeople } from './centre-people.tsx';
import { CentreThings } from './centre-things.tsx';
import { CentreWays } from './centre-ways.tsx';
import { MemberDialog } from './member-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { ThingDialog } from './thing-dialog.tsx';

/** What is asked over a centre. */
type Asking =
  | { readonly what: 'centre' }
  | { readonly what: 'drop' }
  | { readonly what: 'thing'; readonly thing: AssetRow | null }
  | { readonly what: 'member'; readonly member: MemberRow | null }
  | { readonly what: 'remove'; readonly member: MemberRow };

/** One centre: what it owns and may use, who is in it at which level until when, and the platform's way to let someone in. */
export function CentreDetail({ id }: { readonly id: string }) {
  const { data: centre, failure } = useAsk('business.get', { id });
  const facts = usePlatformFacts();
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = (): void => setAsking(null);
  if (failure !== null) {
    const { what, todo } = errorText(failure.code, failure.facts);
    return <EmptyState title={what}>{todo}</EmptyState>;
  }
  if (centre === undefined) return null;
  const { row } = centre;
  const known = facts?.get(row.platform) ?? null;
  const delegation = delegationFor(known);
  return (
    <div className="biz-centre">
      <CentreHead row={row} onEdit={() => setAsking({ what: 'centre' })} onRemove={() => setAsking({ what: 'drop' })} />
      <CentreFacts centre={centre} />
      <CentreThings centre={centre} onThing={(thing) => setAsking({ what: 'thing', thing })} />
      <CentrePeople
        centre={centre}
        onMember={(member) => setAsking({ what: 'member', member })}
        onRemove={(member) => setAsking({ what: 'remove', member })}
      />
      {known !== null && delegation !== null && <CentreWays centre={centre} known={known} delegation={delegation} facts={facts} />}
      {asking?.what === 'centre' && <CentreDialog centre={centre} onClose={close} onSaved={close} />}
      {asking?.what === 'thing' && <ThingDialog centre={centre} thing={asking.thing} onClose={close} />}
      {asking?.what === 'member' && <MemberDialog centre={centre} member={asking.member} delegation={delegation} onClose={close} />}
      {asking?.what === 'remove' && (
        <RemoveDialog centre={row.name} member={asking.member} delegation={delegation} onClose={close} />
      )}
      {asking?.what === 'drop' && <DropDialog id={id} name={row.name} onClose={close} />}
    </div>
  );
}

type DropProps = { readonly id: string; readonly name: string; readonly onClose: () => void };

function DropDialog({ id, name, onClose }: DropProps) {
  const remove = useAct('business.remove');
  const drop = async (): Promise<void> => {
    const reply = await remove.run({ id });
    onClose();
    if (reply.ok) replace({ view: 'business', centre: null });
    else showToast({ text: errorLine(reply.code, reply.facts) });
  };
  return (
    <Dialog
      loses
      open
      onClose={onClose}
      title={centreText.removeTitle(name)}
      lead={centreText.removeBody}
      safe={centreText.keep}
      act={{ label: centreText.remove, onAct: () => void drop() }}
    />
  );
}
