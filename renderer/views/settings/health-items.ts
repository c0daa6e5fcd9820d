import type { Health } from '../../../shared/contracts/engine/safety.ts';
import type { ErrorText } from '../../../shared/text/error-text.ts';
import { healthItemText as words, type ItemText, overFor } from '../../../shared/text/health.ts';
import type { PromiseKind } from '../../components/promise-mark.tsx';
import type { Checked } from './use-check.ts';

/** What the health page looks at. */
export interface HealthFacts {
  readonly health: Health;
  readonly check: Checked | null;
  readonly checkFailed: boolean;
  readonly read: 'clean' | 'repaired' | 'damaged';
  /** Why nothing can be saved; null when all is well. `inUse`: another Latchkey writes, and this one follows. */
  readonly readOnly: (ErrorText & { readonly inUse: boolean }) | null;
  /** Whether what could not be saved is sealed in the app's folder too. */
  readonly kept: boolean;
  /** Seconds the clock is behind what the vault has seen. */
  readonly behind: number;
  /** Grants that have ended and are not closed. */
  readonly ended: readonly { readonly title: string; readonly until: number }[];
  readonly now: number;
}

/** What a row's buttons may do. */
export type HealthAct =
  | 'test'
  | 'testAgain'
  | 'renew'
  | 'passphrase'
  | 'backup'
  | 'backups'
  | 'restore'
  | 'rescue'
  | 'check'
  | 'compact'
  | 'aside'
  | 'log'
  | 'retry'
  | 'copy'
  | 'mine'
  | 'goOn'
  | 'clock'
  | 'runs';

/** One row: in order, worth knowing, to do, or wrong. The first act is the main one. */
export interface HealthItem extends ItemText {
  readonly id: string;
  readonly group: 'way' | 'file' | 'lent';
  readonly state: 'ok' | 'note' | 'wait' | 'bad';
  readonly acts: readonly HealthAct[];
  readonly promise: PromiseKind | null;
}

const DAY = 86_400;
/** A sheet tested longer ago than this counts as untested. */
const SHEET_DAYS = 365;
/** Days a backup may be behind the last save. */
const BACKUP_DAYS = 2;
/** Seconds a clock may be behind: less is a computer that was corrected. */
export const CLOCK_SLACK = 120;
/** What a check gives when it could not read the file at all. */
const UNREACHED: ReadonlySet<string> = new Set(['gone', 'io', 'changed_elsewhere']);
/** Dead bytes under which a file is not worth compacting. */
const DEAD_BYTES = 256 * 1024;

type Rest = Partial<Pick<HealthItem, 'acts' | 'promise'>>;

/** Everything the health page shows, in its order. */
export function healthItems(facts: HealthFacts): readonly HealthItem[] {
  const item =
    (group: HealthItem['group']) =>
    (id: string, state: HealthItem['state'], text: ItemText, { acts = [], promise = null }: Rest = {}): HealthItem => ({
      ...{ id, group, state, acts, promise },
      ...text,
    });
  const [way, file, lent] = [item('way'), item('file'), item('lent')];
  return [
    sheet(facts, way),
    cost(facts, way),
    backup(facts, way),
    ...saving(facts, file),
    ...saves(facts, file),
    log(facts, file),
    size(facts, file),
    ...aside(facts, file),
    anchor(facts, file),
    facts.behind > CLOCK_SLACK
      ? file('clock', 'wait', words.clockBehind(facts.behind), { acts: ['clock'] })
      : file('clock', 'ok', words.clock),
    ended(facts, lent),
  ];
}

type Make = (id: string, state: HealthItem['state'], text: ItemText, rest?: Rest) => HealthItem;

function sheet({ health, now }: HealthFacts, make: Make): HealthItem {
  const { present, made, tested } = health.recovery;
  if (!present) return make('sheet', 'bad', words.noSheet, { acts: ['renew'] });
  if (tested === null) return make('sheet', 'wait', words.untested(made, now), { acts: ['test'] });
  if (now - tested > SHEET_DAYS * DAY) return make('sheet', 'wait', words.testedLongAgo(tested, made, now), { acts: ['test'] });
  return make('sheet', 'ok', words.tested(tested, made, now), { acts: ['testAgain'] });
}

