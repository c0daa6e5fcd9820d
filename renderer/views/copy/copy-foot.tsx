import { useState } from 'react';
import type { CopyView } from '../../../shared/contracts/engine/copies.ts';
import { MAX_BROUGHT_IN } from '../../../shared/limits.ts';
import { copiesText } from '../../../shared/text/copies.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { fileText } from '../../../shared/text/vault.ts';
import { useVault, useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useAct } from '../../lib/act.ts';
import { engineNow } from '../../lib/clock-sync.ts';
import type { EngineResult } from '../../lib/engine.ts';
import { go } from '../../lib/route.ts';
import { showToast } from '../../lib/toast-store.ts';
import { useAcceptState } from '../../lib/use-accept-state.ts';
import { type CopyList, isOffered } from './use-copy-list.ts';

export type CopyFootProps = {
  readonly view: CopyView;
  readonly list: CopyList;
  readonly ticked: ReadonlySet<string>;
  readonly onTicked: (ticked: ReadonlySet<string>) => void;
};

/** What is ticked, and the way to bring it in; in a forked vault that begins with going on with it. */
export function CopyFoot({ view, list, ticked, onTicked }: CopyFootProps) {
  const { readOnly } = useVault();
  const whyNot = useWhyReadOnly();
  const act = useAct('copies.bringIn');
  const { accept } = useAcceptState();
  const [asking, setAsking] = useState(false);
  const mustGoOn = readOnly === 'forked' || readOnly === 'rolled_back';
  const bringIn = async (): Promise<void> => {
    const reply = await act.run({ copy: view.copy, ids: [...ticked] });
    if (reply.ok) {
      onTicked(new Set());
      showToast({ text: told(reply.value), action: { label: copiesText.showThem, onAct: () => show(reply.value.mark) } });
    } else if (reply.code !== 'busy') showToast({ text: errorLine(reply.code, reply.facts) });
  };
  const goOn = async (): Promise<void> => {
    if (await accept()) await bringIn();
    setAsking(false);
  };
  const blocked = ticked.size === 0 ? copiesText.ticked(0) : mustGoOn ? null : whyNot;
  return (
    <footer className="copy-foot">
      <p className="small soft pretty">{copiesText.lead(copiesText.mark(view.kind, view.at, engineNow()))}</p>
      <div className="row wrap">
        <span className="small strong grow" role="status">
          {copiesText.ticked(ticked.size)}
          {ticked.size === MAX_BROUGHT_IN && ` ${copiesText.most(MAX_BROUGHT_IN)}`}
        </span>
        {(ticked.size > 0 || list.rows.some(isOffered)) && (
          <Button
            onClick={() => void (ticked.size > 0 ? onTicked(new Set()) : list.allIds().then((ids) => onTicked(new Set(ids))))}
          >
            {ticked.size > 0 ? copiesText.tickNone : copiesText.tickAll}
          </Button>
        )}
        <Button
          variant="primary"
          why={blocked}
          busy={act.busy ? copiesText.bringing : null}
          onClick={() => (mustGoOn ? setAsking(true) : void bringIn())}
        >
          {copiesText.bringIn}
        </Button>
      </div>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={copiesText.goOnTitle}
        lead={copiesText.goOnLead}
        safe={fileText.notYet}
        act={{ label: copiesText.goOnAct, busy: act.busy ? copiesText.bringing : null, onAct: () => void goOn() }}
      />
    </footer>
  );
}

function told({ brought, clients, unreadable, ownerless, strangers }: EngineResult<'copies.bringIn'>): string {
  const more = [
    unreadable === 0 ? '' : copiesText.unreadable(unreadable),
    ownerless === 0 ? '' : copiesText.ownerless(ownerless),
    strangers === 0 ? '' : copiesText.strangers(strangers),
  ];
  return [copiesText.done(brought, clients), ...more].filter((line) => line !== '').join(' ');
}

function show(mark: string): void {
  go({ view: 'accounts', client: 'all', account: null, query: mark });
}
