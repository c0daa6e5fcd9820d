import { type Refused, refuse } from '../../../shared/errors.ts';
import { utf8 } from '../bytes.ts';
import { isLine, isSecret, isText } from './text-rules.ts';

function unfit(value: string, most: number, fits: boolean): Refused | null {
  if (fits) return null;
  return value.isWellFormed() && utf8(value).length > most ? refuse('text_too_long', { max: most }) : refuse('text_unfit');
}

/** Why a text is no line of at most so many bytes of UTF-8, as a person meets it; null when it is one. */
export function unfitLine(value: string, most: number): Refused | null {
  return unfit(value, most, isLine(value, most));
}

/** Why the first of some lines that does not fit its number of bytes does not; null when all do, or are left out. */
export function unfitLines(lines: readonly (readonly [value: string | null | undefined, most: number])[]): Refused | null {
  for (const [value, most] of lines) {
    const refused = value === null || value === undefined ? null : unfitLine(value, most);
    if (refused !== null) return refused;
  }
  return null;
}

/** As `unfitLine`, for text with line feeds and tabs. */
export function unfitText(value: string, most: number): Refused | null {
  return unfit(value, most, isText(value, most));
}

/** As `unfitLine`, for a secret, which may hold anything but U+0000. */
export function unfitSecret(value: string, most: number): Refused | null {
  return unfit(value, most, isSecret(value, most));
}
