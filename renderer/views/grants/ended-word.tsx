import { useState } from 'react';
import type { GrantDetail } from '../../../shared/contracts/engine/grants.ts';
import { formatDay } from '../../../shared/text/dates.ts';
import { grantText as text } from '../../../shared/text/grant-life.ts';
import { sealedText } from '../../../shared/text/handoff.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { useAsk } from '../../lib/query.ts';
import { SealedText } from '../handoff/sealed-text.tsx';

export type EndedWordProps = {
  readonly revoked: NonNullable<GrantDetail['revoked']>;
  readonly title: string;
  readonly name: string;
};

/** That the word of its end was sealed, and the text of it to be given out again. */
export function EndedWord({ revoked: { at, reason, message }, title, name }: EndedWordProps) {
  const [shown, setShown] = useState(false);
  const sealed = useAsk('messages.get', { message: message ?? '' }, { when: shown && message !== null }).data;
  return (
    <div className="stack grant-word">
      <Banner
        icon="send"
        title={text.revoked(formatDay(at, engineNow()))}
        actions={
          message !== null && (
            <Button size="small" aria-expanded={shown} onClick={() => setShown(!shown)}>
              {shown ? text.hideText : text.revokedAgain}
            </Button>
          )
        }
      >
        {reason}
      </Banner>
      {shown && sealed !== undefined && <SealedText sealed={sealed} fileName={sealedText.fileName(title, name)} />}
    </div>
  );
}