function cost({ health, now }: HealthFacts, make: Make): HealthItem {
  const text = words.cost(health.cost, health.passwordChanged, now);
  if (health.cost === 'low') return make('cost', 'wait', text, { acts: ['passphrase'] });
  return make('cost', 'ok', text, { promise: 'sealed' });
}

function backup({ health, now }: HealthFacts, make: Make): HealthItem {
  const newest = newestOf(health);
  if (newest === null) return make('backup', 'wait', words.noBackup, { acts: ['backup'] });
  const stale = health.lastSaved !== null && health.lastSaved - newest > BACKUP_DAYS * DAY;
  if (stale) return make('backup', 'wait', words.oldBackup(newest, now), { acts: ['backup', 'backups'] });
  return make('backup', 'ok', words.backup(newest, health.backups.length, now), { acts: ['backups'], promise: 'courtesy' });
}

function newestOf({ backups }: Health): number | null {
  return backups.length === 0 ? null : Math.max(...backups.map(({ at }) => at));
}

/** Nothing where another row already says why nothing is saved. */
function saving({ health, read, readOnly, kept, now }: HealthFacts, make: Make): readonly HealthItem[] {
  if (readOnly === null) return [make('saving', 'ok', words.saving(health.lastSaved, now))];
  if (read === 'damaged' || health.anchor === 'rolled_back' || health.anchor === 'forked') return [];
  const { what, safe, inUse } = readOnly;
  if (inUse) return [make('saving', 'note', words.following(what))];
  return [make('saving', 'bad', words.notSaving(what, safe, health.unsaved, kept), { acts: ['retry', 'copy'] })];
}

/** Nothing where the file could not be looked at because it cannot be reached: the row about saving says so already. */
function saves({ health, check, checkFailed, read, readOnly }: HealthFacts, make: Make): readonly HealthItem[] {
  if (read === 'damaged') return [make('saves', 'bad', words.damaged, { acts: ['rescue'] })];
  if (checkFailed) return [make('saves', 'wait', words.checkFailed, { acts: ['check'] })];
  const fault = check?.found.fault ?? null;
  if (fault !== null && readOnly !== null && UNREACHED.has(fault)) return [];
  if (fault !== null) return [make('saves', 'bad', words.checkFault, { acts: ['copy', 'backups'] })];
  return [make('saves', 'ok', words.saves(health.saves), { promise: 'sealed' })];
}

function log({ health, check }: HealthFacts, make: Make): HealthItem {
  const bad = check?.found.log.bad ?? null;
  if (bad !== null) return make('log', 'bad', words.logBad(bad), { acts: ['aside', 'log'] });
  return make('log', 'ok', words.log(health.log.records), { promise: 'sealed', acts: ['check', 'log'] });
}

function size({ health, readOnly }: HealthFacts, make: Make): HealthItem {
  const { bytes, deadBytes, records } = health;
  const acts: readonly HealthAct[] = deadBytes > 0 && readOnly === null ? ['compact'] : [];
  const mostly = deadBytes > DEAD_BYTES && deadBytes > bytes / 2;
  return mostly
    ? make('size', 'wait', words.mostlyOld(bytes, deadBytes), { acts })
    : make('size', 'ok', words.size(bytes, deadBytes, records), { acts });
}

function aside({ health: { setAside } }: HealthFacts, make: Make): readonly HealthItem[] {
  return [
    setAside === 0 ? make('aside', 'ok', words.noneAside) : make('aside', 'note', words.aside(setAside), { acts: ['aside'] }),
  ];
}

function anchor({ health }: HealthFacts, make: Make): HealthItem {
  const text = words.anchor[health.anchor];
  switch (health.anchor) {
    case 'fits':
      return make('anchor', 'ok', text, { promise: 'courtesy' });
    case 'none':
      return make('anchor', 'note', text);
    case 'header_changed':
      return make('anchor', 'wait', text, { acts: ['mine', 'passphrase'] });
    default:
      return make('anchor', 'bad', text, { acts: ['restore', 'goOn'] });
  }
}

function ended({ ended: grants, now }: HealthFacts, make: Make): HealthItem {
  if (grants.length === 0) return make('ended', 'ok', words.allClosed);
  const titles = grants.slice(0, 4).map(({ title, until }) => overFor(title, Math.max(0, now - until)));
  return make('ended', 'bad', words.ended(grants.length, titles.join(', ')), { acts: ['runs'] });
}
