import { useState } from 'react';
import type { InboxItem } from '../../../shared/contracts/engine/inbox.ts';
import type { RequestDetail } from '../../../shared/contracts/engine/requests.ts';
import { delegationFor } from '../../../shared/platforms/delegation.ts';
import { firstName } from '../../../shared/text/common.ts';
import { formatDay } from '../../../shared/text/dates.ts';
import { errorText } from '../../../shared/text/errors.ts';
import { gotText } from '../../../shared/text/requests.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { plainLine } from '../../lib/plain-text.ts';
import { usePlatformFacts } from '../../lib/platform-facts.ts';
import { useAsk } from '../../lib/query.ts';
import { go } from '../../lib/route.ts';
import { canDelegate } from '../requests/ask-form.ts';
import { DelegateCard } from './delegate-card.tsx';
import { ItemHead } from './item-head.tsx';
import { LeaveUnanswered } from './leave-unanswered.tsx';
import { clearlyMeant, type Meant } from './meant.ts';
import { MeantAccount } from './meant-account.tsx';
import { lentOf, RequestActs } from './request-acts.tsx';
import { RequestAnswered } from './request-answered.tsx';
import { RequestFacts } from './request-facts.tsx';
import { SenderBanner } from './sender-banner.tsx';

export type RequestItemProps = { readonly item: InboxItem; readonly id: string };

/** Somebody asks for access: who, for what and until when; the way without a password first, and the answers. */
export function RequestItem({ item, id }: RequestItemProps) {
  const { data: request, failure } = useAsk('requests.get', { id });
  if (failure !== null) {
    const { what, todo } = errorText(failure.code, failure.facts);
    return <EmptyState title={what}>{todo}</EmptyState>;
  }
  return request === undefined ? null : <Request item={item} request={request} />;
}

function Request({ item, request }: { readonly item: InboxItem; readonly request: RequestDetail }) {
  const [chosen, setChosen] = useState<Meant | null>(null);
  const facts = usePlatformFacts();
  const readOnly = useWhyReadOnly();
  const { row } = item;
  const name = plainLine(firstName(row.from.name));
  const waits = request.row.state === 'waiting';
  const meant = chosen ?? clearlyMeant(request.accounts, request.row);
  const delegation = delegationFor(facts?.get(meant?.platform ?? request.row.platform) ?? null);
  const lent = lentOf(request, meant);
  const acts = <RequestActs item={item} request={request} meant={meant} delegation={delegation} name={name} />;
  return (
    <>
      <ItemHead row={row} proof={request.row.open ? gotText.openProof : gotText.signed}>
        {waits && <LeaveUnanswered id={request.row.id} />}
      </ItemHead>
      <div className="stack inbox-stack">
        <SenderBanner contact={row.from.contact} todo={gotText.unverified} />
        {!waits && <RequestAnswered item={item} request={request} name={name} />}
        <RequestFacts request={request}>
          {waits && <MeantAccount likely={request.accounts} meant={meant} onChoose={setChosen} />}
        </RequestFacts>
        {waits && lent !== undefined && (
          <Banner
            icon="lent"
            title={gotText.has(name, formatDay(lent.until - 1, engineNow()))}
            actions={
              <Button
                variant="primary"
                size="small"
                why={readOnly}
                onClick={() =>
                  go({
                    view: 'grant',
                    id: lent.grant,
                    act: 'extend',
                    asked: { request: request.row.id, until: request.row.until },
                  })
                }
              >
                {gotText.extend}
              </Button>
            }
          >
            {gotText.hasBody}
          </Banner>
        )}
        {waits &&
          (canDelegate(delegation) ? (
            <DelegateCard delegation={delegation} business={meant?.business === true} name={name}>
              {acts}
            </DelegateCard>
          ) : (
            acts
          ))}
      </div>
    </>
  );
}
