import { passingData } from '../records/entries.ts';
import type { Line } from './order.ts';
import { folded } from './search.ts';

/** Most similar accounts shown. */
const MOST = 5;

/** What an account about to be saved says of itself; empty for what it does not. */
export interface Likeness {
  /** Its own id, when it is known. */
  readonly id?: string | undefined;
  readonly client: string | null;
  readonly platform: string;
  readonly title: string;
  readonly username: string;
}

/**
 * Accounts that one about to be saved may be already: of the same platform and with the same username, or, where one of the two has none, of the
 * same client and with the same title. Accents and capitals do not count, nor does an @ before a username.
 */
export function similarTo(lines: readonly Line[], of: Likeness): readonly Line[] {
  const [username, title] = [handle(of.username), folded(of.title).trim()];
  const found: Line[] = [];
  for (const line of lines) {
    if (line.trashed || line.id === of.id || line.known.platform !== of.platform) continue;
    const mayBe =
      (username !== '' && line.known.text.includes(username)) || (line.client === of.client && folded(line.title) === title);
    if (!mayBe) continue;
    const theirs = handle(passingData(line.entry).username ?? '');
    const isSame =
      username !== '' && theirs !== ''
        ? theirs === username
        : title !== '' && folded(line.title).trim() === title && line.client === of.client;
    if (isSame) found.push(line);
    if (found.length === MOST) break;
  }
  return found;
}

function handle(username: string): string {
  return folded(username).trim().replace(/^@/u, '');
}
