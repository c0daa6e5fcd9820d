import { useState } from 'react';
import type { CopyView } from '../../../shared/contracts/engine/copies.ts';
import { MAX_BROUGHT_IN, MAX_ROWS } from '../../../shared/limits.ts';
import { copiesText } from '../../../shared/text/copies.ts';
import { Button } from '../../components/button.tsx';
import { Seg } from '../../components/seg.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { SearchField } from '../accounts/search-field.tsx';
import { CopyFoot } from './copy-foot.tsx';
import { CopyLine } from './copy-line.tsx';
import { CopyNotices } from './copy-notices.tsx';
import type { Copy } from './use-copy.ts';
import { type CopyList, type Show, useCopyList } from './use-copy-list.ts';

/** The accounts of a copy beside those that are here, to be ticked and brought in. */
export function CopyAccounts({ view, copy }: { readonly view: CopyView; readonly copy: Copy }) {
  const [query, setQuery] = useState('');
  const list = useCopyList(view.copy, query);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const { counts, rows, total } = list;
  const now = engineNow();
  const tick = (id: string, on: boolean): void => {
    const next = new Set(ticked);
    if (on && next.size < MAX_BROUGHT_IN) next.add(id);
    else next.delete(id);
    setTicked(next);
  };
  if (counts === null) return <div />;
  return (
    <div className="copy">
      <div className="scroll copy-body" data-pane="detail">
        <CopyNotices view={view} busy={copy.behind.busy} onReadBehind={() => void copy.readBehind()} />
        <div className="copy-head">
          <Seg label={copiesText.show} value={list.show} onChange={list.setShow} options={tabs(counts)} />
          <SearchField value={query} onChange={setQuery} label={copiesText.search} onDown={focusFirst} />
        </div>
        {rows.length === 0 ? (
          <p className="soft copy-nothing" role="status">
            {query.trim() === '' ? copiesText.nothing[list.show] : copiesText.nothingFound(query)}
          </p>
        ) : (
          <ul className="card copy-list" aria-label={copiesText.list}>
            {rows.map((row) => (
              <CopyLine key={row.id} row={row} now={now} ticked={ticked.has(row.id)} onTick={(on) => tick(row.id, on)} />
            ))}
          </ul>
        )}
        {rows.length < total && <Button onClick={list.more}>{copiesText.more(Math.min(MAX_ROWS, total - rows.length))}</Button>}
        {counts.onlyHere > 0 && <p className="small soft">{copiesText.onlyHere(counts.onlyHere)}</p>}
      </div>
      <CopyFoot view={view} list={list} ticked={ticked} onTicked={setTicked} />
    </div>
  );
}

function tabs(counts: NonNullable<CopyList['counts']>): { readonly value: Show; readonly label: string }[] {
  const { onlyThere, differs, same } = counts;
  return [
    { value: 'only_there', label: copiesText.tab(copiesText.state.only_there, onlyThere) },
    { value: 'differs', label: copiesText.tab(copiesText.state.differs, differs) },
    { value: 'same', label: copiesText.tab(copiesText.state.same, same) },
    { value: 'all', label: copiesText.tab(copiesText.all, onlyThere + differs + same) },
  ];
}

function focusFirst(): void {
  document.querySelector<HTMLElement>('.copy-list input')?.focus();
}
