/** A length of time after in, seit or vor: `2 Tage` is `2 Tagen` there. */
export function dative(duration: string): string {
  return duration.replace(/\bTage\b/u, 'Tagen');
}

/** The first letter as a capital. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('de') + text.slice(1);
}
