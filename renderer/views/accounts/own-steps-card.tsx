import { useState } from 'react';
import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import type { OwnStep } from '../../../shared/contracts/engine/platforms.ts';
import { type RunKind, STEPS_OF } from '../../../shared/platforms/run-step.ts';
import { runStepsFor } from '../../../shared/platforms/run-steps.ts';
import { accountText } from '../../../shared/text/accounts.ts';
import { ownStepText as text } from '../../../shared/text/platforms-page.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Caption } from '../../components/card.tsx';
import { Field, Fields } from '../../components/field.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { askToOpen, linkOf } from '../../lib/link.ts';
import { useAsk } from '../../lib/query.ts';
import { useCapability } from '../../lib/shell.ts';
import { OwnStepDialog } from '../runs/own-step-dialog.tsx';

/** Where the person noted that this account has its settings; nothing while none is noted. */
export function OwnStepsCard({ account }: { readonly account: AccountDetail }) {
  const steps = useAsk('platforms.ownSteps', { account: account.id }).data?.steps ?? [];
  const [changing, setChanging] = useState<OwnStep | null>(null);
  if (steps.length === 0) return null;
  return (
    <>
      <Caption note={text.whereNote}>{text.where}</Caption>
      <Fields slim>
        {steps.map((own) => (
          <OwnStepRow key={own.step} own={own} onChange={account.trashed === null ? () => setChanging(own) : undefined} />
        ))}
      </Fields>
      {changing !== null && (
        <OwnStepDialog
          account={account.id}
          step={changing.step}
          title={titleOf(changing.step)}
          path={changing.path ?? ''}
          link={changing.link ?? ''}
          isNoted
          onClose={() => setChanging(null)}
        />
      )}
    </>
  );
}

function OwnStepRow({ own, onChange }: { readonly own: OwnStep; readonly onChange: (() => void) | undefined }) {
  const canOpen = useCapability('open_link');
  const whyNot = useWhyReadOnly();
  const title = titleOf(own.step);
  const link = own.link === null ? null : linkOf(own.link);
  return (
    <Field
      name={title}
      wraps
      acts={
        <>
          {link !== null && canOpen && (
            <IconButton icon="external" size="small" label={accountText.openAddress(link.host)} onClick={() => askToOpen(link)} />
          )}
          {onChange && <IconButton icon="edit" size="small" label={text.changeOf(title)} why={whyNot} onClick={onChange} />}
        </>
      }
    >
      {own.path ?? link?.host}
    </Field>
  );
}

/** What a step is called where no platform names it. */
function titleOf(step: string): string {
  for (const kind of Object.keys(STEPS_OF) as RunKind[]) {
    const found = runStepsFor(null, kind).find(({ id }) => id === step);
    if (found !== undefined) return found.title;
  }
  return step;
}
