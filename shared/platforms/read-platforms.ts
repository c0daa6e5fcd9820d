import { z } from 'zod';
import { hostOf, isPlain, isWithin, OWN_SITE } from './plain.ts';
import { addressesOf, type Level, type Platform, platform as platformShape } from './platform.ts';

/** Largest platform file, in UTF-16 units. */
export const MAX_PLATFORM_FILE = 2 * 1024 * 1024;
/** Platforms of one file. */
export const MAX_PLATFORMS = 200;
/** Problems of one file that are told. */
export const MAX_PROBLEMS = 20;

/** What can be wrong with a platform file. */
export const FILE_FAULTS = [
  ...(['too_long', 'not_json', 'not_a_platform_file', 'newer_version', 'no_platforms', 'too_many'] as const),
  ...(['not_an_object', 'missing', 'unknown_field', 'wrong_kind', 'not_a_choice', 'number', 'empty', 'too_many_entries'] as const),
  ...(['id', 'id_twice', 'name', 'text', 'menu', 'address', 'host', 'month', 'alphabet', 'way'] as const),
  ...(['foreign_host', 'two_lowest', 'login_unknown', 'login_of_login', 'own_site_host'] as const),
] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

/** One thing that is wrong with a platform file; what it names has been made safe to show. */
export interface FileProblem {
  readonly fault: FileFault;
  /** The platform's name or id, or its number in the file; null for the file as a whole. */
  readonly platform: string | number | null;
  /** The field, as `sessions.menu`; null for the platform or file as a whole. */
  readonly field: string | null;
  /** The host or id it is about, where there is one. */
  readonly what: string | null;
}

/** The platforms of a file, or what is wrong with it. */
export type ReadPlatforms =
  | { readonly ok: true; readonly platforms: readonly Platform[] }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

const list = z.array(z.unknown());
const own = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The platforms of a file in the format of docs/platform-file.md, or what is wrong with it; never half of it. `known` are the
 * platforms whose login one of the file may use. A file is another person's text: it changes sentences and links, nothing else.
 */
export function readPlatforms(text: string, known: readonly Platform[] = []): ReadPlatforms {
  const entries = entriesOf(text);
  if (typeof entries === 'string') return { ok: false, problems: [fileFault(entries)] };
  const problems: FileProblem[] = [];
  const platforms: Platform[] = [];
  for (const [index, entry] of entries.entries()) {
    if (problems.length >= MAX_PROBLEMS) break;
    const parsed = platformShape.safeParse(entry, { reportInput: true });
    const called = calledOf(entry, index);
    if (parsed.success) platforms.push(parsed.data);
    else problems.push(...parsed.error.issues.map((issue) => problemOf(issue, called)));
  }
  if (problems.length === 0) problems.push(...between(platforms, known));
  return problems.length === 0 ? { ok: true, platforms } : { ok: false, problems: problems.slice(0, MAX_PROBLEMS) };
}

/** The text of a platform file with these platforms. */
export function writePlatforms(platforms: readonly Platform[]): string {
  return `${JSON.stringify({ latchkey: 'platforms', version: 1, platforms }, null, 2)}\n`;
}

function fileFault(fault: FileFault): FileProblem {
  return { fault, platform: null, field: null, what: null };
}

function entriesOf(text: string): readonly unknown[] | FileFault {
  if (text.length > MAX_PLATFORM_FILE) return 'too_long';
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return 'not_json';
  }
  if (!own(file) || file.latchkey !== 'platforms') return 'not_a_platform_file';
  if (typeof file.version === 'number' && file.version > 1) return 'newer_version';
  const entries = list.safeParse(file.platforms);
  const isExact = Object.keys(file).toSorted().join() === 'latchkey,platforms,version';
  if (file.version !== 1 || !entries.success || !isExact) return 'not_a_platform_file';
  if (entries.data.length === 0) return 'no_platforms';
  return entries.data.length > MAX_PLATFORMS ? 'too_many' : entries.data;
}

