import { useState } from 'react';
import { outdatedText as text } from '../../../shared/text/grant-life.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useAsk } from '../../lib/query.ts';
import { SendAnewStep } from '../runs/send-anew-step.tsx';

/** After a password was changed: who still has the old one, and the new one sealed for each of them in a step. */
export function OutdatedBanner({ account }: { readonly account: string }) {
  const { data } = useAsk('grants.outdated', { account });
  const [open, setOpen] = useState(false);
  const readOnly = useWhyReadOnly();
  const due = data?.grants.length ?? 0;
  // What was just sealed is still to be copied when nobody is due any more.
  if (due === 0 && !open) return null;
  return (
    <div className="block">
      {due > 0 && (
        <Banner
          title={text.title(due)}
          actions={
            <Button size="small" why={readOnly} onClick={() => setOpen(true)}>
              {text.act}
            </Button>
          }
        >
          {text.body}
        </Banner>
      )}
      <Dialog open={open} onClose={() => setOpen(false)} title={text.dialog} lead={text.lead} safe={text.close}>
        <SendAnewStep account={account} leaving={null} />
      </Dialog>
    </div>
  );
}
