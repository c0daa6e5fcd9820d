import { useState } from 'react';
import type { AdCodeRow as AdCode } from '../../../shared/contracts/engine/business.ts';
import { adCodeText } from '../../../shared/text/ad-codes.ts';
import { businessText } from '../../../shared/text/business.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { Check } from '../../components/check.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { HookArt } from '../../components/key-mark.tsx';
import { AskAgain, earliest } from '../../lib/ask-again.tsx';
import { useMoreRows } from '../../lib/more-rows.ts';
import { useAsk } from '../../lib/query.ts';
import type { BusinessRoute } from '../../lib/route.ts';
import type { CachedCall } from '../../lib/topics.ts';
import { AdCodeDialog } from './ad-code-dialog.tsx';
import { AdCodeRow } from './ad-code-row.tsx';
import { BusinessFrame } from './business-frame.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

/** What the end of a code changes without anything being written. */
const byTime: readonly CachedCall[] = ['business.adCodes'];

type Asking = { readonly what: 'note'; readonly code: AdCode | null } | { readonly what: 'withdraw'; readonly code: AdCode };

/** The ad codes that run, soonest end first, and on wish those that are over. */
export function AdCodes({ route }: { readonly route: BusinessRoute }) {
  const readOnly = useWhyReadOnly();
  const [all, setAll] = useState(false);
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = (): void => setAsking(null);
  const list = useMoreRows('business.adCodes', { only: all ? 'all' : 'live' });
  const ever = useAsk('business.adCodes', { only: 'all', offset: 0, limit: 1 }).data?.total ?? null;
  const note = (): void => setAsking({ what: 'note', code: null });
  const live = list.rows.filter(({ state }) => state === 'live');
  return (
    <BusinessFrame
      route={route}
      actions={
        ever === 0 ? undefined : (
          <Button icon="plus" why={readOnly} onClick={note}>
            {adCodeText.add}
          </Button>
        )
      }
    >
      {ever === null || list.total === null ? null : ever === 0 ? (
        <EmptyState
          art={<HookArt />}
          title={adCodeText.emptyTitle}
          action={
            <Button variant="primary" size="large" data-autofocus why={readOnly} onClick={note}>
              {adCodeText.addFirst}
            </Button>
          }
        >
          {adCodeText.emptyBody}
        </EmptyState>
      ) : (
        <section className="scroll biz-page" aria-label={adCodeText.title} data-pane="detail">
          <AskAgain at={earliest(live.map(({ until }) => until))} calls={byTime} />
          <div className="row wrap biz-over">
            <p className="soft pretty grow">{adCodeText.lead}</p>
            <Check checked={all} onChange={setAll}>
              {adCodeText.withOver}
            </Check>
          </div>
          {list.rows.length === 0 ? (
            <p className="card pad soft" role="status">
              {adCodeText.none}
            </p>
          ) : (
            <ul className="card biz-rows biz-codes" aria-label={adCodeText.title}>
              {list.rows.map((code) => (
                <AdCodeRow
                  key={code.id}
                  code={code}
                  onEdit={() => setAsking({ what: 'note', code })}
                  onWithdraw={() => setAsking({ what: 'withdraw', code })}
                />
              ))}
            </ul>
          )}
          {list.more !== null && (
            <Button variant="quiet" size="small" onClick={list.more}>
              {businessText.more}
            </Button>
          )}
        </section>
      )}
      {asking?.what === 'note' && <AdCodeDialog code={asking.code} onClose={close} />}
      {asking?.what === 'withdraw' && <WithdrawDialog code={asking.code} onClose={close} />}
    </BusinessFrame>
  );
}
