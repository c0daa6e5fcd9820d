import type { AddedPlatform, PlatformReading } from '../../../shared/contracts/engine/platforms.ts';
import { type Done, type Refused, refuse } from '../../../shared/errors.ts';
import { BUILT_IN } from '../../../shared/platforms/built-in.ts';
import { type PlatformEntry, type Platforms, platformsWith } from '../../../shared/platforms/catalogue.ts';
import { signInOf } from '../../../shared/platforms/known-platform.ts';
import type { Platform } from '../../../shared/platforms/platform.ts';
import { MAX_PLATFORMS, readPlatforms, writePlatforms } from '../../../shared/platforms/read-platforms.ts';
import { utf8 } from '../bytes.ts';
import type { Book, Draft } from '../records/book.ts';
import type { Entry } from '../records/shapes.ts';

/** Largest text of the added platforms, in bytes of UTF-8 as it stands in a message: it goes to the page in one piece. */
const MOST = 600_000;
/** Files read and not added that are kept. */
const MOST_READ = 4;

const builtIn: ReadonlySet<string> = new Set(BUILT_IN.map(({ id }) => id));
const nothingAdded: readonly Platform[] = [];

/** What the records gave, and which they were. */
interface Made {
  readonly of: readonly Entry<'catalogue'>[];
  readonly added: readonly Platform[];
  readonly known: Platforms;
}

/** The platforms a person added or corrected: one file's worth, merged from every file they took in. */
export class PlatformFile {
  readonly #book: Book;
  readonly #readings = new Map<string, readonly Platform[]>();
  #made: Made | null = null;

  constructor(book: Book) {
    this.#book = book;
  }

  /** The platforms there are to choose from, and their names. */
  get known(): Platforms {
    return this.#current().known;
  }

  /** What was added, for the page; a text that does not read any more counts as none. */
  added(): { text: string | null; added: number | null; platforms: AddedPlatform[] } {
    const { of, added } = this.#current();
    if (added.length === 0) return { text: null, added: null, platforms: [] };
    return {
      text: writePlatforms(added),
      added: of.at(-1)?.data.added ?? null,
      platforms: added.map((one) => ({
        ...entryOf(one),
        groups: [...one.groups],
        checked: one.checked,
        replaces: builtIn.has(one.id) ? 'built_in' : null,
      })),
    };
  }

  /** Reads a file and keeps it until it is added; says what is in it, or what is wrong with it. Refused when it and what is there are too large together. */
  read(text: string): PlatformReading | Refused {
    const { added } = this.#current();
    const read = readPlatforms(text, merged(BUILT_IN, added));
    if (!read.ok) return { fits: false, problems: [...read.problems] };
    const whole = wholeOf(merged(added, read.platforms));
    if (!Array.isArray(whole)) return whole;
    const reading = this.#book.newId();
    this.#readings.set(reading, read.platforms);
    for (const oldest of this.#readings.keys()) if (this.#readings.size > MOST_READ) this.#readings.delete(oldest);
    const before = new Set(added.map(({ id }) => id));
    return {
      fits: true,
      reading,
      platforms: read.platforms.map(({ id, name, checked }) => ({
        ...{ id, name, checked },
        replaces: before.has(id) ? 'added' : builtIn.has(id) ? 'built_in' : null,
      })),
    };
  }

  /** Adds what was read; one with the id of a platform added before takes its place. */
  add(reading: string): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const read = this.#readings.get(reading);
      if (read === undefined) return refuse('not_found');
      // What was added meanwhile may not go together with it.
      const whole = wholeOf(merged(this.#current().added, read));
      if (!Array.isArray(whole)) return 'refused' in whole ? whole : refuse('not_found');
      this.#readings.delete(reading);
      return this.#put(draft, whole);
    });
  }

  remove(id: string): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const { added } = this.#current();
      const rest = added.filter((one) => one.id !== id);
      if (rest.length === added.length) return refuse('not_found');
      // A text that does not read counts as none: taking one out must not take the others with it.
      const read = rest.length === 0 ? null : readPlatforms(writePlatforms(rest), BUILT_IN);
      if (read?.ok === false) return refuse('platform_needed', { name: String(read.problems[0]?.platform ?? '') });
      return this.#put(draft, rest);
    });
  }

  #put(draft: Draft, platforms: readonly Platform[]): Done {
    const [kept, ...others] = this.#book
      .all('catalogue')
      .map(({ id }) => id)
      .toReversed();
    for (const other of others) draft.del(other);
    if (platforms.length > 0)
      draft.put('catalogue', kept ?? this.#book.newId(), { added: this.#book.now(), text: writePlatforms(platforms) });
    else if (kept !== undefined) draft.del(kept);
    draft.note('catalogue-saved');
    return {};
  }

  #current(): Made {
    const of = this.#book.all('catalogue');
    if (this.#made?.of === of) return this.#made;
    const text = of.at(-1)?.data.text;
    const read = text === undefined ? null : readPlatforms(text, BUILT_IN);
    const added = read?.ok === true ? read.platforms : nothingAdded;
    this.#made = { of, added, known: platformsWith(added.map(entryOf)) };
    return this.#made;
  }
}

/** Platforms with others laid over them; one of the same id takes the place of the earlier. */
function merged(under: readonly Platform[], over: readonly Platform[]): Platform[] {
  return [...new Map([...under, ...over].map((one) => [one.id, one])).values()];
}

/** The same platforms when they read together as one file; else what is wrong, or that they are too large. */
function wholeOf(platforms: Platform[]): Platform[] | Extract<PlatformReading, { fits: false }> | Refused {
  if (platforms.length > MAX_PLATFORMS) return refuse('too_many', { max: MAX_PLATFORMS });
  const text = writePlatforms(platforms);
  if (utf8(JSON.stringify(text)).length > MOST) return refuse('too_large');
  const read = readPlatforms(text, BUILT_IN);
  return read.ok ? platforms : { fits: false, problems: [...read.problems] };
}

function entryOf(of: Platform): PlatformEntry {
  const { id, name, groups, domains } = of;
  return { id, name, groups, domain: domains[0] ?? null, signIn: signInOf(of) };
}
