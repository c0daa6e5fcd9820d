import { useState } from 'react';
import type { AccountRow } from '../../../shared/contracts/engine/accounts.ts';
import { listText } from '../../../shared/text/account-list.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import type { Moving } from '../../components/list-moves.ts';
import { useEngine } from '../../lib/engine.ts';
import { showToast, showUndo } from '../../lib/toast-store.ts';

/** Pins an account to the top of lists, or takes it from there; the second can be taken back, to the same place. */
export function usePin() {
  const engine = useEngine();
  const pin = async ({ id, title }: { id: string; title: string }, before: string | null = null): Promise<void> => {
    const reply = await engine.call('accounts.pin', { id, before });
    showToast({ text: reply.ok ? listText.isPinned(title) : errorLine(reply.code, reply.facts) });
  };
  const unpin = async (account: { id: string; title: string }): Promise<void> => {
    const reply = await engine.call('accounts.unpin', { id: account.id });
    if (reply.ok) showUndo(listText.unpinned(account.title), () => void pin(account, reply.value.before));
    else showToast({ text: errorLine(reply.code, reply.facts) });
  };
  return { pin, unpin };
}

/** Gives the pinned accounts of a list, which stand on top of it, another order; says where one went. */
export function useMovePins(rows: readonly (AccountRow | null)[]): { readonly moving: Moving<AccountRow>; readonly told: string } {
  const engine = useEngine();
  const [told, setTold] = useState('');
  const end = rows.findIndex((row) => row?.pinned !== true);
  const pinned = rows.slice(0, end < 0 ? rows.length : end).flatMap((row) => row ?? []);
  const put = async (key: string, at: number): Promise<void> => {
    const row = pinned.find(({ id }) => id === key);
    const others = pinned.filter(({ id }) => id !== key);
    if (row === undefined || at < 0 || at > others.length) return;
    const reply = await engine.call('accounts.pin', { id: key, before: others[at]?.id ?? null });
    setTold(reply.ok ? listText.moved(row.title, at + 1, pinned.length) : errorLine(reply.code, reply.facts));
  };
  const placeOf = (key: string): number => pinned.findIndex(({ id }) => id === key);
  const moving: Moving<AccountRow> = {
    can: (row) => row.pinned,
    onStep: (key, by) => void put(key, placeOf(key) + by),
    onDrop: (key, over, below) => {
      const at = placeOf(over) + (below ? 1 : 0);
      void put(key, at > placeOf(key) ? at - 1 : at);
    },
  };
  return { moving, told };
}
