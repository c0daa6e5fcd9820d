import { useState } from 'react';
import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { grantText as text } from '../../../shared/text/grant-life.ts';
import { handoffText } from '../../../shared/text/handoff.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import type { GrantParts } from './grant-parts.ts';
import { UncheckedDialog } from './unchecked-dialog.tsx';
import { useGrantSeal } from './use-grant-seal.ts';

export type AnewBannerProps = GrantParts & { readonly onSealed: (sealed: Sealed | 'kept') => void };

/** That the password was changed since it was sent, and the step that sends the new one. */
export function AnewBanner({ grant: { row }, name, onSealed }: AnewBannerProps) {
  const sealing = useGrantSeal('grants.sendAnew');
  const [asking, setAsking] = useState(false);
  const readOnly = useWhyReadOnly();
  const run = async (sendUnverified: boolean): Promise<void> => {
    setAsking(false);
    const sealed = await sealing.run({ id: row.id, sendUnverified });
    if (sealed !== null) onSealed(sealed);
  };
  const { failure } = sealing;
  return (
    <div className="grant-banner">
      <Banner
        title={text.outdated(name)}
        actions={
          <Button
            size="small"
            icon="sealed"
            why={readOnly}
            busy={sealing.busy ? handoffText.sealing : null}
            onClick={() => (row.person.verified ? void run(false) : setAsking(true))}
          >
            {text.sendAnew}
          </Button>
        }
      >
        {failure === null ? text.outdatedBody : errorLine(failure.code, failure.facts)}
      </Banner>
      <UncheckedDialog open={asking} name={name} onClose={() => setAsking(false)} onSeal={() => void run(true)} />
    </div>
  );
}
