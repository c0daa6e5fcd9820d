import { promiseText } from '../../../shared/text/common.ts';
import { healthActs, healthText } from '../../../shared/text/health.ts';
import { Button } from '../../components/button.tsx';
import { Icon, type IconName } from '../../components/icon.tsx';
import { PromiseMark } from '../../components/promise-mark.tsx';
import type { HealthAct, HealthItem } from './health-items.ts';

export type HealthRowProps = {
  readonly item: HealthItem;
  /** Acts the host cannot do, or that have no meaning now, are left out. */
  readonly offers: (act: HealthAct) => boolean;
  readonly busy: HealthAct | null;
  readonly onAct: (act: HealthAct) => void;
};

const icons = { ok: 'check', note: 'info', wait: 'clock', bad: 'exposed' } as const satisfies Record<HealthItem['state'], IconName>;

/** One thing the health page looks at: how it stands, who keeps it, what can be done. */
export function HealthRow({ item, offers, busy, onAct }: HealthRowProps) {
  const acts = item.acts.filter(offers);
  return (
    <li className={`health-row ${item.state}`}>
      <Icon name={icons[item.state]} label={healthText.state[item.state]} />
      <div className="grow">
        <b>{item.title}</b>
        <p className="small soft">{item.body}</p>
      </div>
      {item.promise && <PromiseMark kind={item.promise}>{promiseText[item.promise]}</PromiseMark>}
      {acts.length > 0 && (
        <span className="row">
          {acts.map((act) => (
            <Button key={act} size="small" busy={busy === act ? busyWord(act) : null} onClick={() => onAct(act)}>
              {healthActs[act]}
            </Button>
          ))}
        </span>
      )}
    </li>
  );
}

function busyWord(act: HealthAct): string {
  if (act === 'compact') return healthActs.compacting;
  return act === 'check' ? healthText.checking : healthActs[act];
}
