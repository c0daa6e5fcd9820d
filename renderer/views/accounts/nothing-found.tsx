import { listText } from '../../../shared/text/account-list.ts';
import { accountsText } from '../../../shared/text/accounts.ts';
import { inLine, list } from '../../../shared/text/common.ts';
import { usePlatforms } from '../../lib/platforms.ts';
import { type AccountsRoute, replace } from '../../lib/route.ts';
import { filterWords, widen } from './filter-words.ts';

/** A list in which nothing fits: what was looked for, which filters stand in the way, and the ways to look wider. */
export function NothingFound({ route }: { readonly route: AccountsRoute }) {
  const { query = '', filter } = route;
  const platforms = usePlatforms();
  const filters = filter === undefined ? null : list(filterWords(filter, platforms.name).map(({ text }) => inLine(text)));
  return (
    <div className="list-nothing grow" role="status">
      <b>{wordsOf(query, filters)}</b>
      {query !== '' && <span className="soft">{accountsText.nothingFoundTodo}</span>}
      {filters !== null && (
        <button type="button" className="link" onClick={() => widen(route)}>
          {listText.takeAllAway}
        </button>
      )}
      {route.client !== 'all' && (
        <button type="button" className="link" onClick={() => replace({ ...route, client: 'all', account: null })}>
          {accountsText.everywhere}
        </button>
      )}
    </div>
  );
}

function wordsOf(query: string, filters: string | null): string {
  if (filters === null) return accountsText.nothingFound(query);
  return query === '' ? listText.nothingFits(filters) : listText.nothingFitsSearch(query, filters);
}
