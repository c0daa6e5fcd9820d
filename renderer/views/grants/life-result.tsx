import type { GrantDetail } from '../../../shared/contracts/engine/grants.ts';
import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { endText, lifeSealedText as text } from '../../../shared/text/grant-life.ts';
import { sealedText } from '../../../shared/text/handoff.ts';
import { runsText } from '../../../shared/text/runs.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { showToast } from '../../lib/toast-store.ts';
import { ResultPage } from '../handoff/result-page.tsx';
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
  const { takeBack, busy } = useTakeBack((code, facts) => showToast({ text: errorLine(code, facts) }));
  const ended = change === 'end';
  const steps = [sealedText.send(person), text.paste(person), ...(ended ? [text.receipt(person)] : [])];
  return (
    <ResultPage
      first={
        ended &&
        grant.row.state === 'ended' && (
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
        )
      }
      sealed={sealed}
      fileName={sealedText.fileName(grant.row.title, person)}
      steps={steps}
    >
      <Button icon="check" onClick={onDone}>
        {text.done}
      </Button>
    </ResultPage>
  );
}
