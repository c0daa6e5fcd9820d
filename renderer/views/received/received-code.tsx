import { useCallback, useState } from 'react';
import type { ReceivedDetail } from '../../../shared/contracts/engine/grants.ts';
import { commonText, firstName } from '../../../shared/text/common.ts';
import { receivedCodeText, windowOpens, windowUntil } from '../../../shared/text/received.ts';
import { askText } from '../../../shared/text/relay.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Code, CodeWhy, type CodeWords } from '../../components/code.tsx';
import { Week } from '../../components/week.tsx';
import { useCommand } from '../../lib/commands.ts';
import { useEngine } from '../../lib/engine.ts';
import { useLiveCode } from '../../lib/live-code.ts';
import { planWords } from '../../lib/plan-words.ts';
import { useNow } from '../../lib/ticker.ts';
import { AskCode } from './ask-code.tsx';
import { AskedCode } from './asked-code.tsx';
import { useReceivedCopy } from './use-received-secret.ts';
import { weekOf, weekTimeOf } from './week-of.ts';

/** In its last seconds a window has no code to come. */
const codeWords = (last: boolean): CodeWords => ({
  next: receivedCodeText.next,
  soon: last ? receivedCodeText.lastCode : receivedCodeText.soon,
  none: receivedCodeText.noCode,
});

type Props = { readonly received: ReceivedDetail };

/** The code now, or why there is none and when there will be; nothing when no codes were lent. */
export function ReceivedCode({ received }: Props) {
  const hasPass = received.windows.length > 0;
  if (!hasPass && !received.liveCodes) return null;
  return (
    <>
      <Card className="received-code">
        {received.secretsClosed ? (
          <Code code={null} note={receivedCodeText.closed} />
        ) : hasPass ? (
          <Live received={received} />
        ) : (
          <Code
            code={null}
            note={<b className="c-ending">{receivedCodeText.onRequest}</b>}
            action={<AskButton received={received} />}
          />
        )}
        {hasPass && <WeekStrip received={received} />}
        {!received.secretsClosed && <Why received={received} />}
      </Card>
      {received.liveCodes && <AskedCode received={received} />}
    </>
  );
}

function Live({ received }: Props) {
  const engine = useEngine();
  const { id } = received.row;
  const source = useCallback(async () => {
    const reply = await engine.call('received.code', { id });
    return reply.ok ? reply.value : null;
  }, [engine, id]);
  const answer = useLiveCode(source);
  const live = answer?.live ?? null;
  const copyField = useReceivedCopy(id);
  const copy = (): void => copyField('code', receivedCodeText.code);
  useCommand('copyCode', live === null ? null : copy);
  if (live === null) {
    return (
      <Code
        code={null}
        note={answer === null ? undefined : <Outside opens={answer.opens ?? null} />}
        action={received.liveCodes ? <AskButton received={received} /> : undefined}
      />
    );
  }
  const last = received.windows.some(({ until }) => until === live.until);
  return (
    <Code
      code={live.code}
      next={live.next}
      until={live.until}
      period={live.period}
      note={<Until received={received} />}
      words={codeWords(last)}
      action={
        <Button variant="primary" icon="copy" keys="Mod+T" onClick={copy}>
          {commonText.copy}
        </Button>
      }
    />
  );
}

function Until({ received: { windows } }: Props) {
  const now = useNow();
  const open = windows.find(({ from, until }) => from <= now && now < until);
  if (open === undefined) return null;
  return (
    <>
      <b className="c-sealed">{receivedCodeText.windowOpen}</b> {windowUntil(open.until, now)}
    </>
  );
}

function Outside({ opens }: { readonly opens: number | null }) {
  const now = useNow();
  return (
    <>
      <b className="c-ending">{opens === null ? receivedCodeText.over : receivedCodeText.outside}</b>{' '}
      {opens !== null && windowOpens(opens, now)}
    </>
  );
}

function WeekStrip({ received: { windows } }: Props) {
  const now = useNow();
  const week = weekOf(windows, now);
  const words = week.length === 0 ? receivedCodeText.noWindow : planWords(week);
  return <Week windows={week} now={weekTimeOf(now)} label={`${receivedCodeText.week}: ${words}`} />;
}

/** Outside the windows, and only there. */
function Why({ received: { row, windows, liveCodes } }: Props) {
  const now = useNow();
  if (windows.some(({ from, until }) => from <= now && now < until)) return null;
  const owner = firstName(row.lentBy.name);
  return (
    <CodeWhy>
      {receivedCodeText.why(owner)} {liveCodes && askText.answers(owner)}
    </CodeWhy>
  );
}

/** Asks for a code outside the windows. */
function AskButton({ received }: Props) {
  const [asking, setAsking] = useState(false);
  const readOnly = useWhyReadOnly();
  return (
    <>
      <Button icon="send" why={readOnly} onClick={() => setAsking(true)}>
        {askText.act}
      </Button>
      {asking && <AskCode received={received} onClose={() => setAsking(false)} />}
    </>
  );
}
