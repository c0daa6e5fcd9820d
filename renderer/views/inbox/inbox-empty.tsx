import { inboxText } from '../../../shared/text/inbox.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { HookArt } from '../../components/key-mark.tsx';

export type InboxEmptyProps = {
  readonly onPaste: () => void;
  /** Null where the host has no dialog to choose a file. */
  readonly onPick: (() => void) | null;
  readonly busy: boolean;
};

/** An inbox nothing has come into yet. */
export function InboxEmpty({ onPaste, onPick, busy }: InboxEmptyProps) {
  return (
    <EmptyState
      art={<HookArt />}
      title={inboxText.emptyTitle}
      action={
        <div className="row wrap inbox-ways">
          <Button
            variant="primary"
            size="large"
            keys="Mod+V"
            data-autofocus
            busy={busy ? inboxText.reading : null}
            onClick={onPaste}
          >
            {inboxText.paste}
          </Button>
          {onPick !== null && (
            <Button size="large" icon="file" onClick={onPick}>
              {inboxText.openFile}
            </Button>
          )}
        </div>
      }
    >
      {inboxText.emptyBody}
    </EmptyState>
  );
}
