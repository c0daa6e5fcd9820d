import { useState } from 'react';
import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import { returnTag } from '../../../shared/text/accounts.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { grantStateText, grantText as text } from '../../../shared/text/grant-life.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { DetailHead } from '../../components/detail-head.tsx';
import { Face } from '../../components/face.tsx';
import { Tag } from '../../components/tag.tsx';
import { AskAgain } from '../../lib/ask-again.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { plainLine } from '../../lib/plain-text.ts';
import { go } from '../../lib/route.ts';
import type { CachedCall } from '../../lib/topics.ts';
import { TakeBackButton } from '../runs/take-back-button.tsx';
import { AnewBanner } from './anew-banner.tsx';
import { EndDialog } from './end-dialog.tsx';
import { EndedWord } from './ended-word.tsx';
import { GrantFacts } from './grant-facts.tsx';
import { type Change, type GrantParts, isLiveGrant } from './grant-parts.ts';
import { GrantStays, GrantTold } from './grant-told.tsx';
import { RequestsCard } from './requests-card.tsx';

/** What the end of a grant changes without anything being written. */
const byTime: readonly CachedCall[] = ['grants.get', 'grants.list', 'accounts.get', 'vault.state'];
const SOON = 7 * 86_400;

export type GrantPageProps = GrantParts & {
  readonly onSealed: (change: Change) => (sealed: Sealed | 'kept') => void;
};

/** One grant as its owner sees it: what is lent to whom until when, what they told, what would stay, and what can be done. */
export function GrantPage(props: GrantPageProps) {
  const { grant, account, name, onSealed } = props;
  const { row } = grant;
  const [ending, setEnding] = useState(false);
  const readOnly = useWhyReadOnly();
  const now = engineNow();
  const live = isLiveGrant(grant);
  const gone = account === null || account.trashed !== null ? errorLine('not_found') : null;
  const tone = row.state === 'ended' ? 'exposed' : row.until - now > SOON || !live ? 'calm' : 'ending';
  return (
    <section className="scroll grant" aria-label={text.facts} data-pane="detail">
      <AskAgain at={live ? row.until : null} calls={byTime} />
      <DetailHead
        mark={<Face name={row.person.name} size="big" />}
        title={plainLine(row.person.name)}
        sub={grantStateText(row.state, row.until, now)}
      >
        <Tag tone={tone}>{returnTag(row.state, row.until, now)}</Tag>
        {row.state === 'ended' && <TakeBackButton grant={row.id} />}
      </DetailHead>
      {grant.outdated && <AnewBanner {...props} onSealed={onSealed('anew')} />}
      <div className="row wrap grant-acts">
        {live && (
          <>
            <Button icon="calendar" why={readOnly ?? gone} onClick={() => go({ view: 'grant', id: row.id, act: 'extend' })}>
              {text.extend}
            </Button>
            <Button icon="minus" why={readOnly ?? gone} onClick={() => go({ view: 'grant', id: row.id, act: 'reduce' })}>
              {text.reduce}
            </Button>
          </>
        )}
        {grant.revoked === null && row.state !== 'closed' && (
          <Button variant={live ? 'danger' : 'default'} icon={live ? 'x' : 'send'} why={readOnly} onClick={() => setEnding(true)}>
            {live ? text.end : text.sendWord}
          </Button>
        )}
      </div>
      {grant.revoked !== null && <EndedWord revoked={grant.revoked} title={row.title} name={name} />}
      <div className="cols">
        <div>
          <GrantFacts {...props} />
        </div>
        <div>
          <GrantTold grant={grant} name={name} />
          <GrantStays grant={grant} live={live} />
          {grant.what.includes('live_codes') && live && <RequestsCard grant={grant} name={name} />}
        </div>
      </div>
      <EndDialog
        open={ending}
        grant={grant}
        name={name}
        onClose={() => setEnding(false)}
        onSealed={(sealed) => {
          setEnding(false);
          onSealed('end')(sealed);
        }}
      />
    </section>
  );
}
