import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import { accessLine, accountText, returnTag } from '../../../shared/text/accounts.ts';
import { commonText } from '../../../shared/text/common.ts';
import { grantText } from '../../../shared/text/grant-life.ts';
import { Caption } from '../../components/card.tsx';
import { Face } from '../../components/face.tsx';
import { Icon } from '../../components/icon.tsx';
import { Tag, type TagProps } from '../../components/tag.tsx';
import { useAsk } from '../../lib/query.ts';
import { go } from '../../lib/route.ts';
import { engineNow } from '../../lib/clock-sync.ts';
import { TakeBackButton } from '../runs/take-back-button.tsx';

const soon = 7 * 86_400;

/** Who may use the account now, and until when. */
export function AccessCard({ account }: { readonly account: AccountDetail }) {
  const { owner, access } = account;
  const mine = owner.contact === null;
  const me = useAsk('me.get', {}).data;
  const now = engineNow();
  const open = access.filter((grant) => grant.state !== 'closed' && grant.state !== 'refused');
  return (
    <>
      <Caption>{accountText.access}</Caption>
      <ul className="card access">
        {open.map((grant) => (
          <li key={grant.grant}>
            <Face name={grant.person.name} />
            <b className="cut">
              <button
                type="button"
                className="access-name"
                aria-label={grantText.open(account.title, grant.person.name)}
                onClick={() => go({ view: 'grant', id: grant.grant })}
              >
                <span className="cut">{grant.person.name}</span>
                <Icon name="forward" size="small" tone="faint" />
              </button>
            </b>
            <Tag tone={toneOf(grant.state, grant.until - now)}>{returnTag(grant.state, grant.until, now)}</Tag>
            <span className="small soft">{accessLine(grant.what)}</span>
            {grant.state === 'ended' && <TakeBackButton grant={grant.grant} />}
          </li>
        ))}
        {!mine && (
          <li>
            <Face name={owner.name} />
            <b className="cut">{owner.name}</b>
            <span className="small soft">{accountText.ownerOther}</span>
          </li>
        )}
        <li>
          <Face name={me?.name ?? commonText.you} />
          <b>{commonText.you}</b>
          <span className="small soft">{mine ? accountText.owner : accountText.keeper}</span>
        </li>
      </ul>
    </>
  );
}

function toneOf(state: string, left: number): TagProps['tone'] {
  if (state === 'ended') return 'exposed';
  return left > soon ? 'calm' : 'ending';
}
