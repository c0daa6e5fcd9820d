import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import { accountText } from '../../../shared/text/accounts.ts';
import { proofText } from '../../../shared/text/common.ts';
import { formatDay, formatTime, sameDay } from '../../../shared/text/dates.ts';
import { logSentence } from '../../../shared/text/log.ts';
import { logPageText } from '../../../shared/text/log-page.ts';
import { Button } from '../../components/button.tsx';
import { Caption } from '../../components/card.tsx';
import { PromiseMark } from '../../components/promise-mark.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { plainLine } from '../../lib/plain-text.ts';
import { go } from '../../lib/route.ts';

/** What happened to an account lately, and what proves it; the way to all of it. */
export function Lately({ account }: { readonly account: AccountDetail }) {
  const { lately: events } = account;
  const now = engineNow();
  return (
    <>
      <Caption
        end={
          events.length > 0 && (
            <Button
              variant="quiet"
              size="small"
              aria-label={logPageText.allOf(account.title)}
              onClick={() => go({ view: 'log', account: account.id })}
            >
              {logPageText.all}
            </Button>
          )
        }
      >
        {accountText.lately}
      </Caption>
      {events.length === 0 ? (
        <p className="small soft lately-none">{accountText.nothingLately}</p>
      ) : (
        <ol className="lately small">
          {events.map((event) => (
            <li key={event.n}>
              <time dateTime={new Date(event.t * 1000).toISOString()}>
                {sameDay(event.t, now) ? accountText.today(formatTime(event.t)) : formatDay(event.t, now)}
              </time>
              <span>{plainLine(logSentence(event))}</span>
              {event.proof === null ? (
                <span />
              ) : (
                <PromiseMark kind={event.proof === 'signed' ? 'sealed' : 'courtesy'}>{proofText[event.proof]}</PromiseMark>
              )}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
