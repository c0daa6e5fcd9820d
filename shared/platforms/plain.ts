// Controls, format characters (bidi marks, zero-width, tags), line ends, lone surrogates, private use, and letters that draw as nothing.
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\u115f\u1160\u2800\u3164\uffa0]/u;

/** True for a line of 1 to `most` characters in which what is read is all there is, without space at its ends. */
export function isPlain(text: string, most: number): boolean {
  return text.length >= 1 && text.length <= most && text.trim() === text && !unseen.test(text);
}

/** True for a menu path: one to ten labels with ` > ` between them, none longer than 60 characters. */
export function isMenu(text: string, most: number): boolean {
  const labels = labelsOf(text);
  return isPlain(text, most) && labels.length <= 10 && labels.every((label) => isPlain(label, 60) && !label.includes('>'));
}

/** The labels of a menu path. */
export function labelsOf(menu: string): readonly string[] {
  return menu.split(' > ');
}

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const host = new RegExp(`^(?=.{4,253}$)${label}(?:\\.${label})*\\.[a-z][a-z0-9-]{0,61}[a-z0-9]$`);

/** True for a host of at least two labels in lower case ASCII; other letters are written in punycode, so that no host looks like another. */
export function isHost(text: string): boolean {
  return host.test(text);
}

/** The host that stands for the owner's own site in an address. */
export const OWN_SITE = '{site}';

/** The host of an https address without a name, a password or a port in it; null for anything else. */
export function hostOf(address: string): string | null {
  const found = /^https:\/\/([^/?#]+)(?:[/?#][\x21-\x7e]*)?$/.exec(address)?.[1];
  return found !== undefined && (found === OWN_SITE || isHost(found)) ? found : null;
}

/** True for an https address of at most `most` characters whose host can be shown as it is. */
export function isAddress(text: string, most: number): boolean {
  return text.length <= most && hostOf(text) !== null;
}

/** Whether a host is a domain of the list or lies below one. */
export function isWithin(ofHost: string, domains: readonly string[]): boolean {
  return domains.some((domain) => ofHost === domain || ofHost.endsWith(`.${domain}`));
}
