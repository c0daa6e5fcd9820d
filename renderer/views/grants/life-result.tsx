import { useEffect, useRef } from 'react';
import type { GrantDetail } from '../../../shared/contracts/engine/grants.ts';
import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { endText, lifeSealedText as text } from '../../../shared/text/grant-life.ts';
import { sealedText } from '../../../shared/text/handoff.ts';
import { runsText } from '../../../shared/text/runs.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Caption } from '../../components/card.tsx';
import { showToast } from '../../lib/toast-store.ts';
import { SealedText } from '../handoff/sealed-text.tsx';
import { useTakeBack } from '../runs/use-take-back.ts';
import type { Change } from './grant-parts.ts';

export type LifeResultProps = {
  readonly grant: GrantDetail;
  readonly change: Change;
  readonly sealed: Sealed;
  /** A first name. */
  readonly person: string;
  readonly onDone: () => void;
};

/** What was sealed, what happens with it, and after an end the run that really ends access. */
export function LifeResult({ grant, change, sealed, person, onDone }: LifeResultProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), []);
  const { takeBack, busy } = useTakeBack((code, facts) => showToast({ text: errorLine(code, facts) }));
  const ended = change === 'end';
  const steps = [sealedText.send(person), text.paste(person), ...(ended ? [text.receipt(person)] : [])];
  return (
    <div ref={place} className="scroll ho-result" data-pane="form">
      <div className="stack">
        {ended && grant.row.state === 'ended' && (
          <Banner
            title={`${endText.exposedTitle}.`}
            actions={
              <Button size="small" busy={busy === null ? null : runsText.starting} onClick={() => void takeBack(grant.row.id)}>
                {endText.run}
              </Button>
            }
          >
            {endText.exposedBody}
          </Banner>
        )}
        <SealedText sealed={sealed} fileName={sealedText.fileName(grant.row.title, person)} primary />
        <Caption>{sealedText.next}</Caption>
        <ol className="ho-next">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <div className="row">
          <Button icon="check" onClick={onDone}>
            {text.done}
          </Button>
        </div>
      </div>
    </div>
  );
}
