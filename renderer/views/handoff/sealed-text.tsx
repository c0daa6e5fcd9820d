import { useState } from 'react';
import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { sealedText } from '../../../shared/text/handoff.ts';
import { useSandbox } from '../../app/sandbox-context.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { useEngine } from '../../lib/engine.ts';
import { useCapability, useShell } from '../../lib/shell.ts';
import { GiveButton } from './give-button.tsx';
import { showToast } from '../../lib/toast-store.ts';

/** A block longer than this many lines is shown by its beginning and its end. */
const LINES = 60;
const HEAD = 12;
const TAIL = 3;

export type SealedTextProps = {
  readonly sealed: Sealed;
  /** What a file of it is called. */
  readonly fileName: string;
  /** Copying is the one thing to do here. */
  readonly primary?: boolean | undefined;
};

/** A sealed message of ours: its human sentence, its block, and the ways to take it along. */
export function SealedText({ sealed, fileName, primary }: SealedTextProps) {
  const engine = useEngine();
  const shell = useShell();
  const sandbox = useSandbox();
  const canSave = useCapability('save_dialog');
  const [saving, setSaving] = useState(false);
  const copy = async (): Promise<void> => {
    const reply = await engine.call('messages.copy', { message: sealed.message });
    showToast({ text: reply.ok ? sealedText.copied : errorLine(reply.code, reply.facts) });
  };
  const save = async (): Promise<void> => {
    setSaving(true);
    const picked = await shell.call('files.pick', { kind: 'save_message', suggestedName: fileName });
    const file = picked.ok ? picked.value.file : null;
    const reply = file === null ? null : await engine.call('messages.save', { message: sealed.message, token: file.token });
    setSaving(false);
    if (!picked.ok) showToast({ text: errorLine(picked.code, picked.facts) });
    if (reply === null || file === null) return;
    showToast({ text: reply.ok ? sealedText.saved(file.name) : errorLine(reply.code, reply.facts) });
  };
  const fileFirst = sealed.preferFile && canSave;
  const copyButton = (
    <Button
      key="copy"
      icon="copy"
      variant={primary && !fileFirst ? 'primary' : 'default'}
      onClick={() => void copy()}
      data-autofocus={!fileFirst || undefined}
    >
      {sealedText.copyText}
    </Button>
  );
  const saveButton = canSave && (
    <Button
      key="save"
      icon="download"
      variant={primary && fileFirst ? 'primary' : 'default'}
      busy={saving ? sealedText.saving : null}
      onClick={() => void save()}
      data-autofocus={fileFirst || undefined}
    >
      {sealedText.saveFile}
    </Button>
  );
  return (
    <div className="sealed-message">
      <p className="sealed-sentence pretty">{sealed.sentence}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keys */}
      <pre className="sealed-well" tabIndex={0} aria-label={sealedText.block} role="region">
        {sealed.text === null ? sealedText.tooLong : shortened(blockOf(sealed, sealed.text))}
      </pre>
      {sealed.preferFile && <Banner title={sealedText.long}>{canSave ? sealedText.longTodo : sealedText.longNoFile}</Banner>}
      <div className="row wrap">
        {fileFirst ? [saveButton, copyButton] : [copyButton, saveButton]}
        {sandbox !== null && <GiveButton sandbox={sandbox} message={sealed.message} />}
        <span className="small faint">{sealedText.size(sealed.length)}</span>
      </div>
    </div>
  );
}

/** The block without the sentence, which stands above it already. */
function blockOf({ sentence }: Sealed, text: string): string {
  return (text.startsWith(sentence) ? text.slice(sentence.length) : text).trim();
}

function shortened(block: string): string {
  const lines = block.split('\n');
  if (lines.length <= LINES) return block;
  const left = lines.length - HEAD - TAIL;
  return [...lines.slice(0, HEAD), `   … ${sealedText.more(left)} …`, ...lines.slice(-TAIL)].join('\n');
}
