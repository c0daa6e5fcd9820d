import { useState } from 'react';
import type { AsideRecord } from '../../../shared/contracts/engine/aside.ts';
import { MAX_ROWS } from '../../../shared/limits.ts';
import { asideText } from '../../../shared/text/aside.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Caption } from '../../components/card.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useAct } from '../../lib/act.ts';
import { engineNow } from '../../lib/clock-sync.ts';
import { useAsk } from '../../lib/query.ts';
import { showToast } from '../../lib/toast-store.ts';
import { AsideLine } from './aside-line.tsx';

/** The records set aside: what each is, why it cannot be read, and the ways out. */
export function AsideRecords() {
  const { data } = useAsk('aside.list', { offset: 0, limit: MAX_ROWS });
  const whyNot = useWhyReadOnly();
  const copy = useAct('aside.copy');
  const remove = useAct('aside.remove');
  const [asking, setAsking] = useState<AsideRecord | null>(null);
  const now = engineNow();
  const copyOf = async ({ id }: AsideRecord): Promise<void> => {
    const reply = await copy.run({ id });
    if (!reply.ok && reply.code === 'busy') return;
    showToast({ text: reply.ok ? asideText.copied : errorLine(reply.code, reply.facts) });
  };
  const removeOne = async (record: AsideRecord): Promise<void> => {
    const reply = await remove.run({ id: record.id });
    setAsking(null);
    showToast({ text: reply.ok ? asideText.removed : errorLine(reply.code, reply.facts) });
  };
  return (
    <section className="block">
      <Caption>{asideText.records}</Caption>
      {data === undefined ? (
        <p className="card pad small soft" role="status">
          {asideText.looking}
        </p>
      ) : data.total === 0 ? (
        <div className="card setting-row">
          <div className="grow">
            <b>{asideText.none}</b>
            <p className="small soft">{asideText.noneLead}</p>
          </div>
        </div>
      ) : (
        <>
          <ul className="card">
            {data.rows.map((record) => (
              <AsideLine
                key={record.id}
                record={record}
                now={now}
                whyNot={whyNot}
                onCopy={() => void copyOf(record)}
                onRemove={() => setAsking(record)}
              />
            ))}
          </ul>
          {data.total > data.rows.length && (
            <p className="small soft setting-under">{asideText.more(data.total - data.rows.length)}</p>
          )}
          <p className="small soft pretty setting-under">{asideText.lead}</p>
        </>
      )}
      <Dialog
        loses
        open={asking !== null}
        onClose={() => !remove.busy && setAsking(null)}
        title={asking === null ? '' : asideText.ask(asking)}
        lead={asking === null ? '' : asideText.askLead(asking)}
        safe={asideText.keep}
        act={{
          label: asideText.remove,
          onAct: () => asking !== null && void removeOne(asking),
          busy: remove.busy ? asideText.removing : null,
        }}
      />
    </section>
  );
}
