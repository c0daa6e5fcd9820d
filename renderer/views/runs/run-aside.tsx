import type { ReactNode } from 'react';
import type { RunDetail } from '../../../shared/contracts/engine/runs.ts';
import { formatDay } from '../../../shared/text/dates.ts';
import { lentSpan, runText } from '../../../shared/text/runs.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { Kbd } from '../../components/kbd.tsx';
import { Ring } from '../../components/ring.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { go } from '../../lib/route.ts';

// A closed ring is a key that is back. With every step done it still stands open, until the grant is closed.
const ALMOST = 0.94;

export type RunAsideProps = {
  readonly run: RunDetail;
  readonly closing: boolean;
  readonly onClose: () => void;
  /** Which keys do something now. */
  readonly keys: { readonly open: boolean; readonly device: boolean };
  /** What has ended and what has not. */
  readonly children: ReactNode;
};

/** How far the run has come, whose loan it ends, and the way to close it. */
export function RunAside({ run, closing, onClose, keys, children }: RunAsideProps) {
  const { row, closable } = run;
  const { grant, done, steps, finished } = row;
  const now = engineNow();
  return (
    <aside className="aside run-aside" aria-label={runText.progress} data-pane="aside">
      <div className="run-progress">
        <Ring
          kind="done"
          size={120}
          value={finished === null ? Math.min(ALMOST, done / steps) : 1}
          flourish={finished !== null}
          label={runText.doneLabel(done, steps)}
        >
          {finished === null ? (
            <span>
              <b>{runText.done(done, steps)}</b>
              <span className="under">{runText.stepsLeft(steps - done)}</span>
            </span>
          ) : (
            <span className="run-back">
              <Icon name="check" size="large" tone="sealed" />
            </span>
          )}
        </Ring>
      </div>
      <div className="run-whose">
        <h2>{grant.username ?? grant.title}</h2>
        <p className="small soft">{lentSpan(grant.person.name, grant.from, grant.until, now)}</p>
      </div>
      {children}
      <div className="run-foot">
        {finished === null ? (
          <>
            <p className="small faint run-keys" aria-label={runText.keys}>
              <Kbd keys="Space" /> {runText.tick} <Kbd keys="S" /> {runText.skip}
              {keys.open && (
                <>
                  {' '}
                  <Kbd keys="O" /> {runText.open}
                </>
              )}
              {keys.device && (
                <>
                  {' '}
                  <Kbd keys="N" /> {runText.device}
                </>
              )}
            </p>
            <Button
              size="large"
              wide
              variant={closable ? 'primary' : 'default'}
              data-autofocus={closable || undefined}
              why={closable ? null : runText.closeWhy}
              busy={closing ? runText.closing : null}
              onClick={onClose}
            >
              {runText.close}
            </Button>
            {!closable && <p className="tiny faint">{runText.closeWhy}</p>}
          </>
        ) : (
          <>
            <p role="status">
              <b className="c-sealed">{runText.closed}</b>
            </p>
            <p className="small soft">{runText.closedBody(formatDay(finished, now))}</p>
            <Button size="large" wide data-autofocus onClick={() => go({ view: 'runs', run: null })}>
              {runText.all}
            </Button>
          </>
        )}
      </div>
    </aside>
  );
}
