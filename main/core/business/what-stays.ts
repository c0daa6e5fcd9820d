import type { Book } from '../records/book.ts';
import { groupedBy } from '../records/grouped.ts';
import type { Entry } from '../records/shapes.ts';
import { liveAdCodes } from './ad-code-state.ts';
import { assetsIn, isOut, membersIn } from './centre-parts.ts';

/** What the removal of a member leaves as it is, and what comes back with it. */
export interface WhatStays {
  /** Things they use that are only lent to the centre. */
  readonly theirs: readonly Entry<'asset'>[];
  /** Things they use that the centre owns. */
  readonly back: readonly Entry<'asset'>[];
  /** Others who are in, or wait, and belong to the same firm or are the same person. */
  readonly people: readonly Entry<'member'>[];
  /** Ad codes they hold that still run. */
  readonly adCodes: readonly Entry<'ad_code'>[];
}

const byFirm = ({ data }: Entry<'contact'>): string => firmName(data.organisation);

/**
 * Reads it from what is noted. A partner is a firm: its name, or its person's organisation, finds the people of that firm who were added one by
 * one. A single person has no others who would be taken for them.
 */
export function whatStays(book: Book, { id, data }: Entry<'member'>): WhatStays {
  const used = new Set(data.assets);
  const assets = assetsIn(book, data.centre).filter((asset) => used.has(asset.id));
  const contacts = contactsOf(book, { id, data });
  return {
    theirs: assets.filter((asset) => asset.data.hold === 'may_use'),
    back: assets.filter((asset) => asset.data.hold === 'owns'),
    people: membersIn(book, data.centre).filter(
      (other) => other.id !== id && other.data.as === 'person' && !isOut(other.data) && contacts.has(other.data.contact ?? ''),
    ),
    adCodes: [...contacts].flatMap((contact) => liveAdCodes(book, { contact })),
  };
}

/** A member's own contact, and for a partner everyone of the same firm. */
function contactsOf(book: Book, { data }: Entry<'member'>): ReadonlySet<string> {
  const own = data.contact === undefined ? [] : [data.contact];
  if (data.as === 'person') return new Set(own);
  const organisation = firmName(book.get('contact', data.contact ?? '')?.organisation);
  const firms = [firmName(data.name), organisation].filter((firm) => firm !== '');
  const people = firms.flatMap((firm) => groupedBy(book.all('contact'), byFirm).get(firm) ?? []);
  return new Set([...own, ...people.map(({ id }) => id)]);
}

/** A firm's name for comparing; empty for none. */
function firmName(name: string | undefined): string {
  return (name ?? '').normalize('NFC').trim().toLowerCase();
}
