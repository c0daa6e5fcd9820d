import type { CommandId } from '../../shared/commands.ts';

/** The longest link that is read, in characters. */
const MOST = 64;

const PLACES = new Map<string, CommandId>([
  ['accounts', 'goAccounts'],
  ['received', 'goReceived'],
  ['requests', 'goRequests'],
  ['ledger', 'goLedger'],
  ['runs', 'goRuns'],
  ['review', 'goReview'],
  ['inbox', 'goInbox'],
  ['business', 'goBusiness'],
  ['people', 'goPeople'],
  ['reminders', 'goReminders'],
]);

/**
 * The place a link `latchkey:go/<place>` leads to; null for every other text, which only opens the window. A link comes from anywhere, so
 * it names a place of a closed list and carries nothing: no record, no text, no act.
 */
export function placeOfLink(link: string): CommandId | null {
  if (link.length > MOST) return null;
  const place = /^latchkey:(?:\/\/)?go\/([a-z]{1,16})\/?$/.exec(link)?.[1];
  return place === undefined ? null : (PLACES.get(place) ?? null);
}
