import { type ReactNode, useEffect, useRef } from 'react';
import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import { sealedText } from '../../../shared/text/handoff.ts';
import { Caption } from '../../components/card.tsx';
import { SealedText } from './sealed-text.tsx';
import './handoff.css';

export type ResultPageProps = {
  /** What comes before it; nothing as a rule. */
  readonly first?: ReactNode;
  readonly sealed: Sealed;
  readonly fileName: string;
  /** What happens next, in its order. */
  readonly steps: readonly string[];
  /** Its buttons. */
  readonly children: ReactNode;
};

/** Something sealed, ready to be taken along, and what happens then. */
export function ResultPage({ first, sealed, fileName, steps, children }: ResultPageProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), []);
  return (
    <div ref={place} className="scroll ho-result" data-pane="form">
      <div className="stack">
        {first}
        <SealedText sealed={sealed} fileName={fileName} primary />
        <Caption>{sealedText.next}</Caption>
        <ol className="ho-next">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <div className="row">{children}</div>
      </div>
    </div>
  );
}
