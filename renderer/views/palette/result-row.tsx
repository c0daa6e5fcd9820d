import { useMemo } from 'react';
import { COMMANDS } from '../../../shared/commands.ts';
import { groupCode } from '../../../shared/text/dates.ts';
import { Kbd } from '../../components/kbd.tsx';
import { Ring } from '../../components/ring.tsx';
import { useEngine } from '../../lib/engine.ts';
import { type LiveSource, useLiveCode } from '../../lib/live-code.ts';
import { useNowWhile } from '../../lib/ticker.ts';
import { AccountMark } from '../accounts/account-mark.tsx';
import type { Login, Result } from './result.ts';

/** Seconds before its end at which a code turns madder. */
const LAST = 5;

/** The inside of a row: what it is, and at its end the code in force, the one mark of an account, or the key of a command. */
export function ResultRow({ result }: { readonly result: Result }) {
  const { mark, title, two, login, command } = result;
  const keys = command === undefined ? null : COMMANDS[command].keys;
  return (
    <>
      {mark}
      <span className="grow cut">
        <b>{title}</b>
        {two !== undefined && <span className="small two"> {two}</span>}
      </span>
      {login !== undefined && <LoginEnd login={login} />}
      {keys !== null && <Kbd keys={keys} hidden />}
    </>
  );
}

function LoginEnd({ login }: { readonly login: Login }) {
  const engine = useEngine();
  const { side, row } = login;
  const { id } = row;
  const has = side === 'own' ? login.row.hasCode : login.row.state === 'open';
  const source = useMemo<LiveSource | null>(() => {
    if (!has) return null;
    return async () => {
      const reply = side === 'own' ? await engine.call('codes.live', { account: id }) : await engine.call('received.code', { id });
      return reply.ok ? reply.value : null;
    };
  }, [engine, side, id, has]);
  const live = useLiveCode(source)?.live ?? null;
  const now = useNowWhile(live !== null);
  if (live === null) return side === 'own' ? <AccountMark mark={login.row.mark} /> : null;
  const left = Math.max(0, live.until - now);
  return (
    <>
      <Ring value={left / live.period} tone={left <= LAST ? 'exposed' : 'time'} />
      <b className="mono code-short" role="img" aria-label={[...live.code].join(' ')}>
        {groupCode(live.code)}
      </b>
    </>
  );
}
