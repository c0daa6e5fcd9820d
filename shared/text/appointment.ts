import { formatTime } from './dates.ts';
import { formatInZone, zonePlace } from './zoned.ts';
import { inLanguage } from './language.ts';

/** A first sign-in as it was agreed; instants in Unix seconds, zones by their IANA names. */
export interface Agreed {
  readonly from: number;
  readonly minutes: number;
  readonly zone: string;
  readonly theirZone: string | null;
}

/** From when to when in one zone: `Fri 4 Dec 2026, 18:00 to 18:30 (Lisbon time)`. */
export const spanInZone = inLanguage('appointment.spanInZone', (from: number, minutes: number, zone: string): string => {
  const until = formatTime(from + minutes * 60, { zone });
  return formatInZone(from, zone).replace(/ \((?=[^(]*$)/, ` to ${until} (`);
});

/** Each side's own reading of the hour, the owner's first; one line where both clocks agree or theirs is not known. */
export const bothSpans = inLanguage('appointment.bothSpans', ({ from, minutes, zone, theirZone }: Agreed): readonly string[] => {
  const own = spanInZone(from, minutes, zone);
  if (theirZone === null || theirZone === zone) return [own];
  const theirs = spanInZone(from, minutes, theirZone);
  const bare = (text: string, of: string): string => text.replace(` (${zonePlace(of)} time)`, '');
  return bare(own, zone) === bare(theirs, theirZone) ? [own] : [own, theirs];
});

/** What a calendar is told of a first sign-in. Nothing in it opens anything. */
export const calendarWords = inLanguage(
  'appointment.calendarWords',
  (
    of: Agreed & {
      /** Its name. */
      readonly platform: string;
      readonly person: string;
      readonly device: string | null;
      readonly standsBy: string | null;
    },
  ): { readonly summary: string; readonly description: string } => {
    const lines = [
      `First sign-in, agreed with ${of.person}.`,
      ...bothSpans(of),
      of.device === null ? null : `Device: ${of.device}`,
      of.standsBy === null ? null : `Stands by: ${of.standsBy}`,
      'Passwords and codes come sealed, never in a calendar.',
    ];
    return {
      summary: `Sign in to ${of.platform}`,
      description: lines.filter((line) => line !== null).join('\n'),
    };
  },
);

/** Words of the form in which a sign-in is agreed. */
export const appointmentText = inLanguage('appointment.appointmentText', {
  title: (account: string) => `Agree on a sign-in to ${account}`,
  lead: 'Half an hour in which both of you are there. The platform sees a sign-in you expect.',
  who: 'Who signs in',
  nobody: 'Add a person first.',
  day: 'Day',
  time: 'Begins at',
  length: 'Takes',
  minutes: (n: number) => `${n} min`,
  place: 'Place',
  placeHint: 'The town they will be in. A sign-in from far away makes platforms ask for more.',
  device: 'Device',
  deviceHint: 'Such as “Chrome on Windows”. It is what you look for afterwards.',
  standsBy: 'Who stands by',
  standsByHint: 'Whoever holds the recovery phone and mail.',
  yours: 'For you',
  theirs: (name: string) => `For ${name}`,
  theirZoneUnknown: (name: string) => `${name}’s time zone is not noted. Note it with the person, and both times stand here.`,
  past: 'This time is over already.',
  agree: 'Agree on it',
  agreeing: 'Saving',
  change: 'Change the time',
  save: 'Save the calendar file',
  saved: (file: string) => `Saved as ${file}`,
  saving: 'Saving',
  fileName: (platform: string) => `${platform.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-sign-in.ics`,
  noDialog: 'This computer has no dialog to save a file in.',
} as const);
