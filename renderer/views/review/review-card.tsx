import type { Answer, ReviewRow } from '../../../shared/contracts/engine/review.ts';
import { returnTag } from '../../../shared/text/accounts.ts';
import { answerText, hasText, reviewText } from '../../../shared/text/review.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Kbd } from '../../components/kbd.tsx';
import { Mark } from '../../components/mark.tsx';
import { PromiseMark } from '../../components/promise-mark.tsx';
import { Tag } from '../../components/tag.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import type { Review } from './use-review.ts';

const ASKED: readonly Answer[] = ['keep', 'extend', 'lower', 'end'];
const SOON = 7 * 86_400;

/** One loan and the question about it. */
export function ReviewCard({ row, review }: { readonly row: ReviewRow; readonly review: Review }) {
  const { grant, exposed } = row;
  const readOnly = useWhyReadOnly();
  const now = engineNow();
  const gone = grant.until <= grant.from ? 1 : Math.min(1, Math.max(0, (now - grant.from) / (grant.until - grant.from)));
  const part = `${Math.round(gone * 100)}%`;
  return (
    <div className="review-deck" data-more={review.rows.length > review.at + 1 || undefined}>
      <section className="card review-one" aria-label={`${grant.title}, ${grant.person.name}`}>
        <div className="row review-head">
          <Mark platform={grant.platform} size="big" />
          <div className="grow cut">
            <h2>{[grant.title, grant.username].filter((line) => line !== null).join(', ')}</h2>
            <p className="soft small">{reviewText.lentTo(grant.person.name)}</p>
          </div>
        </div>
        <div className="review-time">
          <div className="review-line" aria-hidden="true">
            <i style={{ width: part }} />
            <em style={{ left: part }} />
          </div>
          <div className="row small">
            <span className="soft grow">{reviewText.since(grant.from, now)}</span>
            <Tag tone={grant.until - now > SOON ? 'calm' : 'ending'}>{returnTag('active', grant.until, now)}</Tag>
          </div>
        </div>
        <dl>
          <Fact name={reviewText.has}>{hasText(row, now)}</Fact>
          <Fact name={reviewText.used}>{row.relayed === 0 ? reviewText.usedNone : reviewText.usedSome(row.relayed)}</Fact>
          <Fact name={reviewText.asked}>{row.asked === 0 ? reviewText.askedNone : reviewText.askedSome(row.asked)}</Fact>
          <Fact name={reviewText.ifEnds}>
            {exposed.length === 0 ? (
              reviewText.nothingExposed
            ) : (
              <PromiseMark kind="exposed">{reviewText.staysExposed(exposed)}</PromiseMark>
            )}
          </Fact>
        </dl>
        <h3>{reviewText.question(grant.person.name)}</h3>
        <div className="review-answers">
          {ASKED.map((answer) => (
            <button
              key={answer}
              type="button"
              aria-pressed={row.answer === answer}
              aria-keyshortcuts={answerText[answer].key}
              aria-disabled={readOnly !== null || undefined}
              title={readOnly ?? undefined}
              onClick={() => void review.answer(answer)}
            >
              <Kbd keys={answerText[answer].key} hidden />
              <b>{answerText[answer].name}</b>
              <span>{reviewText.does(answer, row, now)}</span>
            </button>
          ))}
        </div>
      </section>
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
