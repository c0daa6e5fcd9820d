import { useState } from 'react';
import { bulkText } from '../../../shared/text/account-list.ts';
import { commonText } from '../../../shared/text/common.ts';
import { Dialog } from '../../components/dialog.tsx';
import { TextInput } from '../../components/text-input.tsx';

export type TagDialogProps = {
  readonly open: boolean;
  /** Accounts that get it. */
  readonly count: number;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onTag: (tag: string) => void;
};

/** Asks for the tag that several accounts are to have. */
export function TagDialog({ open, count, busy, onClose, onTag }: TagDialogProps) {
  const [tag, setTag] = useState('');
  const act = (): void => {
    if (tag.trim() === '') return;
    onTag(tag.trim());
    setTag('');
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={bulkText.tagTitle(count)}
      safe={commonText.cancel}
      act={{ label: bulkText.addTag, onAct: act, busy: busy ? commonText.saving : null }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          act();
        }}
      >
        <TextInput label={bulkText.tagName} value={tag} onChange={setTag} maxLength={32} />
      </form>
    </Dialog>
  );
}
