import { useState } from 'react';
import { MAX_ROWS } from '../../../shared/limits.ts';
import { trashText } from '../../../shared/text/account-list.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { useAsk } from '../../lib/query.ts';
import { PurgeDialog } from './purge-dialog.tsx';

/** The way to delete everything in the trash for good. */
export function EmptyTrash({ why }: { readonly why: string | null }) {
  const [asking, setAsking] = useState(false);
  const trash = useAsk('accounts.list', { query: '', sort: 'title', trashed: true, offset: 0, limit: MAX_ROWS }, { when: asking });
  return (
    <>
      <IconButton icon="trash" size="small" label={trashText.empty} why={why} onClick={() => setAsking(true)} />
      <PurgeDialog
        open={asking && trash.data !== undefined}
        ids={null}
        title={trashText.emptyTitle(trash.data?.total ?? 0)}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
