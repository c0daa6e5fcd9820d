import type { CommandId } from '../../../shared/commands.ts';
import type { AccountDetail, AccountRow } from '../../../shared/contracts/engine/accounts.ts';
import type { ReceivedRow } from '../../../shared/contracts/engine/grants.ts';
import { accountText } from '../../../shared/text/accounts.ts';
import { commandText } from '../../../shared/text/app.ts';
import { paletteActText } from '../../../shared/text/palette.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import type { IconName } from '../../components/icon.tsx';
import { Mark } from '../../components/mark.tsx';
import { useCopy } from '../../lib/clipboard.ts';
import { useEngine } from '../../lib/engine.ts';
import { askToOpen, linkOf } from '../../lib/link.ts';
import { useAsk } from '../../lib/query.ts';
import { go } from '../../lib/route.ts';
import { useCapability } from '../../lib/shell.ts';
import { openLoans, useEndOfLoan } from '../accounts/use-account-commands.ts';
import { heldKey } from '../accounts/use-account-copy.ts';
import { usePin } from '../accounts/use-pins.ts';
import type { Login, Result } from './result.ts';

type Field = 'username' | 'password' | 'code';

const copies = {
  username: { command: 'copyUsername', icon: 'person' },
  password: { command: 'copyPassword', icon: 'key' },
  code: { command: 'copyCode', icon: 'clock' },
} as const satisfies Record<Field, { command: CommandId; icon: IconName }>;

/** What can be done with a login, its main act first; none until the engine has told what there is. */
export function useLoginActs(login: Login | null): readonly Result[] {
  const own = useOwnActs(login?.side === 'own' ? login.row : null);
  const lent = useLentActs(login?.side === 'lent' ? login.row : null);
  return login?.side === 'lent' ? lent : own;
}

function useOwnActs(row: AccountRow | null): readonly Result[] {
  const account = useAsk('accounts.get', { id: row?.id ?? '' }, { when: row !== null }).data ?? null;
  const copy = useCopyField(row?.id ?? '', 'own');
  const change = useChanges(account);
  if (row === null || account === null || account.id !== row.id) return [];
  return [
    { ...shows('open', 'forward', paletteActText.open, () => openAccount(account.id)) },
    ...(row.hasCode ? [copy('code')] : []),
    ...(account.password === null ? [] : [copy('password')]),
    ...(account.username === null ? [] : [copy('username')]),
    ...change,
  ];
}

/** What changes an account, or leads to where that is done. */
function useChanges(account: AccountDetail | null): readonly Result[] {
  const canOpen = useCapability('open_link');
  const readOnly = useWhyReadOnly();
  const { end } = useEndOfLoan();
  const { pin, unpin } = usePin();
  if (account === null) return [];
  const { id, client, pinned } = account;
  const link = account.address === null ? null : linkOf(account.address);
  const site: Result[] =
    link === null || !canOpen
      ? []
      : [{ ...shows('site', 'external', paletteActText.openSite(link.host), () => askToOpen(link)), command: 'openSite' }];
  if (readOnly !== null) return site;
  const togglePin = async (): Promise<boolean> => {
    await (pinned ? unpin(account) : pin(account));
    return true;
  };
  return [
    ...site,
    {
      ...shows('handOff', 'handOff', commandText.handOff, () => go({ view: 'handoff', account: id, contact: null })),
      command: 'handOff',
    },
    ...openLoans(account).map((loan) =>
      shows(`take-${loan.grant}`, 'undo', paletteActText.takeBack(loan.person.name), () => end(loan)),
    ),
    { ...shows('edit', 'edit', commandText.edit, () => go({ view: 'edit', account: id, client })), command: 'edit' },
    {
      ...{ id: 'act-pin', mark: <Mark icon="pin" />, title: pinned ? paletteActText.unpin : paletteActText.pin },
      act: { kind: 'quiet', run: togglePin },
      command: 'pin',
    },
  ];
}

function useLentActs(row: ReceivedRow | null): readonly Result[] {
  const detail = useAsk('received.get', { id: row?.id ?? '' }, { when: row !== null }).data ?? null;
  const copy = useCopyField(row?.id ?? '', 'lent');
  if (row === null || detail === null || detail.row.id !== row.id) return [];
  const open = shows('open', 'forward', paletteActText.openLoan, () => openLoan(row.id));
  if (detail.secretsClosed) return [open];
  return [
    open,
    ...(row.state === 'open' ? [copy('code')] : []),
    ...(detail.password ? [copy('password')] : []),
    ...(row.username === null ? [] : [copy('username')]),
  ];
}

function useCopyField(id: string, side: Login['side']): (field: Field) => Result {
  const engine = useEngine();
  const copy = useCopy();
  return (field) => ({
    id: `act-${field}`,
    mark: <Mark icon={copies[field].icon} />,
    title: commandText[copies[field].command],
    command: copies[field].command,
    act: {
      kind: 'quiet',
      run: () =>
        copy({
          key: heldKey(id, field),
          name: accountText[field],
          copy: () => engine.call(side === 'own' ? 'accounts.copy' : 'received.copy', { id, field }),
        }),
    },
  });
}

function shows(id: string, icon: IconName, title: string, run: () => void): Result {
  return { id: `act-${id}`, mark: <Mark icon={icon} />, title, act: { kind: 'shows', run } };
}

/** Goes to an account of the vault. */
export function openAccount(id: string): void {
  go({ view: 'accounts', client: 'all', account: id, open: true });
}

/** Goes to what is lent to us. */
export function openLoan(id: string): void {
  go({ view: 'received', received: id, open: true });
}
