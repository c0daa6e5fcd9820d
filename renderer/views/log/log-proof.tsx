import { useQuery } from '@tanstack/react-query';
import { errorLine } from '../../../shared/text/errors.ts';
import { logPageText as text, witnessText } from '../../../shared/text/log-page.ts';
import { Button } from '../../components/button.tsx';
import { PromiseMark } from '../../components/promise-mark.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { useEngine } from '../../lib/engine.ts';
import { CallFailed, useAsk, valueOf } from '../../lib/query.ts';
import { go } from '../../lib/route.ts';

/** Whether the log holds together, looked at when the page opens and again on demand, and what others hold of it. */
export function LogProof() {
  const engine = useEngine();
  const check = useQuery({
    queryKey: ['log.verify'],
    refetchOnMount: 'always',
    queryFn: async () => ({ ...valueOf(await engine.call('log.verify', {})), at: engineNow() }),
  });
  const verified = check.data ?? null;
  const { data: witnesses } = useAsk('log.witnesses', {});
  const now = engineNow();
  return (
    <section className="log-proof" aria-label={text.title}>
      <div className="row wrap" role="status">
        {verified === null ? (
          <span className="small soft">{text.notVerified}</span>
        ) : verified.bad === null ? (
          <>
            <PromiseMark kind="sealed" strong>
              {text.fits}
            </PromiseMark>
            <span className="small soft">{text.verified(verified.records, verified.at, now)}</span>
          </>
        ) : (
          <PromiseMark kind="exposed">{text.bad(verified.bad)}</PromiseMark>
        )}
        <Button size="small" busy={check.isFetching ? text.verifying : null} onClick={() => void check.refetch()}>
          {text.verify}
        </Button>
        {verified !== null && verified.bad !== null && (
          <Button size="small" onClick={() => go({ view: 'settings', page: 'aside', open: true })}>
            {text.seeWhat}
          </Button>
        )}
      </div>
      {check.error instanceof CallFailed && <p className="small c-exposed">{errorLine(check.error.code, check.error.facts)}</p>}
      {witnesses !== undefined && (
        <p className={witnesses.bad === null ? 'small soft pretty' : 'small c-exposed strong pretty'}>
          {witnessText(witnesses, now)}
        </p>
      )}
    </section>
  );
}
