import {
  type AssetRow,
  assetKind,
  type CentreRow,
  type MemberRow,
  MOST_IN_CENTRE,
} from '../../../shared/contracts/engine/business.ts';
import { utf8 } from '../bytes.ts';
import type { Contacts, PersonRef } from '../people/contacts.ts';
import type { Book } from '../records/book.ts';
import type { Data, Entry } from '../records/shapes.ts';
import { assetsIn, isOut, isOver, isWaiting, membersIn } from './centre-parts.ts';

/** Bytes of JSON that what stands in a centre may take: it travels to the page in one answer. */
const ROOM = 800_000;

const { compare } = new Intl.Collator();
const byName = (a: { readonly name: string }, b: { readonly name: string }): number => compare(a.name, b.name);

/** Centres, and what stands in them, as a page shows them. */
export class CentreViews {
  readonly #book: Book;
  readonly #contacts: Contacts;

  constructor(book: Book, contacts: Contacts) {
    this.#book = book;
    this.#contacts = contacts;
  }

  row({ id, data }: Entry<'centre'>): CentreRow {
    const now = this.#book.now();
    const members = membersIn(this.#book, id).map((entry) => entry.data);
    const within = members.filter(({ state }) => state === 'active');
    const ends = within.map(({ until }) => until ?? 0).filter((until) => until > now);
    return {
      id,
      client: data.client ?? null,
      platform: data.platform,
      name: data.name,
      number: data.number ?? null,
      owner: data.owner,
      person: this.person(data.contact),
      assets: assetsIn(this.#book, id).length,
      people: within.filter(({ as }) => as === 'person').length,
      partners: within.filter(({ as }) => as === 'partner').length,
      waiting: members.filter(isWaiting).length,
      ends: ends.length === 0 ? null : Math.min(...ends),
      over: members.filter((member) => isOver(member, now)).length,
      archived: data.archived,
    };
  }

  /** What belongs to a centre or may be used there, by kind and name, as far as there is room. */
  assets(centre: string): AssetRow[] {
    return fitting(this.#assets(centre), ROOM);
  }

  #assets(centre: string): AssetRow[] {
    const kinds = assetKind.options;
    return assetsIn(this.#book, centre)
      .map((entry) => this.asset(entry))
      .toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || byName(a, b));
  }

  /** Those who are in, those who wait, each by name; then those who are out, the latest first, as far as there is room beside what is held already. */
  members(centre: string, beside: readonly AssetRow[]): MemberRow[] {
    const present = this.#present(centre);
    const out = membersIn(this.#book, centre)
      .filter(({ data }) => isOut(data))
      .toSorted((a, b) => (b.data.removed ?? 0) - (a.data.removed ?? 0))
      .slice(0, MOST_IN_CENTRE)
      .map((entry) => this.member(entry));
    const [within, waiting] = [
      present.filter(({ state }) => state === 'active'),
      present.filter(({ state }) => state !== 'active'),
    ];
    return fitting([...within, ...waiting, ...out], ROOM - sizeOf(beside));
  }

  /** True when a centre can still be shown in one answer with this in it, in the place of what has its id. */
  hasRoomFor(centre: string, { asset, member }: { readonly asset?: Entry<'asset'>; readonly member?: Entry<'member'> }): boolean {
    const assets = this.#assets(centre).filter(({ id }) => id !== asset?.id);
    const members = this.#present(centre).filter(({ id }) => id !== member?.id);
    const more = [...(asset === undefined ? [] : [this.asset(asset)]), ...(member === undefined ? [] : [this.member(member)])];
    return sizeOf([...assets, ...members, ...more]) <= ROOM;
  }

  asset({ id, data }: Entry<'asset'>): AssetRow {
    const account = data.account === undefined ? null : this.#book.get('account', data.account);
    return {
      id,
      kind: data.kind,
      name: data.name,
      number: data.number ?? null,
      hold: data.hold,
      account:
        account === null || data.account === undefined
          ? null
          : { id: data.account, title: account.title, username: account.username ?? null },
    };
  }

  member({ id, data }: Entry<'member'>): MemberRow {
    return {
      id,
      as: data.as,
      person: this.person(data.contact),
      name: data.name,
      number: data.number ?? null,
      level: data.level,
      lowest: data.lowest,
      assets: data.assets,
      state: data.state,
      since: data.since ?? null,
      until: data.until ?? null,
      over: isOver(data, this.#book.now()),
      removed: data.removed ?? null,
      note: data.note ?? null,
    };
  }

  /** The person a record names; null when it names none. */
  person(contact: Data<'member'>['contact']): PersonRef | null {
    return contact === undefined ? null : this.#contacts.ref(contact);
  }

  #present(centre: string): MemberRow[] {
    return membersIn(this.#book, centre)
      .filter(({ data }) => !isOut(data))
      .map((entry) => this.member(entry))
      .toSorted(byName);
  }
}

/** The first of some rows, as many as a list and so many bytes hold: a title written longer since, or a removal taken back, may be one too many. */
function fitting<R extends AssetRow | MemberRow>(rows: readonly R[], room: number): R[] {
  const shown: R[] = [];
  let left = room;
  for (const row of rows) {
    left -= sizeOf([row]);
    if (left < 0 || shown.length >= MOST_IN_CENTRE) break;
    shown.push(row);
  }
  return shown;
}

function sizeOf(rows: readonly (AssetRow | MemberRow)[]): number {
  return utf8(JSON.stringify(rows)).length;
}
