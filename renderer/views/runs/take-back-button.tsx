import { errorLine } from '../../../shared/text/errors.ts';
import { runsText } from '../../../shared/text/runs.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { showToast } from '../../lib/toast-store.ts';
import { useTakeBack } from './use-take-back.ts';

/** Starts the run of an ended grant from where the grant is shown, or goes on with it. */
export function TakeBackButton({ grant }: { readonly grant: string }) {
  const { takeBack, busy } = useTakeBack((code, facts) => showToast({ text: errorLine(code, facts) }));
  const readOnly = useWhyReadOnly();
  return (
    <span className="take-back">
      <Button size="small" why={readOnly} busy={busy === null ? null : runsText.starting} onClick={() => void takeBack(grant)}>
        {runsText.takeBack}
      </Button>
    </span>
  );
}
