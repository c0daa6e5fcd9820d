import { useState } from 'react';
import type { ReceivedDetail } from '../../../shared/contracts/engine/grants.ts';
import type { CodeRequestDetail } from '../../../shared/contracts/engine/relay.ts';
import { commonText, firstName } from '../../../shared/text/common.ts';
import { formatCountdown } from '../../../shared/text/dates.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { sealedText } from '../../../shared/text/handoff.ts';
import { askedText as text, askedWhen } from '../../../shared/text/relay.ts';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Code, CodeWhy } from '../../components/code.tsx';
import { Ring } from '../../components/ring.tsx';
import { useAct } from '../../lib/act.ts';
import { useHeld } from '../../lib/clipboard.ts';
import { useAsk } from '../../lib/query.ts';
import { go } from '../../lib/route.ts';
import { useNow } from '../../lib/ticker.ts';
import { ownZone } from '../handoff/own-zone.ts';
import { SealedText } from '../handoff/sealed-text.tsx';
import { heldKey } from './use-received-secret.ts';
import { useRelayCopy, useRelayedCode } from './use-relayed-code.ts';

const LIFE = 86_400;

type Props = { readonly received: ReceivedDetail };

/** The code asked for last: still waited for, here, or over. Nothing when none was asked for, or it was closed. */
export function AskedCode({ received }: Props) {
  const { data: asked } = useAsk('relay.get', { id: received.asked ?? '' }, { when: received.asked !== null });
  if (asked === undefined) return null;
  switch (asked.row.state) {
    case 'waiting':
    case 'expired':
      return <Waiting received={received} asked={asked} />;
    case 'answered':
      return <Answered received={received} asked={asked} />;
    default:
      return null;
  }
}

function Waiting({ received: { row }, asked }: Props & { readonly asked: CodeRequestDetail }) {
  const owner = firstName(row.lentBy.name);
  const now = useNow();
  const close = useAct('relay.close');
  const [shown, setShown] = useState(true);
  const left = asked.row.expires - now;
  const { sent } = asked;
  if (asked.row.state === 'expired' || left <= 0) return <p className="small soft asked-over">{text.expired(owner)}</p>;
  return (
    <Card caption={text.title} className="asked" pad>
      <div className="asked-head">
        <Ring size={44} value={left / LIFE} label={text.leftLabel(left)}>
          <b>{formatCountdown(left)}</b>
        </Ring>
        <div className="grow">
          <b>{text.waiting(owner)}</b> <span className="small soft">{askedWhen(asked.row.when, now, ownZone())}</span>
          <p className="small soft">{text.send(owner)}</p>
        </div>
      </div>
      {shown && sent !== null && <SealedText sealed={sent} fileName={sealedText.fileName(row.title, owner)} primary />}
      {close.failure !== null && (
        <p className="hint error" role="alert">
          {errorLine(close.failure.code, close.failure.facts)}
        </p>
      )}
      <div className="row wrap">
        <Button icon="paste" onClick={() => go({ view: 'inbox', item: null, paste: true })}>
          {text.toInbox}
        </Button>
        {sent !== null && (
          <Button variant="quiet" aria-expanded={shown} onClick={() => setShown(!shown)}>
            {shown ? text.hideText : text.showText}
          </Button>
        )}
        <Button variant="quiet" busy={close.busy ? text.closing : null} onClick={() => void close.run({ id: asked.row.id })}>
          {text.close}
        </Button>
      </div>
    </Card>
  );
}

function Answered({ received, asked }: Props & { readonly asked: CodeRequestDetail }) {
  const { id } = received.row;
  const code = useRelayedCode(id, received.secretsClosed ? null : asked.row.id);
  const copyCode = useRelayCopy(id);
  const held = useHeld(heldKey(id, 'relayed'));
  const now = useNow();
  if (code === null) return null;
  const { live, opens, ends, typed } = code;
  if (live === null && opens === null && typed === null) {
    return (
      <p className="small soft asked-over" role="status">
        {text.over} {text.overBody}
      </p>
    );
  }
  const copy = (
    <Button variant="primary" icon="copy" onClick={() => copyCode(text.code)}>
      {held === null ? commonText.copy : commonText.copied}
    </Button>
  );
  return (
    <Card caption={text.title} className="asked-code">
      {typed !== null ? (
        <Typed code={typed.code} until={typed.until} now={now} copy={copy} />
      ) : live === null ? (
        <Code code={null} note={opens === null ? undefined : text.opens(opens, now)} />
      ) : (
        <Code
          code={live.code}
          next={live.next}
          until={live.until}
          period={live.period}
          note={ends === null ? undefined : text.until(ends, now)}
          action={copy}
        />
      )}
      <CodeWhy>{text.memory}</CodeWhy>
    </Card>
  );
}

/** How long a typed code may be shown at most, in seconds. */
const TYPED_LIFE = 600;

type TypedProps = { readonly code: string; readonly until: number; readonly now: number; readonly copy: React.ReactNode };

/** A code its owner typed in, as it was typed, and how long it may be shown. */
function Typed({ code, until, now, copy }: TypedProps) {
  const left = Math.max(0, until - now);
  return (
    <div className="code">
      <Ring size={76} value={left / TYPED_LIFE}>
        <b>{Math.ceil(left / 60)}</b>
        <span className="under">min</span>
      </Ring>
      <div className="grow">
        <div className="digits" role="img" aria-label={[...code].join(' ')}>
          {code}
        </div>
        <div className="next">
          {text.typed}, {text.until(until, now)}
        </div>
      </div>
      {copy}
    </div>
  );
}
