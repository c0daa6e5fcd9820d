import { healthActs, healthText } from '../../../shared/text/health.ts';
import { fileText } from '../../../shared/text/vault.ts';
import { Button } from '../../components/button.tsx';
import { Caption } from '../../components/card.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Ring } from '../../components/ring.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { WorkProgress } from '../work-progress.tsx';
import type { HealthAct, HealthItem } from './health-items.ts';
import { HealthRow } from './health-row.tsx';
import { TestSheet } from './test-sheet.tsx';
import { useHealth, type VaultHealth, wanting } from './use-health.ts';
import { type HealthActs, useHealthActs } from './use-health-acts.ts';

const fileTasks = ['checking', 'compacting'] as const;
const groups = ['way', 'file', 'lent'] as const satisfies readonly HealthItem['group'][];

/** How the vault stands: what is in order, what is not, and what to do about it. */
export function HealthPage() {
  const health = useHealth();
  const acts = useHealthActs(health.check.again);
  if (health.facts === null) return null;
  const forked = health.facts.health.anchor === 'forked';
  return (
    <>
      <Head health={health} acts={acts} />
      {groups.map((group) => (
        <section key={group} className="block">
          <Caption>{healthText[group]}</Caption>
          <ul className="card">
            {health.items
              .filter((item) => item.group === group)
              .map((item) => (
                <HealthRow
                  key={item.id}
                  item={item}
                  offers={acts.offers}
                  busy={health.check.busy ? 'check' : acts.busy}
                  onAct={acts.run}
                />
              ))}
          </ul>
        </section>
      ))}
      {acts.asking === 'test' && <TestSheet onClose={() => acts.answer(false)} />}
      <Dialog
        loses
        open={acts.asking === 'goOn'}
        onClose={() => acts.answer(false)}
        title={fileText.goOnTitle}
        lead={forked ? fileText.goOnForked : fileText.goOnRolledBack}
        safe={fileText.notYet}
        act={{ label: fileText.goOn, onAct: () => acts.answer(true) }}
      />
    </>
  );
}

function Head({ health, acts }: { readonly health: VaultHealth; readonly acts: HealthActs }) {
  const { items, todo, check } = health;
  const ok = items.length - todo;
  // What is wrong comes before what is only to be done.
  const wants = items.filter(wanting).toSorted((a, b) => Number(b.state === 'bad') - Number(a.state === 'bad'));
  const first: HealthAct | undefined = wants.flatMap((item) => item.acts.slice(0, 1).filter(acts.offers))[0];
  return (
    <div className="card health-head">
      <Ring kind="done" size={92} value={ok / items.length} label={healthText.ring(ok, items.length)}>
        <span>
          <b>
            {ok}/{items.length}
          </b>
          <span className="under">{healthText.inOrder}</span>
        </span>
      </Ring>
      <div className="grow">
        <h2>{healthText.todo(todo)}</h2>
        <p className="soft pretty">
          {todo === 0 ? healthText.all : healthText.things(wants.map((item) => item.todo).filter((one) => one !== null))}
        </p>
        <div className="row wrap health-acts">
          {first !== undefined && first !== 'check' && (
            <Button variant="primary" onClick={() => acts.run(first)}>
              {headWord(first)}
            </Button>
          )}
          <Button busy={check.busy ? healthText.checking : null} onClick={check.again}>
            {healthText.checkAll}
          </Button>
          {check.last !== null && !check.busy && (
            <span className="small faint" role="status">
              {healthText.checked(check.last.at, check.last.found.milliseconds, engineNow())}
            </span>
          )}
        </div>
        <WorkProgress tasks={fileTasks} busy={check.busy || acts.busy === 'compact'} stoppable />
      </div>
    </div>
  );
}

/** A button away from its row says what it is about. */
function headWord(act: HealthAct): string {
  if (act === 'test') return healthActs.testSheet;
  if (act === 'aside') return healthActs.asideAway;
  if (act === 'passphrase') return healthActs.changePassphrase;
  return act === 'backup' ? healthActs.makeBackup : healthActs[act];
}
