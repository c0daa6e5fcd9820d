import { useState } from 'react';
import { errorLine } from '../../shared/text/errors.ts';
import { rescuedText } from '../../shared/text/file-state.ts';
import { moment } from '../../shared/text/health.ts';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { Menu, type MenuEntry } from '../components/menu.tsx';
import { useAct } from '../lib/act.ts';
import { engineNow } from '../lib/clock-sync.ts';
import type { EngineResult } from '../lib/engine.ts';
import { useStale } from '../lib/query.ts';
import { useCapability, useShell } from '../lib/shell.ts';
import { showToast } from '../lib/toast-store.ts';

export type RescuedBannerProps = {
  readonly rescue: NonNullable<EngineResult<'rescue.state'>['rescue']>;
  /** The vault's file, to suggest a name. */
  readonly file: string;
};

/** Changes that could not be saved before the last lock: save them now, apart, or let go of them. */
export function RescuedBanner({ rescue, file }: RescuedBannerProps) {
  const { at, changes } = rescue;
  const shell = useShell();
  const canChoose = useCapability('save_dialog');
  const restore = useAct('rescue.restore');
  const drop = useAct('rescue.drop');
  const copy = useAct('rescue.saveCopy');
  const stale = useStale('rescue.state');
  const [asking, setAsking] = useState(false);
  const tell = (reply: { readonly ok: true } | Parameters<typeof failed>[0], done: string): void => {
    showToast({ text: reply.ok ? done : failed(reply) });
    stale();
  };
  const apart = async (): Promise<void> => {
    const picked = await shell.call('files.pick', { kind: 'save_vault', suggestedName: rescuedText.copyName(file) });
    if (!picked.ok) return void showToast({ text: failed(picked) });
    if (picked.value.file === null) return;
    const reply = await copy.run({ token: picked.value.file.token });
    tell(reply, reply.ok ? rescuedText.copied(reply.value.file) : '');
  };
  const entries: readonly MenuEntry[] = [
    ...(canChoose ? [{ label: rescuedText.copy, onAct: () => void apart() }] : []),
    { label: rescuedText.drop, onAct: () => setAsking(true) },
  ];
  return (
    <Banner
      flush
      icon="disk"
      title={rescuedText.title(changes, moment(at, engineNow()))}
      actions={
        <>
          {changes !== null && (
            <Button
              size="small"
              variant="primary"
              busy={restore.busy ? rescuedText.saving : null}
              onClick={() => void restore.run({}).then((reply) => tell(reply, rescuedText.saved))}
            >
              {rescuedText.save(changes)}
            </Button>
          )}
          <Menu trigger={<IconButton icon="dots" size="small" label={rescuedText.more} />} entries={entries} />
        </>
      }
    >
      {changes === null ? rescuedText.earlierKey : rescuedText.kept(changes)}
      <Dialog
        loses
        open={asking}
        onClose={() => setAsking(false)}
        title={rescuedText.dropTitle}
        lead={rescuedText.dropBody}
        safe={rescuedText.dropKeep}
        act={{
          label: rescuedText.drop,
          busy: drop.busy ? rescuedText.drop : null,
          onAct: () => {
            void drop.run({}).then((reply) => {
              setAsking(false);
              tell(reply, rescuedText.dropped);
            });
          },
        }}
      />
    </Banner>
  );
}

function failed({
  code,
  facts,
}: {
  readonly ok: false;
  readonly code: Parameters<typeof errorLine>[0];
  readonly facts?: Parameters<typeof errorLine>[1];
}): string {
  return errorLine(code, facts);
}
