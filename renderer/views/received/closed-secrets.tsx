import { useState } from 'react';
import type { ReceivedDetail } from '../../../shared/contracts/engine/grants.ts';
import { firstName } from '../../../shared/text/common.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { closedText } from '../../../shared/text/received.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useAct } from '../../lib/act.ts';
import { go } from '../../lib/route.ts';
import { showToast } from '../../lib/toast-store.ts';

/** Why secrets stay closed, the right way to open them, and the other way, asked twice and logged. */
export function ClosedSecrets({ received }: { readonly received: ReceivedDetail }) {
  const { lentBy } = received.row;
  const owner = firstName(lentBy.name);
  const [asking, setAsking] = useState(false);
  const override = useAct('inbox.override');
  const open = async (): Promise<void> => {
    const reply = await override.run({ id: received.message });
    if (reply.ok) setAsking(false);
    else if (reply.code !== 'busy') showToast({ text: errorLine(reply.code, reply.facts) });
  };
  return (
    <div className="received-banner">
      <Banner
        icon="lock"
        title={closedText.title(owner)}
        actions={
          <>
            <Button size="small" onClick={() => setAsking(true)}>
              {closedText.open}
            </Button>
            <Button size="small" variant="primary" onClick={() => go({ view: 'people', person: lentBy.contact, open: true })}>
              {closedText.compare}
            </Button>
          </>
        }
      >
        {closedText.body}
      </Banner>
      <Dialog
        loses
        open={asking}
        onClose={() => setAsking(false)}
        title={closedText.askTitle(owner)}
        lead={closedText.askBody(owner)}
        safe={closedText.keep}
        act={{ label: closedText.confirm, onAct: () => void open(), busy: override.busy ? closedText.confirm : null }}
      />
    </div>
  );
}
