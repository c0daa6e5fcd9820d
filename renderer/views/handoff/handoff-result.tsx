import { useEffect, useRef } from 'react';
import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import { firstName } from '../../../shared/text/common.ts';
import { sealedText } from '../../../shared/text/handoff.ts';
import { runKindText, startText } from '../../../shared/text/runs.ts';
import { Button } from '../../components/button.tsx';
import { Caption } from '../../components/card.tsx';
import { back } from '../../lib/route.ts';
import { useStartRun } from '../runs/use-start-run.ts';
import { SealedText } from './sealed-text.tsx';

export type HandoffResultProps = {
  readonly grant: string;
  readonly sealed: Sealed;
  /** The whole name of whom it is for. */
  readonly person: string;
  /** The account's title. */
  readonly title: string;
};

/** What was sealed, ready to be taken along, and what happens then. */
export function HandoffResult({ grant, sealed, person, title }: HandoffResultProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), []);
  const name = firstName(person);
  const { start, busy } = useStartRun();
  const steps = [sealedText.send(name), sealedText.paste(name), sealedText.back(name), startText.thenLook(name)];
  return (
    <div ref={place} className="scroll ho-result" data-pane="form">
      <div className="stack">
        <SealedText sealed={sealed} fileName={sealedText.fileName(title, name)} primary />
        <Caption>{sealedText.next}</Caption>
        <ol className="ho-next">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <div className="row">
          <Button icon="check" onClick={back}>
            {sealedText.done}
          </Button>
          <Button
            icon="laptop"
            busy={busy ? startText.starting : null}
            onClick={() => void start({ kind: 'after_handoff', grant })}
          >
            {runKindText.after_handoff.start}
          </Button>
        </div>
      </div>
    </div>
  );
}
