import { type Fact, type Sure, sureOf, valueOf } from '../fact.ts';
import type { KnownPlatform } from '../known-platform.ts';
import { labelsOf, OWN_SITE } from '../plain.ts';
import type { Platform, Way } from '../platform.ts';
import type { RunStep } from '../run-step.ts';

/** Words of a step, those that are missing left out. */
export type Words = readonly (string | null | undefined | false)[];

/** Where a step is done, and the sentences its facts bring along. */
export interface Place {
  readonly path: readonly string[];
  readonly link: string | null;
  readonly sure: Sure;
  readonly says: Words;
}

/** The place of a step for which no platform has a menu. */
export const nowhere: Place = { path: [], link: null, sure: 'not_applicable', says: [] };

/** One fact of the platform itself where it is known, else that of the platform whose login it uses. */
export function factOf<T>(known: KnownPlatform | null, read: (of: Platform) => Fact<T> | undefined): Fact<T> | undefined {
  if (known === null) return undefined;
  const own = read(known.own);
  return own !== undefined && 'value' in own ? own : (read(known.login) ?? own);
}

/** The note of a fact; undefined when it has none. */
export function noteOf(fact: Fact<unknown> | undefined): string | undefined {
  return fact?.note;
}

/** A place by menu path and address; `lookFor` says what to look for where the menus are not known. */
export function placeOf(menu: Fact<string> | undefined, address: Fact<string> | undefined, lookFor: string): Place {
  const path = valueOf(menu);
  const page = valueOf(address);
  // The owner's own site has no address of ours.
  const link = page === null || page.includes(OWN_SITE) ? null : page;
  const notes = [noteOf(menu), noteOf(address)];
  if (path !== null) return { path: labelsOf(path), link, sure: sureOf(menu), says: link === null ? [noteOf(menu)] : notes };
  if (link !== null) return { path: [], link, sure: sureOf(address), says: ['The page opens directly.', ...notes, lookFor] };
  const sure = sureOf(menu) === 'not_applicable' ? 'not_applicable' : 'unknown';
  return { path: [], link, sure, says: sure === 'unknown' ? [...notes, lookFor] : notes };
}

/** As {@link placeOf} for a way: a menu path, a sentence, or both. */
export function placeOfWay(way: Fact<Way> | undefined, lookFor: string): Place {
  const value = valueOf(way);
  if (value === null) {
    const sure = sureOf(way) === 'not_applicable' ? 'not_applicable' : 'unknown';
    return { path: [], link: null, sure, says: [noteOf(way), sure === 'unknown' && lookFor] };
  }
  return {
    path: value.menu === undefined ? [] : labelsOf(value.menu),
    link: null,
    sure: sureOf(way),
    says: [value.say, noteOf(way)],
  };
}

/** A step: its place, and its advice from the sentences given after those of the place. */
export function stepAt<Id extends string>(id: Id, title: string, at: Place, ...words: Words): RunStep<Id> {
  const advice = [...new Set([...at.says, ...words].filter((one) => typeof one === 'string'))].join(' ');
  return { id, title, path: at.path, link: at.link, sure: at.sure, advice };
}

const rank: readonly Sure[] = ['high', 'medium', 'low'];
const doubt: Partial<Record<Sure, string>> = { medium: 'fairly sure', low: 'not sure' };

/** A sentence that says how sure it is, where it is less so than the step it stands in. */
export function hedged(sentence: string, sure: Sure, step: Sure): string {
  const word = doubt[sure];
  const covered = rank.includes(step) && rank.indexOf(step) >= rank.indexOf(sure);
  return word === undefined || covered ? sentence : sentence.replace(/\.$/, ` (${word}).`);
}

/** A place of the login, with a word before it where that login is another platform's. */
export function ofLogin(known: KnownPlatform | null, place: Place): Place {
  if (known === null || known.login === known.own) return place;
  const { own, login } = known;
  return { ...place, says: [`You open ${own.name} with the login of ${login.name}, so this is done there.`, ...place.says] };
}

/** The word that closes a step for which the platform has nothing; null for the others. */
export function nothingHere({ sure, says }: Place): string | null {
  if (sure !== 'not_applicable') return null;
  const said = says.some((one) => typeof one === 'string');
  return said ? 'If you find nothing of the kind, skip this.' : 'It has none, so there is nothing to do here: skip this.';
}
