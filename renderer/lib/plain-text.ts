// Controls, format characters (bidi marks, zero-width, tags), line ends, and the letters that draw as nothing.
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\u115f\u1160\u2800\u3164\uffa0]/gu;
// Joiners are part of the spelling after a letter that joins, and of an emoji made of several.
const joiner = /^[\u200c\u200d]$/;
const joins =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]$|[\p{L}\p{M}](?<![\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Zinh}])$/u;

/** The name of a character as it is shown in its place: `⟨U+202E⟩`. */
function named(character: string): string {
  return `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

function shown(text: string, keep: RegExp | null): string {
  return text.replace(unseen, (character, at: number) => {
    if (keep?.test(character)) return character;
    if (joiner.test(character) && joins.test(text.slice(0, at))) return character;
    return named(character);
  });
}

/**
 * A line that someone else wrote, so that what is read is all there is: controls, bidi marks, line ends and characters that draw
 * as nothing stand in it by their names (Unicode Standard Annex 9 and Technical Report 36).
 */
export function plainLine(text: string): string {
  return shown(text, null);
}

/** As {@link plainLine} for a text of several lines: line feeds and tabs stay. */
export function plainText(text: string): string {
  return shown(text.replaceAll('\r\n', '\n'), /^[\n\t]$/);
}
