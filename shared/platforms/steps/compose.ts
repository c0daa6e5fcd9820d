import { type Fact, type Sure, sureOf, valueOf } from '../fact.ts';
import type { KnownPlatform } from '../known-platform.ts';
import { labelsOf, OWN_SITE } from '../plain.ts';
import type { Platform, Way } from '../platform.ts';
import type { Piece, RunStep } from '../run-step.ts';
import { wayAdvice } from '../../text/step-advice.ts';

/** A sentence: ours, the catalogue's of the platform, or one of those with a word of ours behind it. */
type Sentence = string | Piece | readonly Piece[];

/** Sentences of a step, those that are missing left out. */
export type Words = readonly (Sentence | null | undefined | false)[];

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

/** A sentence of the catalogue about the platform; undefined when there is none. */
export function theirs(text: string | null | undefined): Piece | undefined {
  return text === null || text === undefined ? undefined : { text, theirs: true };
}

/** The note of a fact; undefined when it has none. */
export function noteOf(fact: Fact<unknown> | undefined): Piece | undefined {
  return theirs(fact?.note);
}

/** A place by menu path and address; `lookFor` says what to look for where the menus are not known. */
export function placeOf(menu: Fact<string> | undefined, address: Fact<string> | undefined, lookFor: string): Place {
  const path = valueOf(menu);
  const page = valueOf(address);
  // The owner's own site has no address of ours.
  const link = page === null || page.includes(OWN_SITE) ? null : page;
  const notes = [noteOf(menu), noteOf(address)];
  if (path !== null) return { path: labelsOf(path), link, sure: sureOf(menu), says: link === null ? [noteOf(menu)] : notes };
  if (link !== null) return { path: [], link, sure: sureOf(address), says: [wayAdvice.opensDirectly, ...notes, lookFor] };
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
    says: [theirs(value.say), noteOf(way)],
  };
}

/** A step: its place, and its advice from the sentences given after those of the place. */
export function stepAt<Id extends string>(id: Id, title: string, at: Place, ...words: Words): RunStep<Id> {
  const sentences = new Map<string, readonly Piece[]>();
  for (const one of [...at.says, ...words]) {
    if (one === null || one === undefined || one === false) continue;
    const pieces = piecesOf(one);
    const said = textOf(pieces);
    if (!sentences.has(said)) sentences.set(said, pieces);
  }
  const pieces = [...sentences.values()].flatMap((one, index) => (index === 0 ? one : [space, ...one]));
  return { id, title, path: at.path, link: at.link, sure: at.sure, ...adviceOf(pieces) };
}

/** A step with a sentence of ours before its advice. */
export function withBefore<Id extends string>(sentence: string, step: RunStep<Id>): RunStep<Id> {
  return { ...step, ...adviceOf([...piecesOf(sentence), space, ...step.pieces]) };
}

const space: Piece = { text: ' ', theirs: false };

function adviceOf(pieces: readonly Piece[]): Pick<RunStep, 'advice' | 'pieces'> {
  return { advice: textOf(pieces), pieces };
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

function piecesOf(sentence: Sentence): readonly Piece[] {
  if (typeof sentence === 'string') return [{ text: sentence, theirs: false }];
  return 'text' in sentence ? [sentence] : sentence;
}

const rank: readonly Sure[] = ['high', 'medium', 'low'];

/** A sentence that says how sure it is, where it is less so than the step it stands in; undefined when there is none. */
export function hedged(sentence: string | Piece | undefined, sure: Sure, step: Sure): readonly Piece[] | undefined {
  if (sentence === undefined) return undefined;
  const pieces = piecesOf(sentence);
  const covered = rank.includes(step) && rank.indexOf(step) >= rank.indexOf(sure);
  if (covered || (sure !== 'medium' && sure !== 'low')) return pieces;
  const bare = pieces.map((piece) => ({ ...piece, text: piece.text.replace(/\.$/, '') }));
  return [...bare, { text: ` (${wayAdvice.doubt[sure]}).`, theirs: false }];
}

/** As {@link hedged}, for a fact that is a sentence of the catalogue. */
export function hedgedFact(fact: Fact<string> | undefined, step: Sure): readonly Piece[] | undefined {
  return hedged(theirs(valueOf(fact)), sureOf(fact), step);
}

/** A place of the login, with a word before it where that login is another platform's. */
export function ofLogin(known: KnownPlatform | null, place: Place): Place {
  if (known === null || known.login === known.own) return place;
  const { own, login } = known;
  return { ...place, says: [wayAdvice.loginOf(own.name, login.name), ...place.says] };
}

/** The word that closes a step for which the platform has nothing; null for the others. */
export function nothingHere({ sure, says }: Place): string | null {
  if (sure !== 'not_applicable') return null;
  const said = says.some((one) => one !== null && one !== undefined && one !== false);
  return said ? wayAdvice.skipIfNone : wayAdvice.none;
}
