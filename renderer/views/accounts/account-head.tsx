import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import { listText } from '../../../shared/text/account-list.ts';
import { accountText } from '../../../shared/text/accounts.ts';
import { commonText } from '../../../shared/text/common.ts';
import { fileText } from '../../../shared/text/vault.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { isBuilt } from '../../app/places.ts';
import { Button } from '../../components/button.tsx';
import { DetailHead } from '../../components/detail-head.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Mark } from '../../components/mark.tsx';
import { Menu } from '../../components/menu.tsx';
import { useCommand } from '../../lib/commands.ts';
import { go } from '../../lib/route.ts';
import { useAccountRuns } from '../runs/use-account-runs.tsx';
import { useAccountCommands } from './use-account-commands.ts';
import { usePin } from './use-pins.ts';
import { useTrash } from './use-trash.ts';

/** The head of an account: what it is, and what can be done with the whole of it. */
export function AccountHead({ account }: { readonly account: AccountDetail }) {
  const trash = useTrash();
  const runs = useAccountRuns(account);
  const { id, client, trashed } = account;
  const live = trashed === null;
  const edit = (): void => go({ view: 'edit', account: id, client });
  const readOnly = useWhyReadOnly();
  const shortWhy = readOnly === null ? null : fileText.readOnly;
  const { pin, unpin } = usePin();
  const togglePin = (): void => void (account.pinned ? unpin(account) : pin(account));
  useCommand('edit', live && readOnly === null ? edit : null);
  useCommand('pin', live && readOnly === null ? togglePin : null);
  useAccountCommands(account, live && readOnly === null);
  return (
    <DetailHead mark={<Mark platform={account.platform} size="big" />} title={account.title} sub={subOf(account)}>
      {live ? (
        <>
          <Menu
            trigger={<IconButton icon="dots" label={accountText.actions} />}
            entries={[
              { label: account.pinned ? listText.unpin : listText.pin, icon: 'pin', why: shortWhy, onAct: togglePin },
              { label: accountText.addFactor, icon: 'shield', why: shortWhy, onAct: () => go({ view: 'factor', account: id }) },
              'line',
              ...runs.entries(shortWhy),
              'line',
              { label: accountText.toTrash, icon: 'trash', why: shortWhy, onAct: () => void trash.put(account) },
            ]}
          />
          <Button onClick={edit} why={readOnly}>
            {commonText.edit}
          </Button>
          {isBuilt('handoff') && (
            <Button
              variant="primary"
              icon="handOff"
              why={readOnly}
              onClick={() => go({ view: 'handoff', account: id, contact: null })}
            >
              {accountText.handOff}
            </Button>
          )}
        </>
      ) : (
        <Button icon="undo" why={readOnly} onClick={() => void trash.restore(account)}>
          {accountText.restore}
        </Button>
      )}
      {runs.dialog}
    </DetailHead>
  );
}

function subOf({ username, kind, owner }: AccountDetail): string {
  const whose = owner.contact === null ? accountText.yours : accountText.theirs(owner.name);
  return [username, kind === 'business' ? accountText.business : accountText.personal, whose]
    .filter((part) => part !== null)
    .join(' · ');
}
