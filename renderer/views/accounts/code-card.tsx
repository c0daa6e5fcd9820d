import { useMemo } from 'react';
import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import { accountText, factorText } from '../../../shared/text/accounts.ts';
import { commonText, inLine } from '../../../shared/text/common.ts';
import { formatDay } from '../../../shared/text/dates.ts';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Code } from '../../components/code.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { useCommand } from '../../lib/commands.ts';
import { type EngineClient, useEngine } from '../../lib/engine.ts';
import { type LiveSource, useLiveCode } from '../../lib/live-code.ts';
import { CounterCard } from './counter-card.tsx';
import { useAccountCopy } from './use-account-copy.ts';

/** The account's code now, with the way to copy it; nothing when it has no authenticator. */
export function CodeCard({ account }: { readonly account: AccountDetail }) {
  const factor = account.factors.find((one) => one.kind === 'authenticator');
  // Another authenticator is another source of codes, although it is asked for in the same words: hence the key.
  if (factor === undefined) return null;
  const { type, counter = 0, digits = 6 } = factor.authenticator ?? {};
  if (type === 'hotp') return <CounterCard key={factor.id} account={account.id} counter={counter} digits={digits} />;
  return <LiveCodeCard key={factor.id} id={account.id} factor={factor} />;
}

type LiveCodeCardProps = { readonly id: string; readonly factor: AccountDetail['factors'][number] };

function LiveCodeCard({ id, factor }: LiveCodeCardProps) {
  const engine = useEngine();
  const source = useMemo(() => codeSource(engine, id), [engine, id]);
  const answer = useLiveCode(source);
  const copyField = useAccountCopy(id);
  const live = answer?.live ?? null;
  const copy = (): void => copyField('code', accountText.code);
  useCommand('copyCode', live === null ? null : copy);
  const settings = factor.authenticator;
  return (
    <Card>
      <Code
        code={live?.code ?? null}
        next={live?.next ?? null}
        until={live?.until}
        period={live?.period ?? settings?.period}
        digits={settings?.digits}
        note={noteOf(factor)}
        action={
          live === null ? undefined : (
            <Button icon="copy" keys="Mod+T" onClick={copy}>
              {commonText.copy}
            </Button>
          )
        }
      />
    </Card>
  );
}

function codeSource(engine: EngineClient, account: string): LiveSource {
  return async () => {
    const reply = await engine.call('codes.live', { account });
    return reply.ok ? reply.value : null;
  };
}

function noteOf(factor: AccountDetail['factors'][number]): string {
  if (factor.authenticator?.confirmed === false) return accountText.unconfirmed;
  const changed = factor.changed === null ? null : accountText.changed(formatDay(factor.changed, engineNow()));
  return [inLine(factorText.authenticator), changed].filter((part) => part !== null).join(', ');
}
