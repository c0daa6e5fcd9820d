import type { FileFault, FileProblem } from '../platforms/read-platforms.ts';
import { inLanguage } from './language.ts';

/** Problems of one file that are told to a person. */
export const MAX_TOLD = 5;

/** Words of the platform catalogue. */
export const platformText = inLanguage('platforms.platformText', {
  addedByYou: 'added by you',
  sure: {
    high: 'known',
    medium: 'fairly sure',
    low: 'not sure',
    unknown: 'not known',
    not_applicable: 'not here',
  },
} as const);

/** What taking a role away does not bring back on any platform. */
export const stayingText = inLanguage('platforms.stayingText', {
  copies: 'What they downloaded, copied or wrote down stays with them.',
  letIn: 'Apps, keys and people they let in stay in until you remove those too.',
} as const);

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** The month of facts (`2026-08`) in words: `August 2026`. */
export const factsMonth = inLanguage('platforms.factsMonth', (checked: string): string => {
  const [year = 0, month = 1] = checked.split('-').map(Number);
  return `${months[month - 1] ?? ''} ${year}`;
});

/** How old the facts of a month are, in whole months; from a year on the sentence says so. */
export const factsText = inLanguage('platforms.factsText', (checked: string, age: number): string => {
  const from = `Facts from ${factsMonth(checked)}`;
  return age < 12 ? `${from}; menus move.` : `${from}, ${age} months old; menus will have moved.`;
});

const faults: Record<FileFault, string> = {
  too_long: 'is longer than a platform file may be: 2 million characters',
  not_json: 'is not JSON',
  not_a_platform_file: 'is no platform file: it needs “latchkey”, “version” and “platforms”, and nothing else',
  newer_version: 'is of a newer version of the format than this Latchkey reads',
  no_platforms: 'has no platform in it',
  too_many: 'has more than 200 platforms',
  not_an_object: 'is not a platform: a platform is an object with an id and a name',
  missing: 'is missing',
  unknown_field: 'is a field the format does not have',
  wrong_kind: 'is not of the kind it has to be',
  not_a_choice: 'is none of the words allowed there, or a value stands beside “unknown”',
  number: 'is not a number in its range',
  empty: 'is empty',
  too_many_entries: 'has too many entries',
  id: 'is no id: small letters, digits and _ after a letter, 64 at most',
  id_twice: 'is given to two platforms of the file',
  name: 'is no name: one line of up to 80 characters, all of them visible',
  text: 'is no sentence: one line of up to 300 characters, all of them visible',
  menu: 'is no menu path: up to ten labels with “ > ” between them, all characters visible',
  address: 'is no https address with a plain host',
  host: 'is no host in small ASCII letters',
  month: 'is no month like 2026-08',
  alphabet: 'is no alphabet of 10 to 36 capitals and digits',
  way: 'needs “menu”, “say” or both',
  foreign_host: 'leads to a host that is not among the platform’s domains',
  own_site_host: 'points to the owner’s own site, yet the platform has domains',
  two_lowest: 'marks two levels of one scope as the lowest',
  login_unknown: 'names a platform nobody knows',
  login_of_login: 'names a platform that has no login of its own',
};

/** Why a platform file was not taken, in one sentence that names platform and field. */
export const platformFileSentence = inLanguage(
  'platforms.platformFileSentence',
  ({ fault, platform, field, what }: FileProblem): string => {
    const where = platform === null ? 'The file' : typeof platform === 'number' ? `Platform ${platform}` : platform;
    const about = what === null ? '' : ` (${what})`;
    return `${where}${field === null ? '' : `: “${field}”`} ${faults[fault]}${about}.`;
  },
);
