import { errorLine } from '../../../shared/text/errors.ts';
import { sealedText } from '../../../shared/text/handoff.ts';
import { reviewText } from '../../../shared/text/review.ts';
import { Button } from '../../components/button.tsx';
import { Caption } from '../../components/card.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { useEngine } from '../../lib/engine.ts';
import { go } from '../../lib/route.ts';
import { showToast } from '../../lib/toast-store.ts';
import { GrantLine } from '../runs/grant-line.tsx';
import type { Finished } from './review-summary.tsx';

/** What is left to do by hand after a review: words to send, runs to do, last days to choose. */
export function ReviewDone({ finished }: { readonly finished: Finished }) {
  const engine = useEngine();
  const { ended, extend, lower } = finished;
  const copy = async (message: string): Promise<void> => {
    const reply = await engine.call('messages.copy', { message });
    showToast({ text: reply.ok ? sealedText.copied : errorLine(reply.code, reply.facts) });
  };
  if (ended.length + extend.length + lower.length === 0) return <EmptyState title={reviewText.doneTitle} />;
  return (
    <div className="review-summary">
      <h2>{reviewText.doneTitle}</h2>
      {ended.length > 0 && (
        <section aria-label={reviewText.doneEnded}>
          <Caption>{reviewText.doneEnded}</Caption>
          <ul className="card">
            {ended.map(({ grant, run, sealed }) => (
              <GrantLine
                key={grant.id}
                grant={grant}
                tag={
                  <Button icon="copy" onClick={() => void copy(sealed.message)}>
                    {sealedText.copyText}
                  </Button>
                }
              >
                {run !== null && <Button onClick={() => go({ view: 'runs', run })}>{reviewText.run}</Button>}
              </GrantLine>
            ))}
          </ul>
        </section>
      )}
      {extend.length + lower.length > 0 && (
        <section aria-label={reviewText.doneLeft}>
          <Caption>{reviewText.doneLeft}</Caption>
          <ul className="card">
            {[
              ...extend.map((grant) => ({ grant, act: 'extend' as const })),
              ...lower.map((grant) => ({ grant, act: 'reduce' as const })),
            ].map(({ grant, act }) => (
              <GrantLine key={grant.id} grant={grant} tag={null}>
                <Button onClick={() => go({ view: 'grant', id: grant.id, act })}>{reviewText.open}</Button>
              </GrantLine>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
