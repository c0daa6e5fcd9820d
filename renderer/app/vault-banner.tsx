import { type ReactNode, useState } from 'react';
import { fileText } from '../../shared/text/vault.ts';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { useAsk } from '../lib/query.ts';
import { go, useRoute } from '../lib/route.ts';
import { useAcceptState } from '../lib/use-accept-state.ts';
import { HolderBanner } from './holder-banner.tsx';
import { ReadOnlyBanner } from './read-only-banner.tsx';
import { RescuedBanner } from './rescued-banner.tsx';
import { useVault } from './vault-context.ts';

// A notice once read stays away for as long as this page lives.
let dismissed = '';

/** What the person must know of the open file: that nothing can be saved, or that a part was set aside; null when all is well. */
export function useVaultBanner(): ReactNode | null {
  const vault = useVault();
  const [, redraw] = useState(0);
  const { data: waiting } = useAsk('rescue.state', {}, { when: vault.sandbox === undefined });
  if (vault.readOnly === 'in_use') return <HolderBanner holder={vault.holder} />;
  if (vault.readOnly !== null) return <ReadOnlyBanner reason={vault.readOnly} />;
  if (waiting !== undefined && waiting.rescue !== null) return <RescuedBanner rescue={waiting.rescue} file={vault.file} />;
  if (vault.anchor === 'header_changed') return <HeaderChanged />;
  if (vault.read === 'clean' || dismissed === vault.file) return null;
  const damaged = vault.read === 'damaged';
  const dismiss = (): void => {
    dismissed = vault.file;
    redraw((count) => count + 1);
  };
  return (
    <Banner
      flush
      tone={damaged ? 'exposed' : 'look'}
      title={damaged ? fileText.damaged : fileText.repaired}
      actions={<IconButton icon="x" size="small" label={fileText.dismiss} onClick={dismiss} />}
    >
      {damaged ? fileText.damagedSafe : fileText.repairedSafe}
    </Banner>
  );
}

function HeaderChanged() {
  const { busy, accept } = useAcceptState();
  const route = useRoute();
  const there = route.view === 'settings' && route.page === 'passphrase';
  return (
    <Banner
      flush
      title={fileText.headerChanged}
      actions={
        <>
          {!there && (
            <Button size="small" onClick={() => go({ view: 'settings', page: 'passphrase', open: true })}>
              {fileText.lookAt}
            </Button>
          )}
          <Button size="small" busy={busy ? fileText.mine : null} onClick={() => void accept()}>
            {fileText.mine}
          </Button>
        </>
      }
    >
      {fileText.headerChangedTodo}
    </Banner>
  );
}
