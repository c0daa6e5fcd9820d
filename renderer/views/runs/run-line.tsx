import type { ReactNode } from 'react';
import type { RunRow } from '../../../shared/contracts/engine/runs.ts';
import { formatDayTime } from '../../../shared/text/dates.ts';
import { runKindText, runsText } from '../../../shared/text/runs.ts';
import { Button } from '../../components/button.tsx';
import { Face } from '../../components/face.tsx';
import { Mark } from '../../components/mark.tsx';
import { Ring } from '../../components/ring.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { go } from '../../lib/route.ts';

/** What a run is about, in a few words. */
export function runSubject({ account, grant, person }: RunRow): string {
  return account?.title ?? grant?.title ?? person?.name ?? '';
}

export type RunLineProps = {
  readonly run: RunRow;
  /** In place of how far it has come. */
  readonly tag?: ReactNode;
  /** In place of going on with it. */
  readonly children?: ReactNode;
};

/** One run in the list, whatever its kind. */
export function RunLine({ run, tag, children }: RunLineProps) {
  const { kind, account, grant, person, at, done, steps } = run;
  const username = account?.username ?? grant?.username ?? null;
  const words = runsText.of(runKindText[kind].title, account === null ? null : (person?.name ?? null));
  const when = at === null ? null : formatDayTime(at, engineNow());
  return (
    <li className="run-line">
      {account === null ? <Face name={person?.name ?? ''} /> : <Mark platform={account.platform} />}
      <span className="cut">
        <b>{runSubject(run)}</b>
        <span className="two small soft">{[username, words, when].filter((part) => part !== null).join(' · ')}</span>
      </span>
      <span className="run-tag">
        {tag ?? (
          <span className="row small soft">
            <Ring kind="done" size={18} value={done / steps} />
            {runsText.done(done, steps)}
          </span>
        )}
      </span>
      <span className="run-act">
        {children ?? <Button onClick={() => go({ view: 'runs', run: run.id })}>{runsText.goOn}</Button>}
      </span>
    </li>
  );
}
