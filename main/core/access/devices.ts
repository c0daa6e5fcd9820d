import type { Device, ListedDevice, ReadDevice } from '../../../shared/contracts/engine/devices.ts';
import { type Done, type Refused, refuse } from '../../../shared/errors.ts';
import type { Contacts } from '../people/contacts.ts';
import type { Book, Draft } from '../records/book.ts';
import { groupedBy } from '../records/grouped.ts';
import type { Data, Entry } from '../records/shapes.ts';
import { type DeviceLine, fitOf, isSame, readDeviceText } from './device-text.ts';

const MOST = 200;

const byAccount = ({ data }: Entry<'device'>): string => data.account;
const byContact = ({ data }: Entry<'device'>): string => data.contact ?? '';

interface DeviceForm {
  readonly id?: string | undefined;
  readonly account: string;
  readonly name: string;
  readonly place: string | null;
  readonly seen: string | null;
  readonly whose: 'me' | 'contact' | 'unknown';
  readonly contact: string | null;
  readonly keep: boolean | null;
  readonly signedOut: boolean;
}

/** Signed-in sessions at a platform, as a person copied them from its page. */
export class Devices {
  readonly #book: Book;
  readonly #contacts: Contacts;

  constructor(book: Book, contacts: Contacts) {
    this.#book = book;
    this.#contacts = contacts;
  }

  of(account: string): Device[] {
    return this.#entries(account).map((entry) => this.#view(entry));
  }

