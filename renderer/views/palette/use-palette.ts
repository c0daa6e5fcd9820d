import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { CommandId } from '../../../shared/commands.ts';
import { paletteText } from '../../../shared/text/palette.ts';
import { fits } from './match.ts';
import type { Act, Result, ResultGroup } from './result.ts';
import { useLoginActs } from './use-login-acts.tsx';
import { type Results, useResults } from './use-results.tsx';

/** Keys that act on the login at hand, as they do on its own page. */
export const LOGIN_KEYS = ['copyUsername', 'copyPassword', 'copyCode', 'openSite', 'edit'] as const satisfies readonly CommandId[];

/** The palette as it is used: what is typed, what is found, which row is at hand. */
export interface Palette {
  readonly query: string;
  readonly groups: readonly ResultGroup[];
  readonly rows: readonly Result[];
  readonly active: Result | null;
  /** The login whose acts are shown in the place of what was found; null while none is. */
  readonly more: Result | null;
  readonly accounts: Results['accounts'];
  /** What can be done with the login at hand. */
  readonly acts: readonly Result[];
  /** What Enter does with the row at hand. */
  readonly mainOf: (row: Result) => Result;
  readonly type: (query: string) => void;
  readonly choose: (id: string) => void;
  readonly move: (by: 1 | -1) => void;
  /** Runs the row at hand, once what was typed has its answer. */
  readonly enter: () => void;
  /** Runs a row that is clicked; one whose acts are not known yet, once they are. */
  readonly take: (row: Result) => void;
  /** Shows what else can be done with the login at hand; false when it is none. */
  readonly showMore: () => boolean;
  /** One step back; false at the first. */
  readonly back: () => boolean;
}

/** `quick`: copying comes first, and nothing is offered that the small window cannot do. */
export function usePalette(quick: boolean, onAct: (act: Act) => void): Palette {
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [level, setLevel] = useState<{ readonly of: Result; readonly query: string } | null>(null);
  /** How often Enter was pressed, or a row clicked, and how many of these were answered or overtaken by more typing. */
  const [entered, setEntered] = useState<{ readonly times: number; readonly row: string | null }>({ times: 0, row: null });
  const answered = useRef(0);
  const found = useResults(level === null ? query : level.query, quick);
  const foundRows = found.groups.flatMap(({ rows }) => rows);
  const atHand = level?.of ?? foundRows.find(({ id }) => id === chosen) ?? foundRows[0] ?? null;
  const acts = useLoginActs(atHand?.login ?? null);

  const groups = level === null ? found.groups : groupOfMore(level.of, acts, query);
  const rows = groups.flatMap((group) => group.rows);
  const active = rows.find(({ id }) => id === chosen) ?? rows[0] ?? null;
  const mainOf = (row: Result): Result => {
    if (!quick || row.login === undefined) return row;
    return acts.find(({ command }) => command === 'copyCode') ?? acts.find(({ command }) => command === 'copyPassword') ?? row;
  };

  // Enter that came before the answer must not take a row of what was typed before.
  const ready = level !== null || (found.settled && !(quick && active?.login !== undefined && acts.length === 0));
  const run = useEffectEvent(() => {
    answered.current = entered.times;
    // A row that was clicked and is gone meanwhile has no other one act in its place.
    if (active !== null && (entered.row === null || entered.row === active.id)) onAct(mainOf(active).act);
  });
  useEffect(() => {
    if (ready && entered.times > answered.current) run();
  }, [entered, ready]);

  const go = (to: typeof level, typed: string, id: string | null): void => {
    setLevel(to);
    setQuery(typed);
    setChosen(id);
    answered.current = entered.times;
  };
  return {
    ...{ query, groups, rows, active, acts, mainOf, more: level?.of ?? null, accounts: found.accounts },
    type: (typed) => go(level, typed, null),
    choose: setChosen,
    move: (by) => {
      const at = rows.findIndex(({ id }) => id === active?.id);
      setChosen(rows[(at + by + rows.length) % rows.length]?.id ?? null);
    },
    enter: () => setEntered(({ times }) => ({ times: times + 1, row: null })),
    take: (row) => {
      if (!quick || row.login === undefined) return onAct(row.act);
      setChosen(row.id);
      setEntered(({ times }) => ({ times: times + 1, row: row.id }));
    },
    showMore: () => {
      if (level !== null || active?.login === undefined) return false;
      go({ of: active, query }, '', null);
      return true;
    },
    back: () => {
      if (level === null) return false;
      go(null, level.query, level.of.id);
      return true;
    },
  };
}

function groupOfMore({ title }: Result, acts: readonly Result[], query: string): readonly ResultGroup[] {
  const rows = acts.filter((act) => fits(query, act.title) !== null);
  return rows.length === 0 ? [] : [{ name: paletteText.moreOf(title), rows }];
}
