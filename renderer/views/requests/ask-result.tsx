import { useEffect, useRef } from 'react';
import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import { sealedText } from '../../../shared/text/handoff.ts';
import { askText } from '../../../shared/text/requests.ts';
import { Button } from '../../components/button.tsx';
import { Caption } from '../../components/card.tsx';
import { replace } from '../../lib/route.ts';
import { SealedText } from '../handoff/sealed-text.tsx';
import '../handoff/handoff.css';

export type AskResultProps = {
  readonly request: string;
  readonly sealed: Sealed;
  /** First name of whom it is sealed for; null for an open one. */
  readonly name: string | null;
  readonly account: string;
};

/** The request, ready to be sent, and what happens then. */
export function AskResult({ request, sealed, name, account }: AskResultProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), []);
  const steps = [askText.send(name), askText.paste, askText.answer];
  return (
    <div ref={place} className="scroll ho-result" data-pane="form">
      <div className="stack">
        <SealedText sealed={sealed} fileName={sealedText.requestFile(account)} primary />
        <Caption>{sealedText.next}</Caption>
        <ol className="ho-next">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <div className="row">
          <Button icon="check" onClick={() => replace({ view: 'requests', request, open: true })}>
            {askText.toList}
          </Button>
        </div>
      </div>
    </div>
  );
}
