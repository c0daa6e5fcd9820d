import type { AdCodeRow } from '../../../shared/contracts/engine/business.ts';
import type { Book } from '../records/book.ts';
import { groupedBy } from '../records/grouped.ts';
import type { Data, Entry } from '../records/shapes.ts';

const byAccount = ({ data }: Entry<'ad_code'>): string => data.account;
const byContact = ({ data }: Entry<'ad_code'>): string => data.contact ?? '';

/** How an ad code stands. The platform ends it on its last day; before that only a withdrawal there does, which a person notes here. */
export function adCodeState({ ended, until }: Data<'ad_code'>, now: number): AdCodeRow['state'] {
  if (ended !== undefined) return 'withdrawn';
  return now >= until ? 'over' : 'live';
}

/** Ad codes of an account, or those a person holds, that still run. */
export function liveAdCodes(
  book: Book,
  of: { readonly account: string } | { readonly contact: string },
): readonly Entry<'ad_code'>[] {
  const now = book.now();
  const all = book.all('ad_code');
  const some = 'account' in of ? groupedBy(all, byAccount).get(of.account) : groupedBy(all, byContact).get(of.contact);
  return (some ?? []).filter(({ data }) => adCodeState(data, now) === 'live');
}