/** How a platform is called in a refusal: by what is fit to show of it. */
function calledOf(entry: unknown, index: number): string | number {
  const { name, id } = own(entry) ? entry : {};
  const fit = [name, id].find((one) => typeof one === 'string' && isPlain(one, 80));
  return typeof fit === 'string' ? fit : index + 1;
}

const customs: ReadonlySet<string> = new Set(FILE_FAULTS);
const isFault = (text: string): text is FileFault => customs.has(text);

function faultOf(issue: z.core.$ZodIssue): FileFault {
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'unknown_field';
    case 'invalid_type':
      if (issue.input === undefined) return 'missing';
      return issue.path.length === 0
        ? 'not_an_object'
        : issue.expected === 'int' || issue.expected === 'number'
          ? 'number'
          : 'wrong_kind';
    case 'invalid_value':
    case 'invalid_union':
      return 'not_a_choice';
    case 'too_small':
    case 'too_big':
      if (issue.origin !== 'array') return 'number';
      return issue.code === 'too_small' ? 'empty' : 'too_many_entries';
    default:
      return isFault(issue.message) ? issue.message : 'wrong_kind';
  }
}

function problemOf(issue: z.core.$ZodIssue, called: string | number): FileProblem {
  const last = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const steps = [...issue.path, ...last].map((step) => (typeof step === 'number' ? String(step + 1) : String(step)));
  const field = steps.map((step) => (isPlain(step, 40) ? step : '?')).join('.');
  return { fault: faultOf(issue), platform: called, field: field === '' ? null : field, what: null };
}

/** What is wrong with platforms that are each well formed: two of a name, links elsewhere, logins nobody knows. */
function between(platforms: readonly Platform[], known: readonly Platform[]): FileProblem[] {
  const byId = new Map([...known, ...platforms].map((one) => [one.id, one]));
  const seen = new Set<string>();
  return platforms.flatMap((one) => {
    const twice: FileProblem[] = seen.has(one.id) ? [{ fault: 'id_twice', platform: one.name, field: 'id', what: one.id }] : [];
    seen.add(one.id);
    return [...twice, ...loginFault(one, byId), ...hostFaults(one, byId), ...lowestFault(one)];
  });
}

function loginFault(one: Platform, byId: ReadonlyMap<string, Platform>): FileProblem[] {
  if (one.loginOf === null) return [];
  const login = byId.get(one.loginOf);
  const about = { platform: one.name, field: 'loginOf', what: one.loginOf };
  if (login === undefined) return [{ fault: 'login_unknown', ...about }];
  return login.loginOf === null ? [] : [{ fault: 'login_of_login', ...about }];
}

/** SECURITY: a link may lead only to the platform itself or to the one whose login it uses. */
function hostFaults(one: Platform, byId: ReadonlyMap<string, Platform>): FileProblem[] {
  const login = one.loginOf === null ? undefined : byId.get(one.loginOf);
  const domains = [...one.domains, ...(login?.domains ?? [])];
  return addressesOf(one).flatMap(({ field, address }): FileProblem[] => {
    const host = hostOf(address);
    // Software on the owner's own site has no domain, and only it may point there.
    if (host === OWN_SITE)
      return one.domains.length === 0 ? [] : [{ fault: 'own_site_host', platform: one.name, field, what: null }];
    return host !== null && isWithin(host, domains) ? [] : [{ fault: 'foreign_host', platform: one.name, field, what: host }];
  });
}

/** At most one level of each scope is the lowest. */
export function scopesWithTwoLowest(levels: readonly Level[]): readonly (string | undefined)[] {
  const lowest = levels.filter((level) => level.lowest === true).map(({ scope }) => scope);
  return lowest.filter((scope, index) => lowest.indexOf(scope) !== index);
}

function lowestFault(one: Platform): FileProblem[] {
  const { levels } = one.delegated;
  const twice = levels !== undefined && 'value' in levels ? scopesWithTwoLowest(levels.value) : [];
  return twice.length === 0 ? [] : [{ fault: 'two_lowest', platform: one.name, field: 'delegated.levels', what: twice[0] ?? null }];
}
