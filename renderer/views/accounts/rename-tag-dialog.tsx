import { useState } from 'react';
import { tagText } from '../../../shared/text/account-list.ts';
import { commonText } from '../../../shared/text/common.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Select } from '../../components/select.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { useAct } from '../../lib/act.ts';
import { useEngine } from '../../lib/engine.ts';
import { useAsk } from '../../lib/query.ts';
import { tell } from './use-bulk.ts';

export type RenameTagDialogProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  /** After a tag got another name, or none. */
  readonly onRenamed: (tag: string, to: string | null) => void;
};

/** Writes a tag otherwise on every account that has it, makes it one with another, or takes it away. */
export function RenameTagDialog({ open, onClose, onRenamed }: RenameTagDialogProps) {
  const engine = useEngine();
  const tags = useAsk('tags.list', {}, { when: open }).data?.tags ?? [];
  const rename = useAct('tags.rename');
  const [chosen, setChosen] = useState<string | null>(null);
  const [name, setName] = useState('');
  const tag = tags.find((one) => one.tag === chosen)?.tag ?? tags[0]?.tag ?? '';
  const to = name.trim();
  const close = (): void => {
    rename.forget();
    setName('');
    onClose();
  };
  const run = async (next: string | null): Promise<void> => {
    const reply = await rename.run({ tag, to: next });
    if (!reply.ok) return;
    close();
    onRenamed(tag, next);
    tell(engine, { ...reply.value, failed: null }, next === null ? tagText.removed(tag) : tagText.renamed(tag, next));
  };
  const why = to === '' ? tagText.empty : to === tag ? tagText.same : null;
  const merges = tags.some((one) => one.tag === to && to !== tag);
  return (
    <Dialog
      open={open}
      onClose={close}
      title={tagText.title}
      lead={tagText.lead}
      safe={commonText.cancel}
      act={{
        label: merges ? tagText.merge : tagText.rename,
        why,
        busy: rename.busy ? commonText.saving : null,
        onAct: () => void run(to),
      }}
      away={{ label: tagText.remove, onAct: () => void run(null) }}
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (why === null) void run(to);
        }}
      >
        <Select
          label={tagText.which}
          value={tag}
          onChange={setChosen}
          options={tags.map((one) => ({ value: one.tag, label: tagText.option(one.tag, one.accounts) }))}
        />
        <TextInput
          label={tagText.to}
          value={name}
          onChange={setName}
          maxLength={32}
          error={rename.failure && errorLine(rename.failure.code, rename.failure.facts)}
        />
      </form>
    </Dialog>
  );
}
