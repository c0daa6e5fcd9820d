import { useState } from 'react';
import type { CodeRequestDetail } from '../../../shared/contracts/engine/relay.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { sealedText } from '../../../shared/text/handoff.ts';
import { answerText as text, whyNoCode } from '../../../shared/text/relay.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Seg } from '../../components/seg.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { useAct } from '../../lib/act.ts';
import { showToast } from '../../lib/toast-store.ts';
import { SealedText } from '../handoff/sealed-text.tsx';
import { useCodeAnswer } from './use-code-answer.ts';
import { useFocusOnAnswer } from './use-focus-on-answer.ts';

/** What the engine takes for a typed code: 4 to 12 printable characters, no space at its ends. */
const TYPED = /^[!-~][ -~]{2,10}[!-~]$/;

export type CodeAnswerCardProps = { readonly asked: CodeRequestDetail; readonly name: string };

/** The answer to a request for a code: to be given, given, or why there is none. */
export function CodeAnswerCard({ asked, name }: CodeAnswerCardProps) {
  const { row, problem, answer, muted } = asked;
  const place = useFocusOnAnswer(answer?.message ?? null);
  if (row.state !== 'waiting') {
    return (
      <div ref={place} className="stack">
        {muted && <Muted grant={row.grant} />}
        {row.state === 'answered' ? (
          <Banner tone="sealed" title={text.answered}>
            {answer === null ? text.answerOver : text.answeredBody(name)}
          </Banner>
        ) : (
          <Banner icon="info" title={row.state === 'denied' ? text.denied : text.closed} />
        )}
        {answer !== null && (
          <>
            <SealedText sealed={answer} fileName={sealedText.fileName(row.title, name)} primary />
            {asked.hasSeed && <p className="small soft">{text.exposes}</p>}
          </>
        )}
      </div>
    );
  }
  if (problem === 'muted') return <Muted grant={row.grant} />;
  if (problem === null) return <Give asked={asked} />;
  const { what, todo } = whyNoCode(problem, name);
  return (
    <>
      <Banner title={what}>{todo}</Banner>
      <Refuse id={row.id} />
    </>
  );
}

function Give({ asked: { row, hasSeed } }: { readonly asked: CodeRequestDetail }) {
  const answer = useCodeAnswer(row.id);
  const [minutes, setMinutes] = useState<'5' | '10' | '15'>('5');
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const readOnly = useWhyReadOnly();
  const code = typed.trim();
  const fits = TYPED.test(code);
  const seal = (): void => {
    setTried(true);
    if (fits) void answer.type(code);
  };
  const { failure } = answer;
  return (
    <Card caption={text.answer} pad className="code-give">
      {hasSeed ? (
        <>
          <div className="row wrap">
            <span className="small strong">{text.minutes}</span>
            <Seg
              label={text.minutes}
              size="small"
              value={minutes}
              onChange={setMinutes}
              options={(['5', '10', '15'] as const).map((value) => ({ value, label: text.min(Number(value)) }))}
            />
          </div>
          <p className="hint">{text.minutesNote}</p>
        </>
      ) : (
        <TextInput
          mono
          label={text.typedLabel}
          hint={text.typedHint}
          error={tried && !fits ? text.typedUnfit : null}
          value={typed}
          maxLength={12}
          onChange={setTyped}
          onKeyDown={(event) => {
            if (event.key === 'Enter') seal();
          }}
        />
      )}
      {failure !== null && (
        <p className="hint error" role="alert">
          {errorLine(failure.code, failure.facts)}
        </p>
      )}
      <div className="row">
        {hasSeed ? (
          <Button
            variant="primary"
            icon="sealed"
            why={readOnly}
            busy={answer.busy === 'sending' ? text.sending : null}
            onClick={() => void answer.send(Number(minutes))}
          >
            {text.send}
          </Button>
        ) : (
          <Button
            variant="primary"
            icon="sealed"
            why={readOnly}
            busy={answer.busy === 'typing' ? text.sending : null}
            onClick={seal}
          >
            {text.seal}
          </Button>
        )}
        <Button why={readOnly} busy={answer.busy === 'refusing' ? text.refusing : null} onClick={() => void answer.refuse()}>
          {text.refuse}
        </Button>
      </div>
    </Card>
  );
}

function Refuse({ id }: { readonly id: string }) {
  const answer = useCodeAnswer(id);
  return (
    <div className="row">
      <Button busy={answer.busy === 'refusing' ? text.refusing : null} onClick={() => void answer.refuse()}>
        {text.refuse}
      </Button>
    </div>
  );
}

function Muted({ grant }: { readonly grant: string }) {
  const act = useAct('relay.unmute');
  const unmute = async (): Promise<void> => {
    const reply = await act.run({ grant });
    if (!reply.ok && reply.code !== 'busy') showToast({ text: errorLine(reply.code, reply.facts) });
  };
  return (
    <Banner
      icon="bell"
      title={text.muted}
      actions={
        <Button size="small" busy={act.busy ? text.unmute : null} onClick={() => void unmute()}>
          {text.unmute}
        </Button>
      }
    >
      {text.mutedBody}
    </Banner>
  );
}
