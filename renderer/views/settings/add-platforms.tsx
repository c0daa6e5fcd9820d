import { useState } from 'react';
import type { FoundPlatform, PlatformReading } from '../../../shared/contracts/engine/platforms.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { MAX_TOLD, platformFileSentence } from '../../../shared/text/platforms.ts';
import { platformsText as text, untold } from '../../../shared/text/platforms-page.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useAct } from '../../lib/act.ts';
import { useShell } from '../../lib/shell.ts';
import { showToast } from '../../lib/toast-store.ts';

type Found = { readonly file: string; readonly reading: PlatformReading };

/** Reads a platform file, says what it would add and replace, and adds it once that was agreed to. */
export function AddPlatforms() {
  const shell = useShell();
  const whyNot = useWhyReadOnly();
  const read = useAct('platforms.read');
  const [found, setFound] = useState<Found | null>(null);
  const [open, setOpen] = useState(false);
  const choose = async (): Promise<void> => {
    const picked = await shell.call('files.pick', { kind: 'open_platforms' });
    if (!picked.ok) return void showToast({ text: errorLine(picked.code, picked.facts) });
    const { file } = picked.value;
    if (file === null) return;
    const reply = await read.run({ token: file.token });
    if (!reply.ok) return void showToast({ text: errorLine(reply.code, reply.facts) });
    setFound({ file: file.name, reading: reply.value });
    setOpen(true);
  };
  const close = (): void => setOpen(false);
  return (
    <>
      <Button size="small" icon="file" busy={read.busy ? text.reading : null} why={whyNot} onClick={() => void choose()}>
        {text.addFile}
      </Button>
      {/* What it says stays while the dialog goes away. */}
      {found !== null &&
        (found.reading.fits ? (
          <DryRun key={found.reading.reading} file={found.file} {...found.reading} open={open} onClose={close} />
        ) : (
          <Refusal file={found.file} problems={found.reading.problems} open={open} onClose={close} />
        ))}
    </>
  );
}

type DryRunProps = {
  readonly file: string;
  readonly reading: string;
  readonly platforms: readonly FoundPlatform[];
  readonly open: boolean;
  readonly onClose: () => void;
};

function DryRun({ file, reading, platforms, open, onClose }: DryRunProps) {
  const add = useAct('platforms.add');
  const act = async (): Promise<void> => {
    const reply = await add.run({ reading });
    if (!reply.ok && reply.code === 'busy') return;
    showToast({ text: reply.ok ? text.added(platforms.length) : errorLine(reply.code, reply.facts) });
    onClose();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={text.found(platforms.length)}
      lead={file}
      safe={text.cancel}
      act={{ label: text.add, onAct: () => void act(), busy: add.busy ? text.adding : null }}
    >
      <ul className="platforms-found">
        {platforms.map(({ id, name, checked, replaces }) => (
          <li key={id}>
            <b>{name}</b>
            <span className="small soft">
              {replaces === null ? text.isNew : text.replaces[replaces]}, {text.facts(checked)}
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

type RefusalProps = {
  readonly file: string;
  readonly problems: Extract<PlatformReading, { fits: false }>['problems'];
  readonly open: boolean;
  readonly onClose: () => void;
};

function Refusal({ file, problems, open, onClose }: RefusalProps) {
  const rest = untold(problems.length);
  const sentences = problems.slice(0, MAX_TOLD).map(platformFileSentence);
  return (
    <Dialog open={open} onClose={onClose} title={text.refused} lead={text.refusedLead(file)} safe={text.close}>
      <ul className="platforms-found">
        {[...new Set(sentences)].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {rest > 0 && <li className="small soft">{text.more(rest)}</li>}
      </ul>
    </Dialog>
  );
}
