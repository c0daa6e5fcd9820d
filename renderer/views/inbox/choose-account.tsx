import { useState } from 'react';
import { commonText } from '../../../shared/text/common.ts';
import { gotText } from '../../../shared/text/requests.ts';
import { Dialog } from '../../components/dialog.tsx';
import { ListBox } from '../../components/list-box.tsx';
import { ListRow } from '../../components/list-row.tsx';
import { Mark } from '../../components/mark.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { useAsk } from '../../lib/query.ts';
import type { Meant } from './meant.ts';

/** Accounts listed at once; more are found by typing. */
const SHOWN = 50;

export type ChooseAccountProps = {
  readonly open: boolean;
  /** What it is chosen for; whom a request means when left out. */
  readonly lead?: string;
  readonly onClose: () => void;
  readonly onChoose: (account: Meant) => void;
};

/** All accounts, to say which one is meant. */
export function ChooseAccount({ open, lead, onClose, onChoose }: ChooseAccountProps) {
  const [query, setQuery] = useState('');
  const [at, setAt] = useState<string | null>(null);
  const page = { sort: 'used' as const, trashed: false, offset: 0, limit: SHOWN };
  const rows = useAsk('accounts.list', { query, ...page }, { when: open, keep: true }).data?.rows ?? [];
  const selected = rows.find(({ id }) => id === at)?.id ?? rows[0]?.id ?? null;
  const choose = (id: string | null): void => {
    const account = rows.find((row) => row.id === id);
    if (account === undefined) return;
    setAt(null);
    setQuery('');
    const { platform, title, username } = account;
    onChoose({ id: account.id, platform, title, username, business: false });
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={gotText.choose}
      lead={lead ?? gotText.chooseLead}
      safe={commonText.cancel}
      act={{ label: gotText.chosen, onAct: () => choose(selected), why: selected === null ? gotText.nothing : null }}
    >
      <TextInput
        label={gotText.find}
        value={query}
        onChange={setQuery}
        maxLength={200}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          choose(selected);
        }}
      />
      <div className="ho-people">
        {rows.length === 0 ? (
          <p className="soft" role="status">
            {gotText.nothing}
          </p>
        ) : (
          <ListBox
            label={gotText.choose}
            items={rows}
            keyOf={(row) => row.id}
            textOf={(row) => row.title}
            selected={selected}
            onSelect={setAt}
            onOpen={choose}
          >
            {(row) => <ListRow mark={<Mark platform={row.platform} />} title={row.title} two={row.username ?? ''} />}
          </ListBox>
        )}
      </div>
    </Dialog>
  );
}
