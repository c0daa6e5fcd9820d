import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import { sealedText } from '../../../shared/text/handoff.ts';
import { askText } from '../../../shared/text/requests.ts';
import { Button } from '../../components/button.tsx';
import { replace } from '../../lib/route.ts';
import { ResultPage } from '../handoff/result-page.tsx';

export type AskResultProps = {
  readonly request: string;
  readonly sealed: Sealed;
  /** First name of whom it is sealed for; null for an open one. */
  readonly name: string | null;
  readonly account: string;
};

/** The request, ready to be sent, and what happens then. */
export function AskResult({ request, sealed, name, account }: AskResultProps) {
  const steps = [askText.send(name), askText.paste, askText.answer];
  return (
    <ResultPage sealed={sealed} fileName={sealedText.requestFile(account)} steps={steps}>
      <Button icon="check" onClick={() => replace({ view: 'requests', request, open: true })}>
        {askText.toList}
      </Button>
    </ResultPage>
  );
}
