import { useState } from 'react';
import { errorText } from '../../shared/text/errors.ts';
import { presentLanguage } from '../../shared/text/language.ts';
import { useAsk } from '../lib/query.ts';
import { LockedView } from '../views/locked/locked-view.tsx';
import { RecoveryView } from '../views/locked/recovery-view.tsx';
import { LateFrame, useFrameSoon } from './late-frame.tsx';
import { useQuickLock } from './use-quick-lock.ts';
import type { MadeVault } from './made-vault.ts';
import { Opening } from './opening.tsx';
import { Problem } from './problem.tsx';

/** The lock screen, the recovery sheet of a new vault, or the open vault. */
export function Root() {
  const { data, failure } = useAsk('vault.state', {});
  const [made, setMade] = useState<MadeVault | null>(null);
  // In one go with the state, since the lock screen draws both.
  useAsk('vaults.list', {}, { when: data === undefined || data.open === null });
  useFrameSoon();
  useQuickLock(data !== undefined && data.open === null);
  if (failure !== null) {
    const { what, safe, todo } = errorText(failure.code, failure.facts);
    return <Problem what={what} safe={safe} todo={todo} />;
  }
  if (made !== null) return <RecoveryView made={made} onDone={() => setMade(null)} />;
  if (data === undefined) return <Opening />;
  // In another language everything is drawn anew: no view may keep a sentence it has put together before.
  const language = presentLanguage();
  return data.open === null ? <LockedView key={language} onMade={setMade} /> : <LateFrame key={language} vault={data.open} />;
}
