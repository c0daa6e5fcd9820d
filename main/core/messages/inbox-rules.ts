import type { InboxItem, InboxRow } from '../../../shared/contracts/engine/inbox.ts';
import { utf8 } from '../bytes.ts';
import type { Data } from '../records/shapes.ts';

type OfferedItem = NonNullable<InboxItem['handoff']>['items'][number];

/** Longest line that tells what a message is about, in UTF-16 units. */
export const ABOUT = 120;
/** Most characters of JSON the items of one message take on their way to the page. */
const REACH = 600_000;

/** The beginning of a text, whole characters only. */
export function shortened(text: string, most: number): string {
  let out = '';
  for (const character of text) {
    if (out.length + character.length > most) break;
    out += character;
  }
  return out;
}

/** Items whose steps and rules are left out from where they would not fit one answer; each is shown whole once it is taken up. */
export function withinReach(items: readonly OfferedItem[]): OfferedItem[] {
  let left = REACH;
  return items.map((item) => {
    left -= utf8(JSON.stringify(item)).length;
    return left >= 0 ? item : { ...item, steps: [], rules: [] };
  });
}

/** A given grant after what its recipient's app told; a first end stays the end, and whoever opened it cannot have declined it. */
export function afterReceipt(grant: Data<'grant'>, event: NonNullable<InboxRow['receipt']>, now: number): Data<'grant'> {
  const { refused, ...open } = grant;
  if (event === 'opened') return { ...open, opened: grant.opened ?? now };
  if (event === 'declined' && grant.opened === undefined) return { ...grant, refused: refused ?? now };
  return grant.until > now ? { ...grant, ended: grant.ended ?? now } : grant;
}
