import { firstName } from '../../../shared/text/common.ts';
import { formatCountdown } from '../../../shared/text/dates.ts';
import { answerText as text, askedText, askedWhen, soFarText } from '../../../shared/text/relay.ts';
import type { CodeRequestRow } from '../../../shared/contracts/engine/relay.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { Ring } from '../../components/ring.tsx';
import { errorLine } from '../../../shared/text/errors.ts';
import { plainLine } from '../../lib/plain-text.ts';
import { useAsk } from '../../lib/query.ts';
import { useNow } from '../../lib/ticker.ts';
import { ownZone } from '../handoff/own-zone.ts';
import { useCodeAnswer } from './use-code-answer.ts';

/** Codes that a press on the banner sends, in minutes. */
const USUAL = 5;
const LIFE = 86_400;

export type WaitingCodeProps = {
  /** The item of the inbox that is open. */
  readonly item: string | null;
  readonly onOpen: (item: string) => void;
};

/** The request for a code that waits, over whatever else is open: somebody sits before a sign-in page meanwhile. */
export function WaitingCode({ item, onOpen }: WaitingCodeProps) {
  const { data } = useAsk('relay.list', { side: 'got', offset: 0, limit: 1 });
  const open = useAsk('inbox.get', { id: item ?? '' }, { when: item !== null }).data;
  const [row] = data?.rows ?? [];
  if (row === undefined || row.state !== 'waiting' || open?.codeRequest === row.id) return null;
  return <Waiting key={row.id} row={row} onOpen={onOpen} />;
}

function Waiting({ row, onOpen }: { readonly row: CodeRequestRow; readonly onOpen: (item: string) => void }) {
  const { data: asked } = useAsk('relay.get', { id: row.id });
  const answer = useCodeAnswer(row.id);
  const readOnly = useWhyReadOnly();
  const now = useNow();
  const left = row.expires - now;
  if (asked === undefined || left <= 0) return null;
  const name = plainLine(firstName(row.person.name));
  const facts = [
    row.username,
    row.when === null ? null : askedWhen(row.when, now, ownZone()),
    soFarText(asked),
    row.person.verified ? text.compared : text.notCompared,
  ].filter((part) => part !== null);
  const open = (): void => {
    if (asked.inbox !== null) onOpen(asked.inbox);
  };
  const canSend = asked.problem === null && asked.hasSeed;
  return (
    <section className="waiting-code" aria-label={text.title(name, plainLine(row.title))}>
      <Ring size={44} value={left / LIFE} label={askedText.leftLabel(left)}>
        <b>{formatCountdown(left)}</b>
      </Ring>
      <div className="grow">
        <b className="cut">{text.title(name, plainLine(row.title))}</b>
        <span className="small soft cut">{facts.join(' · ')}</span>
        {answer.failure !== null && (
          <span className="hint error" role="alert">
            {errorLine(answer.failure.code, answer.failure.facts)}
          </span>
        )}
      </div>
      <div className="row">
        <Button why={readOnly} busy={answer.busy === 'refusing' ? text.refusing : null} onClick={() => void answer.refuse()}>
          {text.refuse}
        </Button>
        {canSend && (
          <Button
            variant="primary"
            why={readOnly}
            busy={answer.busy === 'sending' ? text.sending : null}
            onClick={() => {
              // Its text to copy stands where the request is.
              open();
              void answer.send(USUAL);
            }}
          >
            {text.send}
          </Button>
        )}
        {!canSend && (
          <Button variant="primary" onClick={open}>
            {text.open}
          </Button>
        )}
      </div>
    </section>
  );
}
