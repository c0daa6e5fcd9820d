import { type ReactNode, useState } from 'react';
import type { Contact } from '../../../shared/contracts/engine/people.ts';
import { wordsText } from '../../../shared/text/people.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { CompareWords } from '../people/compare-words.tsx';

export type UnverifiedBannerProps = {
  readonly person: Contact;
  readonly tone?: 'look' | 'exposed' | undefined;
  readonly title: string;
  readonly children: ReactNode;
  /** A second button. */
  readonly other?: ReactNode;
};

/** Says that a person's words were not compared, and gives the place to type them right there. */
export function UnverifiedBanner({ person, tone, title, children, other }: UnverifiedBannerProps) {
  const [comparing, setComparing] = useState(false);
  return (
    <div className="unverified">
      <Banner
        tone={tone}
        title={title}
        actions={
          comparing && other === undefined ? undefined : (
            <>
              {!comparing && (
                <Button size="small" onClick={() => setComparing(true)}>
                  {wordsText.open}
                </Button>
              )}
              {other}
            </>
          )
        }
      >
        {children}
      </Banner>
      {comparing && (
        <div
          ref={(place) => {
            // The field to type in takes the focus once, when the person asks for it.
            if (place !== null && !place.contains(document.activeElement)) place.querySelector('input')?.focus();
          }}
        >
          <CompareWords person={person} />
        </div>
      )}
    </div>
  );
}
