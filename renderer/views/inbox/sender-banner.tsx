import type { ReactNode } from 'react';
import { firstName } from '../../../shared/text/common.ts';
import { resemblesText, wordsText } from '../../../shared/text/people.ts';
import { plainLine } from '../../lib/plain-text.ts';
import { useAsk } from '../../lib/query.ts';
import { UnverifiedBanner } from '../handoff/unverified-banner.tsx';

export type SenderBannerProps = {
  readonly contact: string | null;
  /** What to do, for a sender who resembles nobody. */
  readonly todo: string;
  readonly other?: ReactNode;
};

/** Says that the sender's words were not compared, with the place to type them; nothing for a sender whose words were. */
export function SenderBanner({ contact, todo, other }: SenderBannerProps) {
  const { data: person } = useAsk('people.get', { id: contact ?? '' }, { when: contact !== null });
  if (person === undefined || person.state !== 'unverified') return null;
  const name = plainLine(person.name);
  const twin = person.resembles === null ? null : resemblesText(name, plainLine(person.resembles.name));
  return (
    <UnverifiedBanner
      person={person}
      title={twin?.what ?? wordsText.sayWhy(firstName(name))}
      tone={twin === null ? 'look' : 'exposed'}
      other={other}
    >
      {twin?.todo ?? todo}
    </UnverifiedBanner>
  );
}
