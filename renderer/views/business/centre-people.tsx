import type { MemberRow as Member } from '../../../shared/contracts/engine/business.ts';
import { memberText } from '../../../shared/text/business.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import type { Centre } from './centre.ts';
import { MemberRow } from './member-row.tsx';

export type CentrePeopleProps = {
  readonly centre: Centre;
  /** Raises or lowers somebody; null lets one more in. */
  readonly onMember: (member: Member | null) => void;
  readonly onRemove: (member: Member) => void;
};

/** Who is in, who waits, and who left. */
export function CentrePeople({ centre, onMember, onRemove }: CentrePeopleProps) {
  const readOnly = useWhyReadOnly();
  const here = centre.members.filter(({ state }) => state !== 'removed');
  const gone = centre.members.filter(({ state }) => state === 'removed');
  const rows = (members: readonly Member[]) => (
    <ul className="biz-rows">
      {members.map((member) => (
        <MemberRow
          key={member.id}
          centre={centre}
          member={member}
          onChange={() => onMember(member)}
          onRemove={() => onRemove(member)}
        />
      ))}
    </ul>
  );
  return (
    <section aria-label={memberText.people}>
      <Card
        caption={memberText.people}
        captionEnd={
          <Button size="small" icon="plus" why={readOnly} onClick={() => onMember(null)}>
            {memberText.add}
          </Button>
        }
      >
        {here.length === 0 ? <p className="small soft biz-none">{memberText.emptyTitle}</p> : rows(here)}
      </Card>
      {gone.length > 0 && (
        <details className="biz-gone small">
          <summary>{memberText.past(gone.length)}</summary>
          <div className="card tinted">{rows(gone)}</div>
        </details>
      )}
    </section>
  );
}
