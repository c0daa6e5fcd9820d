/** One or two capitals for a face or a client tag: first and last word of a name, `?` for an empty one. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/[\s&+/·-]+/u)
    .filter(Boolean);
  const first = words[0];
  if (first === undefined) return '?';
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  const letters = last === undefined ? [...first].slice(0, 2) : [[...first][0] ?? '', [...last][0] ?? ''];
  return letters.join('').toLocaleUpperCase();
}
