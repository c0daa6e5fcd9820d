import { useState } from 'react';
import { errorLine } from '../../shared/text/errors.ts';
import { holderText } from '../../shared/text/file-state.ts';
import { moment } from '../../shared/text/health.ts';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { useAct } from '../lib/act.ts';
import { engineNow } from '../lib/clock-sync.ts';
import { useStale } from '../lib/query.ts';
import { showToast } from '../lib/toast-store.ts';
import type { OpenVault } from './places.ts';

/** Who else has the vault open for writing, and the way to change it here once nobody has. */
export function HolderBanner({ holder }: { readonly holder: OpenVault['holder'] }) {
  const [asking, setAsking] = useState(false);
  const take = useAct('vault.takeOver');
  const state = useStale('vault.state');
  const takeOver = async (override: boolean): Promise<void> => {
    const reply = await take.run({ override });
    setAsking(false);
    if (!reply.ok && reply.code !== 'busy') showToast({ text: errorLine(reply.code, reply.facts) });
    state();
  };
  const where = holder?.where ?? null;
  const since = holder === null || holder.at === 0 ? null : moment(holder.at, engineNow());
  // SECURITY: a program of this computer that is alive is never overruled: both would write.
  const mayAsk = where === 'elsewhere' || where === 'unknown';
  return (
    <Banner
      flush
      icon="copy"
      title={holderText.title(where, holder?.host ?? null)}
      actions={
        where === null || mayAsk ? (
          <Button
            size="small"
            variant={where === null ? 'primary' : 'default'}
            busy={take.busy ? holderText.taking : null}
            onClick={() => (mayAsk ? setAsking(true) : void takeOver(false))}
          >
            {holderText.take}
          </Button>
        ) : undefined
      }
    >
      {where === null ? holderText.free : `${holderText.followed(since)} ${holderText.closeThere}`}
      <Dialog
        loses
        open={asking}
        onClose={() => setAsking(false)}
        title={holderText.askTitle}
        lead={holderText.askBody}
        safe={holderText.askKeep}
        act={{ label: holderText.askAct, onAct: () => void takeOver(true), busy: take.busy ? holderText.taking : null }}
      />
    </Banner>
  );
}
