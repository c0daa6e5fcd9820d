import { useState } from 'react';
import { errorLine } from '../../../shared/text/errors.ts';
import { answerText, reviewText } from '../../../shared/text/review.ts';
import { useVaultBanner } from '../../app/vault-banner.tsx';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Bar } from '../../components/bar.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Kbd } from '../../components/kbd.tsx';
import { HookArt } from '../../components/key-mark.tsx';
import { View } from '../../components/window.tsx';
import { useAct } from '../../lib/act.ts';
import { engineNow } from '../../lib/clock-sync.ts';
import { back, go } from '../../lib/route.ts';
import { showToast } from '../../lib/toast-store.ts';
import { ownZone } from '../handoff/own-zone.ts';
import { ReviewCard } from './review-card.tsx';
import { ReviewDone } from './review-done.tsx';
import { ReviewList } from './review-list.tsx';
import { ReviewOver } from './review-over.tsx';
import { type Finished, ReviewSummary } from './review-summary.tsx';
import { useReview, useReviewState } from './use-review.ts';
import { useReviewKeys } from './use-review-keys.ts';
import './review.css';

/** The monthly review: its beginning, its loans one by one, its summary, and what is left afterwards. */
export function ReviewView() {
  const zone = ownZone();
  const { data } = useReviewState(zone);
  const [finished, setFinished] = useState<Finished | null>(null);
  const banner = useVaultBanner();
  const now = engineNow();
  const sub = data === undefined ? undefined : data.open === null ? reviewText.due(data.due, now) : reviewText.of(data.open.month);
  return (
    <View banner={banner} bar={<Bar title={reviewText.title} sub={sub} />}>
      {finished !== null ? (
        <section className="scroll" data-pane="detail" aria-label={reviewText.title}>
          <ReviewDone finished={finished} />
        </section>
      ) : data?.open != null ? (
        <OpenReview key={data.open.id} id={data.open.id} month={data.open.month} total={data.open.total} onDone={setFinished} />
      ) : (
        data !== undefined && <Beginning live={data.live} last={data.finished} zone={zone} />
      )}
    </View>
  );
}

function Beginning({ live, last, zone }: { readonly live: number; readonly last: number | null; readonly zone: string }) {
  const start = useAct('review.start');
  const readOnly = useWhyReadOnly();
  const begin = async (): Promise<void> => {
    const reply = await start.run({ zone });
    if (!reply.ok) showToast({ text: errorLine(reply.code, reply.facts) });
  };
  if (live === 0)
    return (
      <EmptyState
        art={<HookArt />}
        title={reviewText.nothingTitle}
        action={
          <Button variant="primary" data-autofocus onClick={() => go({ view: 'ledger', grant: null })}>
            {reviewText.toLedger}
          </Button>
        }
      >
        {reviewText.nothingBody}
      </EmptyState>
    );
  return (
    <EmptyState
      art={<HookArt />}
      title={reviewText.startTitle(live)}
      action={
        <Button
          variant="primary"
          data-autofocus
          why={readOnly}
          busy={start.busy ? reviewText.starting : null}
          onClick={() => void begin()}
        >
          {reviewText.start}
        </Button>
      }
    >
      {reviewText.startBody} {last !== null && reviewText.last(last, engineNow())}
    </EmptyState>
  );
}

interface OpenReviewProps {
  readonly id: string;
  readonly month: string;
  readonly total: number;
  readonly onDone: (finished: Finished) => void;
}

function OpenReview({ id, month, total, onDone }: OpenReviewProps) {
  const review = useReview(id, month, total);
  const [summary, setSummary] = useState(false);
  if (summary)
    return (
      <section className="scroll" data-pane="detail" aria-label={reviewText.summary}>
        <ReviewSummary id={id} review={review} onBack={() => setSummary(false)} onDone={onDone} />
      </section>
    );
  if (total === 0) return <ReviewOver id={id} month={month} onDone={onDone} />;
  return <Loans review={review} onSummary={() => setSummary(true)} />;
}

function Loans({ review, onSummary }: { readonly review: ReturnType<typeof useReview>; readonly onSummary: () => void }) {
  const stop = (): void => {
    if (!back()) go({ view: 'accounts', client: 'all', account: null });
  };
  useReviewKeys(review, stop);
  const hints = [
    ['ArrowLeft', reviewText.back],
    ['ArrowRight', reviewText.forward],
    ['Z', reviewText.undo],
    [answerText.later.key, reviewText.later],
    ['Escape', reviewText.stop],
  ] as const;
  return (
    <div className="review">
      <section className="review-side" aria-label={reviewText.month(review.month)} data-pane="list">
        <ReviewList review={review} onSummary={onSummary} />
      </section>
      <section className="review-stage scroll" aria-label={reviewText.now} data-pane="detail">
        {review.current !== undefined && <ReviewCard row={review.current} review={review} />}
        <p className="review-hints small faint">
          {hints.map(([keys, words]) => (
            <span key={keys}>
              <Kbd keys={keys} /> {words}
            </span>
          ))}
        </p>
      </section>
      <p className="hole" role="status">
        {reviewText.progress(review.answered, review.rows.length)}
      </p>
    </div>
  );
}
