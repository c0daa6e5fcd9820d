import { copiesText } from '../../../shared/text/copies.ts';
import { errorText } from '../../../shared/text/errors.ts';
import { useVault } from '../../app/vault-context.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { go } from '../../lib/route.ts';
import { useCapability } from '../../lib/shell.ts';
import { WorkProgress } from '../work-progress.tsx';
import { type Copy, reading } from './use-copy.ts';

/** Asks for the file of another copy, or sends to the backups. */
export function ChooseCopy({ copy }: { readonly copy: Copy }) {
  const { anchor } = useVault();
  const canChoose = useCapability('open_dialog');
  const forked = anchor === 'forked';
  // What was stopped did not fail.
  const failed = copy.failure?.code === 'cancelled' ? null : copy.failure;
  const failure = failed === null ? null : errorText(failed.code, failed.facts);
  return (
    <div className="scroll copy-choose">
      {failure !== null && (
        <Banner tone="exposed" title={failure.what}>
          {failure.safe} {failure.todo}
        </Banner>
      )}
      <WorkProgress tasks={reading} busy={copy.busy} stoppable />
      <EmptyState
        title={forked ? copiesText.forkTitle : copiesText.other}
        action={
          <div className="row wrap">
            {canChoose && (
              <Button
                variant="primary"
                data-autofocus
                busy={copy.busy ? copiesText.reading : null}
                onClick={() => void copy.choose()}
              >
                {copiesText.choose}
              </Button>
            )}
            <Button onClick={() => go({ view: 'settings', page: 'backups', open: true })}>{copiesText.backups}</Button>
          </div>
        }
      >
        {forked ? copiesText.forkLead : copiesText.otherLead} {copiesText.readOnly}
      </EmptyState>
    </div>
  );
}
