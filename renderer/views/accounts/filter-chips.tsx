import type { AccountFilter } from '../../../shared/contracts/engine/account-list.ts';
import { listText } from '../../../shared/text/account-list.ts';
import { Chip } from '../../components/chip.tsx';
import { usePlatforms } from '../../lib/platforms.ts';
import type { AccountsRoute } from '../../lib/route.ts';
import { filterWords, narrow } from './filter-words.ts';

export type FilterChipsProps = { readonly route: AccountsRoute; readonly filter: AccountFilter };

/** What narrows the list, each to be taken away by a press. */
export function FilterChips({ route, filter }: FilterChipsProps) {
  const platforms = usePlatforms();
  return (
    <div className="list-chips" role="group" aria-label={listText.filters}>
      {filterWords(filter, platforms.name).map(({ key, text }) => (
        <Chip
          key={key}
          kind="on"
          iconEnd="x"
          aria-label={listText.takeAway(text)}
          onClick={() => narrow(route, { [key]: undefined })}
        >
          <span className="cut">{text}</span>
        </Chip>
      ))}
    </div>
  );
}
