import type { Book } from '../../main/core/records/book.ts';
import { deepFreeze } from './frozen-records.ts';

/** Makes a book give out only what cannot be changed. The configuration has every test file that loads the book call this. */
export function freezeGiven(book: typeof Book): void {
  for (const name of ['get', 'all']) {
    const given: unknown = Reflect.get(book.prototype, name);
    if (typeof given !== 'function') throw new Error(`a book gives records by ${name}`);
    Reflect.set(book.prototype, name, function frozen(this: Book, ...of: readonly unknown[]): unknown {
      return deepFreeze<unknown>(Reflect.apply(given, this, of));
    });
  }
}
