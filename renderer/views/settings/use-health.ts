import { readOnlyCode } from '../../app/read-only.ts';
import { useVault } from '../../app/vault-context.ts';
import { errorText } from '../../../shared/text/errors.ts';
import { useAsk } from '../../lib/query.ts';
import { engineNow } from '../../lib/clock-sync.ts';
import { useRuns } from '../runs/use-runs.ts';
import { type HealthFacts, type HealthItem, healthItems } from './health-items.ts';
import { type Check, useCheck } from './use-check.ts';

/** The vault's health as the page shows it. */
export interface VaultHealth {
  /** Null until it has been asked for. */
  readonly facts: HealthFacts | null;
  readonly items: readonly HealthItem[];
  /** Items that want something done. */
  readonly todo: number;
  readonly check: Check;
}

/** Gathers what the health page looks at. */
export function useHealth(): VaultHealth {
  const vault = useVault();
  const { data: health } = useAsk('vault.health', {});
  const { data: clock } = useAsk('clock.behind', {});
  const runs = useRuns();
  const check = useCheck();
  if (health === undefined) return { facts: null, items: [], todo: 0, check };
  const facts: HealthFacts = {
    health,
    check: check.last,
    checkFailed: check.failed,
    read: vault.read,
    readOnly: vault.readOnly === null ? null : { ...errorText(readOnlyCode(vault.readOnly)), inUse: vault.readOnly === 'in_use' },
    kept: vault.kept,
    behind: clock?.seconds ?? 0,
    ended: [...runs.waiting, ...runs.ending.map(({ grant }) => grant)],
    now: engineNow(),
  };
  const items = healthItems(facts);
  return { facts, items, todo: items.filter(wanting).length, check };
}

/** Whether an item wants something done. */
export function wanting({ state }: HealthItem): boolean {
  return state === 'wait' || state === 'bad';
}
