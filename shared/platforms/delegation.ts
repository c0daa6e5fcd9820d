import { type Fact, type Sure, sureOf, valueOf } from './fact.ts';
import type { KnownPlatform } from './known-platform.ts';
import type { Level, Platform } from './platform.ts';
import { stayingText } from '../text/platforms.ts';

/** A fact in words and how sure it is; null words are not known. */
export interface Said {
  readonly text: string | null;
  readonly sure: Sure;
  readonly note: string | null;
}

/** What a request needs to know of a platform's own way to let someone in. */
export interface Delegation {
  readonly platform: string;
  readonly available: 'yes' | 'partly' | 'no' | 'unknown';
  readonly sure: Sure;
  readonly note: string | null;
  readonly how: Said;
  readonly levels: readonly Level[];
  readonly levelsSure: Sure;
  readonly levelsNote: string | null;
  /** The level to ask for, one in each scope. */
  readonly lowest: readonly Level[];
  /** What one side gives the other so that they find each other. */
  readonly idExchanged: Said;
  readonly freelancerAsks: Said;
  readonly alternative: Said;
  readonly partners: Said;
  readonly ownerSteps: readonly string[];
  readonly freelancerSteps: readonly string[];
  /** How the role is taken away again: menu words, and what to do there. */
  readonly remove: Said & { readonly menu: string | null };
  /** What taking the role away does not bring back; `theirs` where the catalogue says it of this platform, in English. */
  readonly doesNotReturn: readonly { readonly text: string; readonly sure: Sure; readonly theirs: boolean }[];
}

const said = (fact: Fact<string> | undefined): Said => ({ text: valueOf(fact), sure: sureOf(fact), note: fact?.note ?? null });

/** What is known of a platform's delegated access; null for a platform nobody knows. */
export function delegationFor(known: KnownPlatform | null): Delegation | null {
  if (known === null) return null;
  const { delegated } = known.own;
  const available = valueOf(delegated.available) ?? 'unknown';
  const levels = valueOf(delegated.levels) ?? [];
  const remove = valueOf(delegated.remove);
  return {
    platform: known.own.id,
    available,
    sure: sureOf(delegated.available),
    note: delegated.available?.note ?? null,
    how: said(delegated.how),
    levels,
    levelsSure: sureOf(delegated.levels),
    levelsNote: delegated.levels?.note ?? null,
    lowest: levels.filter((level) => level.lowest === true),
    idExchanged: said(delegated.idExchanged),
    freelancerAsks: said(delegated.freelancerAsks),
    alternative: said(delegated.alternative),
    partners: said(delegated.partners),
    ownerSteps: delegated.ownerSteps ?? [],
    freelancerSteps: delegated.freelancerSteps ?? [],
    remove: {
      text: remove?.say ?? null,
      menu: remove?.menu ?? null,
      sure: sureOf(delegated.remove),
      note: delegated.remove?.note ?? null,
    },
    doesNotReturn: available === 'no' ? [] : staying(known.own),
  };
}

function staying(platform: Platform): Delegation['doesNotReturn'] {
  return [
    { text: stayingText.copies, sure: 'high', theirs: false },
    { text: stayingText.letIn, sure: 'high', theirs: false },
    ...platform.takeBack.map(({ value, sure }) => ({ text: value, sure, theirs: true })),
  ];
}