  /**
   * Devices that are still in and about which nothing has been decided, or that are to be signed out and are not yet. Those of `leaving`, the
   * person whose access ends, are settled by being signed out alone.
   */
  unsettled(account: string, leaving: string | null = null): number {
    return this.#entries(account).filter(({ data }) => {
      const isTheirs = leaving !== null && data.whose === 'contact' && data.contact === leaving;
      return data.signed_out === undefined && (data.keep !== true || isTheirs);
    }).length;
  }

  /** How many devices of a person are still in, anywhere. */
  stillIn(contact: string): number {
    const theirs = groupedBy(this.#book.all('device'), byContact).get(contact) ?? [];
    return theirs.filter(({ data }) => data.signed_out === undefined).length;
  }

  /** Drafts a device somebody promised to use, to be looked for; one promised already for the grant stays. */
  expect(draft: Draft, of: { account: string; grant: string; contact: string; name: string }): void {
    const { account, grant, contact, name } = of;
    const entries = this.#entries(account);
    if (entries.some(({ data }) => data.grant === grant) || entries.length >= MOST) return;
    draft.put('device', this.#book.newId(), { account, grant, contact, name, whose: 'contact', made: this.#book.now() });
  }

  /** What the text copied from a platform's list says, each line with the device it seems to be. */
  read({ account, text }: { account: string; text: string }): { rows: ReadDevice[]; gone: Device[] } | Refused {
    if (this.#book.get('account', account) === null) return refuse('not_found');
    const free = new Set(this.#entries(account).filter(({ data }) => data.signed_out === undefined));
    const lines = readDeviceText(text);
    const taken = new Map<DeviceLine, Entry<'device'>>();
    const take = (line: DeviceLine, entry: Entry<'device'> | undefined): void => {
      if (entry === undefined) return;
      taken.set(line, entry);
      free.delete(entry);
    };
    // Every sure match first, so that no guess takes the place of one.
    for (const line of lines)
      take(
        line,
        [...free].find(({ data }) => isSame({ name: data.name, place: data.place ?? null }, line)),
      );
    for (const line of lines) if (!taken.has(line) && !line.isThis) take(line, bestOf(line, free));
    return {
      rows: lines.map((line) => this.#readView(line, taken.get(line))),
      gone: [...free].filter(({ data }) => data.listed !== undefined).map((entry) => this.#view(entry)),
    };
  }

  /** Writes a whole list down as it is shown now. A device known as signed out that is on it is in again. */
  saveList({ account, rows, gone }: { account: string; rows: ListedDevice[]; gone: string[] }): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      if (this.#book.get('account', account) === null) return refuse('not_found');
      const now = this.#book.now();
      const known = new Set(this.#entries(account).map(({ id }) => id));
      const ids = [...rows.flatMap((row) => row.known ?? []), ...gone];
      if (new Set(ids).size < ids.length || ids.some((id) => !known.has(id))) return refuse('not_found');
      if (rows.some((row) => row.contact !== null && this.#book.get('contact', row.contact) === null)) return refuse('not_found');
      if (known.size + rows.filter((row) => row.known === null).length > MOST) return refuse('too_many', { max: MOST });
      for (const row of rows) draft.put('device', row.known ?? this.#book.newId(), this.#listed(account, row, now));
      for (const id of gone) {
        const before = this.#book.get('device', id);
        if (before === null || before.signed_out !== undefined) continue;
        draft.put('device', id, { ...before, keep: false, signed_out: now });
        draft.note('device-signed-out', { ref: account });
      }
      draft.note('device-listed', { ref: account });
      return {};
    });
  }

  save(form: DeviceForm): Promise<{ id: string } | Refused> {
    return this.#book.change((draft) => {
      const before = form.id === undefined ? null : this.#book.get('device', form.id);
      if (form.id !== undefined && before?.account !== form.account) return refuse('not_found');
      if (this.#book.get('account', form.account) === null) return refuse('not_found');
      if (form.contact !== null && this.#book.get('contact', form.contact) === null) return refuse('not_found');
      if (before === null && this.#entries(form.account).length >= MOST) return refuse('too_many', { max: MOST });
      const id = form.id ?? this.#book.newId();
      const now = this.#book.now();
      const data: Data<'device'> = {
        account: form.account,
        name: form.name,
        whose: form.whose,
        made: before?.made ?? now,
        ...(form.place === null ? {} : { place: form.place }),
        ...(form.seen === null ? {} : { seen: form.seen }),
        ...(form.contact === null ? {} : { contact: form.contact }),
        ...(form.keep === null ? {} : { keep: form.keep }),
        ...(form.signedOut ? { signed_out: before?.signed_out ?? now } : {}),
        ...history(before),
      };
      draft.put('device', id, data);
      const wasIn = before?.signed_out === undefined;
      draft.note(form.signedOut && wasIn ? 'device-signed-out' : 'device-saved', { ref: form.account });
      return { id };
    });
  }

  remove(id: string): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const device = this.#book.get('device', id);
      if (device === null) return refuse('not_found');
      draft.del(id);
      draft.note('device-removed', { ref: device.account });
      return {};
    });
  }

  #entries(account: string): readonly Entry<'device'>[] {
    const devices = groupedBy(this.#book.all('device'), byAccount).get(account) ?? [];
    // Of those noted at once, in the order of the platform's list.
    return devices.toSorted((a, b) => a.data.made - b.data.made);
  }

  #readView({ name, place, seen, isThis }: DeviceLine, entry: Entry<'device'> | undefined): ReadDevice {
    const known = entry?.data;
    return {
      name,
      place,
      seen,
      known: entry?.id ?? null,
      whose: isThis ? 'me' : (known?.whose ?? 'unknown'),
      contact: isThis ? null : (known?.contact ?? null),
      promised: known !== undefined && isAwaited(known),
    };
  }

  #listed(account: string, row: ListedDevice, now: number): Data<'device'> {
    const before = row.known === null ? null : this.#book.get('device', row.known);
    const keep = row.whose === 'me' ? true : before?.whose === row.whose ? before.keep : undefined;
    return {
      account,
      name: row.name,
      whose: row.whose,
      made: before?.made ?? now,
      ...(row.place === null ? {} : { place: row.place }),
      ...(row.seen === null ? {} : { seen: row.seen }),
      ...(row.contact === null || row.whose !== 'contact' ? {} : { contact: row.contact }),
      ...(keep === undefined ? {} : { keep }),
      ...history(before),
      listed: now,
    };
  }

  #view({ id, data }: Entry<'device'>): Device {
    return {
      id,
      account: data.account,
      name: data.name,
      place: data.place ?? null,
      seen: data.seen ?? null,
      whose: data.whose,
      person: data.contact === undefined ? null : this.#contacts.ref(data.contact),
      keep: data.keep ?? null,
      signedOut: data.signed_out ?? null,
      grant: data.grant ?? null,
      made: data.made,
      listed: data.listed ?? null,
    };
  }
}

/** What a device keeps whatever is corrected of it: the grant it was promised for, and when a list last had it. */
function history(before: Data<'device'> | null): Pick<Data<'device'>, 'grant' | 'listed'> {
  return {
    ...(before?.grant === undefined ? {} : { grant: before.grant }),
    ...(before?.listed === undefined ? {} : { listed: before.listed }),
  };
}

/** True for a device that was promised and that no list has shown yet. */
function isAwaited({ grant, listed }: Data<'device'>): boolean {
  return grant !== undefined && listed === undefined;
}

/** The awaited device whose promise a line fits best; undefined when it fits none. */
function bestOf(line: DeviceLine, free: ReadonlySet<Entry<'device'>>): Entry<'device'> | undefined {
  return [...free]
    .filter(({ data }) => isAwaited(data))
    .map((entry) => ({ entry, fit: fitOf(entry.data.name, line) }))
    .filter(({ fit }) => fit > 0)
    .toSorted((a, b) => b.fit - a.fit)[0]?.entry;
}
