import { useState } from 'react';
import { ownStepText as text } from '../../../shared/text/platforms-page.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { OwnStepDialog } from './own-step-dialog.tsx';
import type { StepFacts } from './step-facts.ts';

/** The way to say that this account has a step elsewhere than the catalogue says. */
export function OwnStepNote({ facts }: { readonly facts: StepFacts }) {
  const whyNot = useWhyReadOnly();
  const [open, setOpen] = useState(false);
  const { step, title, own } = facts;
  return (
    <span className="own-step-note">
      <Button variant="quiet" size="small" icon="edit" why={whyNot} onClick={() => setOpen(true)}>
        {own === null ? text.open : text.change}
      </Button>
      {open && (
        <OwnStepDialog
          account={step.account ?? ''}
          step={step.id}
          title={title}
          path={facts.path.join(' > ')}
          link={facts.link?.url ?? ''}
          isNoted={own !== null}
          onClose={() => setOpen(false)}
        />
      )}
    </span>
  );
}
