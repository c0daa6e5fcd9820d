import { useState } from 'react';
import { errorText } from '../../shared/text/errors.ts';
import { useAsk } from '../lib/query.ts';
import { LockedView } from '../views/locked/locked-view.tsx';
import { RecoveryView } from '../views/locked/recovery-view.tsx';
import { Frame } from './frame.tsx';
import type { MadeVault } from './made-vault.ts';
import { Problem } from './problem.tsx';

/** The lock screen, the recovery sheet of a new vault, or the open vault. */
export function Root() {
  const { data, failure } = useAsk('vault.state', {});
  const [made, setMade] = useState<MadeVault | null>(null);
  if (failure !== null) {
    const { what, safe, todo } = errorText(failure.code, failure.facts);
    return <Problem what={what} safe={safe} todo={todo} />;
  }
  if (made !== null) return <RecoveryView made={made} onDone={() => setMade(null)} />;
  if (data === undefined) return null;
  return data.open === null ? <LockedView onMade={setMade} /> : <Frame vault={data.open} />;
}
