import { useState } from 'react';
import { commonText } from '../../shared/text/common.ts';
import { copiesText } from '../../shared/text/copies.ts';
import { errorText } from '../../shared/text/errors.ts';
import { moment } from '../../shared/text/health.ts';
import { fileText } from '../../shared/text/vault.ts';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { engineNow } from '../lib/clock-sync.ts';
import { useAsk } from '../lib/query.ts';
import { go, useRoute } from '../lib/route.ts';
import { useAcceptState } from '../lib/use-accept-state.ts';
import { useRetry } from '../lib/use-retry.ts';
import { useSaveCopy } from '../lib/use-save-copy.ts';
import { readOnlyCode } from './read-only.ts';
import { useVault } from './vault-context.ts';

/** Why nothing can be saved now, that what was changed is kept, and the ways out of it. */
export function ReadOnlyBanner({ reason }: { readonly reason: string }) {
  const code = readOnlyCode(reason);
  const vault = useVault();
  const { data: health } = useAsk('vault.health', {});
  const { what, safe, todo } = errorText(code);
  const { unsaved } = vault;
  const saved = health?.lastSaved ?? null;
  const kept =
    unsaved === 0
      ? safe
      : `${saved === null ? '' : fileText.safeAsOf(moment(saved, engineNow()))} ${fileText.kept(unsaved, vault.kept)}`;
  return (
    <Banner
      flush
      tone="exposed"
      icon="disk"
      title={what}
      actions={
        code === 'rolled_back' || code === 'forked' ? (
          <OlderCopy code={code} />
        ) : code === 'damaged_vault' ? (
          <Restore />
        ) : (
          <TryAgain file={vault.file} />
        )
      }
    >
      {kept} {todo}
    </Banner>
  );
}

/** The way to the backups; nothing where they are shown already. */
function Restore() {
  const route = useRoute();
  if (route.view === 'settings' && route.page === 'backups') return null;
  return (
    <Button size="small" onClick={() => go({ view: 'settings', page: 'backups', open: true })}>
      {fileText.restore}
    </Button>
  );
}

/** The way to what only the other copy has; nothing where it is looked into. */
function OtherCopy() {
  const route = useRoute();
  if (route.view === 'copy') return null;
  return (
    <Button size="small" onClick={() => go({ view: 'copy', backup: null })}>
      {copiesText.fork}
    </Button>
  );
}

function TryAgain({ file }: { readonly file: string }) {
  const { busy, retry } = useRetry();
  const copy = useSaveCopy(file);
  return (
    <>
      {copy && (
        <Button size="small" busy={copy.busy ? commonText.saving : null} onClick={() => void copy.save()}>
          {fileText.saveCopy}
        </Button>
      )}
      <Button size="small" variant="primary" busy={busy ? commonText.tryAgain : null} onClick={() => void retry()}>
        {commonText.tryAgain}
      </Button>
    </>
  );
}

function OlderCopy({ code }: { readonly code: 'rolled_back' | 'forked' }) {
  const { busy, accept } = useAcceptState();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {fileText.goOn}
      </Button>
      {code === 'forked' ? <OtherCopy /> : <Restore />}
      <Dialog
        loses
        open={asking}
        onClose={() => setAsking(false)}
        title={fileText.goOnTitle}
        lead={code === 'forked' ? fileText.goOnForked : fileText.goOnRolledBack}
        safe={fileText.notYet}
        act={{
          label: fileText.goOn,
          busy: busy ? fileText.goOn : null,
          onAct: () => void accept().then((done) => done && setAsking(false)),
        }}
      />
    </>
  );
}
