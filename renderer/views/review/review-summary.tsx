import { useState } from 'react';
import type { Answer } from '../../../shared/contracts/engine/review.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { reviewText } from '../../../shared/text/review.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Caption } from '../../components/card.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { useAct } from '../../lib/act.ts';
import type { EngineResult } from '../../lib/engine.ts';
import type { Review } from './use-review.ts';

const ORDER: readonly Answer[] = ['end', 'extend', 'lower', 'later', 'keep'];
/** Rows shown of each group. */
const SHOWN = 12;

/** What a finished review left behind. */
export type Finished = EngineResult<'review.finish'>;

export interface ReviewSummaryProps {
  readonly id: string;
  readonly review: Review;
  readonly onBack: () => void;
  readonly onDone: (finished: Finished) => void;
}

/** What the answers will do, before anything is done. */
export function ReviewSummary({ id, review, onBack, onDone }: ReviewSummaryProps) {
  const [reason, setReason] = useState<string>(reviewText.reasonDefault);
  const [more, setMore] = useState(false);
  const finish = useAct('review.finish');
  const readOnly = useWhyReadOnly();
  const groups = ORDER.map((answer) => ({ answer, rows: review.rows.filter((row) => row.answer === answer) }));
  const unanswered = review.rows.length - review.answered;
  const ends = groups.some(({ answer, rows }) => answer === 'end' && rows.length > 0);
  const run = async (): Promise<void> => {
    const reply = await finish.run({ id, reason: reason.trim() === '' ? reviewText.reasonDefault : reason.trim() });
    if (!reply.ok) return;
    setMore(reply.value.more);
    if (!reply.value.more) onDone(reply.value);
  };
  return (
    <div className="review-summary">
      <h2>{reviewText.summaryTitle(review.month)}</h2>
      {groups
        .filter(({ rows }) => rows.length > 0)
        .map(({ answer, rows }) => (
          <section key={answer} aria-label={reviewText.groups[answer]}>
            <Caption>{`${reviewText.groups[answer]} · ${rows.length}`}</Caption>
            <ul className="card review-lines">
              {rows.slice(0, SHOWN).map(({ grant }) => (
                <li key={grant.id}>
                  <b>{grant.title}</b> <span className="soft">{grant.person.name}</span>
                </li>
              ))}
              {rows.length > SHOWN && <li className="small faint">{reviewText.more(rows.length - SHOWN)}</li>}
            </ul>
          </section>
        ))}
      {unanswered > 0 && <p className="small soft">{reviewText.unanswered(unanswered)}</p>}
      {ends && <TextInput label={reviewText.reason} value={reason} onChange={setReason} maxLength={500} />}
      {more && <Banner title={reviewText.moreTitle}>{reviewText.moreBody}</Banner>}
      {finish.failure !== null && <Banner tone="exposed" title={errorLine(finish.failure.code, finish.failure.facts)} />}
      <div className="row">
        <Button onClick={onBack}>{reviewText.goBack}</Button>
        <Button variant="primary" why={readOnly} busy={finish.busy ? reviewText.finishing : null} onClick={() => void run()}>
          {reviewText.finish}
        </Button>
      </div>
    </div>
  );
}
