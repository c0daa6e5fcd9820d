import type { LogFault } from '../../../shared/contracts/engine/aside.ts';
import { logFaultText as words } from '../../../shared/text/aside.ts';
import { Button } from '../../components/button.tsx';
import { Caption } from '../../components/card.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { useAsk } from '../../lib/query.ts';
import { replace, type SettingsPage } from '../../lib/route.ts';

/** Whether the log holds together; where it does not, which entry, between which days, and what that does and does not mean. */
export function LogFaultCard() {
  const { data } = useAsk('aside.log', {});
  const { data: health } = useAsk('vault.health', {});
  if (data === undefined || health === undefined) return null;
  return (
    <section className="block">
      <Caption>{words.title}</Caption>
      {data.fault === null ? (
        <div className="card setting-row">
          <div className="grow">
            <b>{words.whole(health.log.records)}</b>
            <p className="small soft">{words.wholeLead}</p>
          </div>
        </div>
      ) : (
        <Fault fault={data.fault} />
      )}
    </section>
  );
}

function Fault({ fault }: { readonly fault: LogFault }) {
  const show = (page: SettingsPage) => () => replace({ view: 'settings', page, open: true });
  const where = [
    words.between(fault, engineNow()),
    ...(fault.more > 0 ? [words.more(fault.more)] : []),
    ...(fault.setAside > 0 ? [words.aside(fault.setAside)] : []),
  ];
  return (
    <div className="card pad log-fault">
      <div>
        <h3>{words.head(fault)}</h3>
        <p className="small soft pretty">{where.join(' ')}</p>
      </div>
      <div>
        <h3>{words.meansTitle}</h3>
        <p className="small soft pretty">{words.means(fault)}</p>
      </div>
      <div>
        <h3>{words.notTitle}</h3>
        <p className="small soft pretty">
          {words.not(fault.n)} {words.sealed}
        </p>
      </div>
      <div>
        <h3>{words.todoTitle}</h3>
        <p className="small soft pretty">{words.todo}</p>
      </div>
      <span className="row wrap">
        <Button size="small" onClick={show('backups')}>
          {words.backups}
        </Button>
        <Button size="small" onClick={show('passphrase')}>
          {words.key}
        </Button>
      </span>
    </div>
  );
}
