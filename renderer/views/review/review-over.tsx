import { errorLine } from '../../../shared/text/errors.ts';
import { reviewText } from '../../../shared/text/review.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { HookArt } from '../../components/key-mark.tsx';
import { useAct } from '../../lib/act.ts';
import { showToast } from '../../lib/toast-store.ts';
import type { Finished } from './review-summary.tsx';

export type ReviewOverProps = {
  readonly id: string;
  readonly month: string;
  readonly onDone: (finished: Finished) => void;
};

/** A review under way of which no loan is left: it can only be finished. */
export function ReviewOver({ id, month, onDone }: ReviewOverProps) {
  const finish = useAct('review.finish');
  const readOnly = useWhyReadOnly();
  const run = async (): Promise<void> => {
    const reply = await finish.run({ id, reason: reviewText.reasonDefault });
    if (reply.ok) onDone(reply.value);
    else showToast({ text: errorLine(reply.code, reply.facts) });
  };
  return (
    <EmptyState
      art={<HookArt />}
      title={reviewText.overTitle}
      action={
        <Button
          variant="primary"
          data-autofocus
          why={readOnly}
          busy={finish.busy ? reviewText.finishing : null}
          onClick={() => void run()}
        >
          {reviewText.finish}
        </Button>
      }
    >
      {reviewText.overBody(month)}
    </EmptyState>
  );
}
