import type { ReceivedDetail } from '../../../shared/contracts/engine/grants.ts';
import { firstName } from '../../../shared/text/common.ts';
import { receivedText } from '../../../shared/text/received.ts';
import { Caption, Card } from '../../components/card.tsx';
import { Icon } from '../../components/icon.tsx';

/** What the owner asks for in words: rules, how to sign in, a note. */
export function ReceivedTerms({ received }: { readonly received: ReceivedDetail }) {
  const { row, rules, steps, level, note } = received;
  const owner = firstName(row.lentBy.name);
  const lines = [...new Set(level === null ? rules : [level, ...rules])];
  return (
    <>
      {lines.length > 0 && (
        <>
          <Caption>{receivedText.rules(owner)}</Caption>
          <ul className="card received-rules">
            {lines.map((line) => (
              <li key={line}>
                <Icon name={forbids(line) ? 'x' : 'check'} size="small" tone={forbids(line) ? 'faint' : 'sealed'} />
                {line}
              </li>
            ))}
          </ul>
        </>
      )}
      {steps.length > 0 && (
        <>
          <Caption>{receivedText.steps}</Caption>
          <ol className="card received-steps">
            {[...new Set(steps)].map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </>
      )}
      {note !== null && (
        <Card caption={receivedText.note(owner)} pad>
          <p className="received-note">{note}</p>
        </Card>
      )}
    </>
  );
}

/** Whether a rule in words says no; it is only drawn differently. */
function forbids(rule: string): boolean {
  return /^(?:no|never|not|don[’']t|do not|may not|must not)\b/i.test(rule);
}
