import { cardText } from '../../../shared/text/people.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { Button } from '../../components/button.tsx';
import { Caption, Card } from '../../components/card.tsx';
import { DetailHead } from '../../components/detail-head.tsx';
import { Face } from '../../components/face.tsx';
import { QrImage } from '../../components/qr-image.tsx';
import { useEngine } from '../../lib/engine.ts';
import { useAsk } from '../../lib/query.ts';
import { showToast } from '../../lib/toast-store.ts';

/** One's own card as text and QR, and the eight words to read out on a call. */
export function MyCard() {
  const engine = useEngine();
  const { data } = useAsk('me.get', {});
  if (data === undefined) return null;
  const copy = async (): Promise<void> => {
    const reply = await engine.call('me.copyCard', {});
    showToast({ text: reply.ok ? cardText.copied : errorLine(reply.code, reply.facts) });
  };
  return (
    <>
      <DetailHead mark={<Face name={data.name} size="big" />} title={cardText.title} sub={data.name}>
        <Button variant="primary" icon="copy" onClick={() => void copy()}>
          {cardText.copy}
        </Button>
      </DetailHead>
      <p className="soft pretty">{cardText.lead}</p>
      <div className="my-card">
        <div>
          <Caption>{cardText.text}</Caption>
          <Card pad>
            <p className="mono small card-text">{data.card}</p>
          </Card>
          <Caption>{cardText.words}</Caption>
          <Card pad>
            <ol className="eight-words">
              {data.words.map((word, index) => (
                // A word may come twice: its place is what tells it apart.
                // oxlint-disable-next-line react/no-array-index-key
                <li key={index}>
                  <i>{index + 1}</i>
                  {word}
                </li>
              ))}
            </ol>
            <p className="small soft pretty">{cardText.wordsLead}</p>
          </Card>
        </div>
        <QrImage matrix={data.qr.map((row) => [...row].map((module) => module === '1'))} label={cardText.qr} size={264} />
      </div>
    </>
  );
}
