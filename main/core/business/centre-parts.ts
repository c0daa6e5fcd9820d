import type { Book } from '../records/book.ts';
import { groupedBy } from '../records/grouped.ts';
import type { Data, Entry } from '../records/shapes.ts';

const byCentre = ({ data }: { readonly data: { readonly centre: string } }): string => data.centre;
const byContact = ({ data }: Entry<'member'>): string => data.contact ?? '';

/** What belongs to a centre or may be used there. */
export function assetsIn(book: Book, centre: string): readonly Entry<'asset'>[] {
  return groupedBy(book.all('asset'), byCentre).get(centre) ?? [];
}

/** Everyone who is, waits to be or was at a centre. */
export function membersIn(book: Book, centre: string): readonly Entry<'member'>[] {
  return groupedBy(book.all('member'), byCentre).get(centre) ?? [];
}

/** Where a person is at a centre, or waits to be. */
export function placesOf(book: Book, contact: string): readonly Entry<'member'>[] {
  return (groupedBy(book.all('member'), byContact).get(contact) ?? []).filter(({ data }) => !isOut(data));
}

/** True for one who was taken out, whose invitation was taken back, or whose request was declined. */
export function isOut({ state }: Data<'member'>): boolean {
  return state === 'removed';
}

/** True for one who was asked for or invited and is not in yet. */
export function isWaiting({ state }: Data<'member'>): boolean {
  return state === 'asked' || state === 'invited';
}

/** True for one who is in, or may still come in by an invitation, although the last day has passed. */
export function isOver({ state, until }: Data<'member'>, now: number): boolean {
  return (state === 'active' || state === 'invited') && until !== undefined && now >= until;
}
