/** What a character of a secret is drawn as: digits and symbols are coloured, letters stay ink. */
export type SecretKind = 'letter' | 'digit' | 'symbol';

/** A run of neighbouring characters of one kind, and where in the secret it begins. */
export type SecretPart = { readonly kind: SecretKind; readonly text: string; readonly at: number };

function kindOf(character: string): SecretKind {
  if (/\p{Nd}/u.test(character)) return 'digit';
  return /[\p{L}\p{M}]/u.test(character) ? 'letter' : 'symbol';
}

/** Splits a secret into runs of letters, digits and symbols; joined again they are the secret, character for character. */
export function secretParts(secret: string): SecretPart[] {
  const parts: { kind: SecretKind; text: string; at: number }[] = [];
  let at = 0;
  for (const character of secret) {
    const kind = kindOf(character);
    const last = parts.at(-1);
    if (last?.kind === kind) last.text += character;
    else parts.push({ kind, text: character, at });
    at += character.length;
  }
  return parts;
}
