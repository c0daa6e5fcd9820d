import type { Answer, ReviewRow } from '../../../shared/contracts/engine/review.ts';
import { answerText, reviewText } from '../../../shared/text/review.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { Ring } from '../../components/ring.tsx';
import type { Review } from './use-review.ts';

const TONES: Readonly<Record<Answer, string>> = { keep: '', extend: '', lower: 'c-ending', end: 'c-exposed', later: 'soft' };
/** Rows shown of what is answered, and of what comes next. */
const NEAR = 8;

/** How far the review is: what was answered, the loan at hand, what comes next. */
export function ReviewList({ review, onSummary }: { readonly review: Review; readonly onSummary: () => void }) {
  const { rows, at, answered } = review;
  const said = rows.map((row, index) => ({ row, index })).filter(({ row, index }) => row.answer !== null && index !== at);
  const next = rows.map((row, index) => ({ row, index })).filter(({ row, index }) => row.answer === null && index !== at);
  return (
    <>
      <div className="row review-ring">
        <Ring kind="done" size={56} value={rows.length === 0 ? 0 : answered / rows.length}>
          <b>{`${answered}/${rows.length}`}</b>
        </Ring>
        <div>
          <b className="strong">{reviewText.month(review.month)}</b>
          <p className="small soft">{reviewText.left(rows.length - answered)}</p>
        </div>
      </div>
      <Group label={reviewText.answered} rows={said.slice(-NEAR)} hidden={said.length - NEAR} review={review} />
      {review.current !== undefined && (
        <>
          <h2 className="label">{reviewText.now}</h2>
          <p className="review-now row">
            <span className="grow cut">
              <b>{review.current.grant.title}</b> <span className="soft">{review.current.grant.person.name}</span>
            </span>
            <Icon name="forward" size="small" />
          </p>
        </>
      )}
      <Group label={reviewText.next} rows={next.slice(0, NEAR)} hidden={next.length - NEAR} review={review} />
      <div className="review-foot">
        <p className="small soft">{reviewText.promise}</p>
        <Button variant={answered === rows.length && rows.length > 0 ? 'primary' : 'default'} onClick={onSummary}>
          {reviewText.toSummary}
        </Button>
      </div>
    </>
  );
}

interface GroupProps {
  readonly label: string;
  readonly rows: readonly { readonly row: ReviewRow; readonly index: number }[];
  readonly hidden: number;
  readonly review: Review;
}

function Group({ label, rows, hidden, review }: GroupProps) {
  if (rows.length === 0) return null;
  return (
    <>
      <h2 className="label">{label}</h2>
      <ul className="review-rows">
        {rows.map(({ row, index }) => (
          <li key={row.grant.id}>
            <button type="button" onClick={() => review.move(index)}>
              <span className="grow cut">
                <b>{row.grant.title}</b> <span className="soft">{row.grant.person.name}</span>
              </span>
              {row.answer !== null && <span className={`small strong ${TONES[row.answer]}`}>{answerText[row.answer].name}</span>}
            </button>
          </li>
        ))}
        {hidden > 0 && <li className="small faint">{reviewText.more(hidden)}</li>}
      </ul>
    </>
  );
}
