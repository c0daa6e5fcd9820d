import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import { firstName } from '../../../shared/text/common.ts';
import { sealedText } from '../../../shared/text/handoff.ts';
import { runKindText, startText } from '../../../shared/text/runs.ts';
import { Button } from '../../components/button.tsx';
import { back } from '../../lib/route.ts';
import { useStartRun } from '../runs/use-start-run.ts';
import { ResultPage } from './result-page.tsx';

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
  const name = firstName(person);
  const { start, busy } = useStartRun();
  const steps = [sealedText.send(name), sealedText.paste(name), sealedText.back(name), startText.thenLook(name)];
  return (
    <ResultPage sealed={sealed} fileName={sealedText.fileName(title, name)} steps={steps}>
      <Button icon="check" onClick={back}>
        {sealedText.done}
      </Button>
      <Button icon="laptop" busy={busy ? startText.starting : null} onClick={() => void start({ kind: 'after_handoff', grant })}>
        {runKindText.after_handoff.start}
      </Button>
    </ResultPage>
  );
}
