import { useState } from 'react';
import { copiesText } from '../../../shared/text/copies.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { AskPassword } from '../ask-password.tsx';
import { type Copy, reading } from './use-copy.ts';

const work = { tasks: reading, stops: reading } as const;

/** A copy sealed with a vault key of another time: it opens with the passphrase it had then. */
export function LockedCopy({ copy }: { readonly copy: Copy }) {
  const [asking, setAsking] = useState(true);
  return (
    <>
      <EmptyState
        title={copiesText.askTitle}
        action={
          <Button variant="primary" data-autofocus onClick={() => setAsking(true)}>
            {copiesText.askAct}
          </Button>
        }
      >
        {copiesText.askLead}
      </EmptyState>
      {asking && (
        <AskPassword
          title={copiesText.askTitle}
          lead={copiesText.askLead}
          label={copiesText.ask}
          safe={copiesText.askSafe}
          act={copiesText.askAct}
          acting={copiesText.asking}
          doing={copy.unlocking}
          work={work}
          onAct={(password) => void copy.unlock(password)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
