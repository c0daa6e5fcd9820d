import { passCodeCount } from '../codes/pass.ts';
import { groupedBy } from '../records/grouped.ts';
import type { Data, Entry } from '../records/shapes.ts';

const byItem = ({ data }: Entry<'code_request'>): string => (data.side === 'made' ? data.account : '');

/** Windows of a received pass as spans of Unix seconds; none without a pass. */
export function spansOf(item: Data<'received'>): { from: number; until: number }[] {
  const pass = item.pass;
  if (pass === undefined) return [];
  return pass.windows.map(({ first_step, count }) => ({
    from: first_step * pass.period,
    until: (first_step + count) * pass.period,
  }));
}

/** When the first window of a grant that has not begun can be used; null when there is none. */
export function windowAfter(spans: readonly { from: number; until: number }[], from: number): number | null {
  const first = spans.find(({ until }) => until > from);
  return first === undefined ? null : Math.max(first.from, from);
}

/** What a grant says of all its accounts together. */
export function grantFacts(items: readonly Data<'received'>[]): Pick<Data<'grant'>, 'live_codes' | 'what' | 'windows' | 'codes'> {
  const what: Data<'grant'>['what'] = [];
  if (items.some(({ password }) => password !== undefined)) what.push('password');
  if (items.some(({ pass }) => pass !== undefined)) what.push('codes');
  if (items.some(({ backup_codes }) => backup_codes.length > 0)) what.push('backup_codes');
  if (items.some(({ live_codes }) => live_codes)) what.push('live_codes');
  return {
    live_codes: items.filter(({ live_codes }) => live_codes).map(({ account }) => account),
    what,
    windows: items.flatMap(spansOf).slice(0, 256),
    codes: items.reduce((sum, { pass }) => sum + (pass === undefined ? 0 : passCodeCount(pass)), 0),
  };
}

/** The request for a code made last for a received item; null when none was. */
export function lastAsked(requests: readonly Entry<'code_request'>[], item: string): string | null {
  const made = groupedBy(requests, byItem).get(item) ?? [];
  return made.toSorted((a, b) => b.data.made - a.data.made)[0]?.id ?? null;
}
