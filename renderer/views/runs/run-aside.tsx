import type { ReactNode } from 'react';
import type { RunDetail } from '../../../shared/contracts/engine/runs.ts';
import { formatDay } from '../../../shared/text/dates.ts';
import { lentSpan, runKindText, runText } from '../../../shared/text/runs.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { Kbd } from '../../components/kbd.tsx';
import { Ring } from '../../components/ring.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { narrow, useMedia } from '../../lib/media.ts';
import { go } from '../../lib/route.ts';

// A closed ring is a key that is back. With every step done it still stands open, until the grant is closed.
const ALMOST = 0.94;

export type RunAsideProps = {
  readonly run: RunDetail;
  readonly closing: boolean;
  readonly onClose: () => void;
  /** Which keys do something now. */
  readonly keys: { readonly step: boolean; readonly open: boolean; readonly device: boolean };
  /** What has ended and what has not. */
  readonly children: ReactNode;
};

/** How far the run has come, what it is about, and the way to close it. */
export function RunAside({ run, closing, onClose, keys, children }: RunAsideProps) {
  const { row, closable } = run;
  const { kind, grant, account, person, done, steps, finished } = row;
  const now = engineNow();
  const readOnly = useWhyReadOnly();
  const small = useMedia(narrow);
  return (
    <aside className="aside run-aside" aria-label={runText.progress} data-pane="aside">
      <div className="run-head">
        <Ring
          kind="done"
          size={small ? 96 : 120}
          value={finished === null ? Math.min(ALMOST, done / steps) : 1}
          flourish={finished !== null}
          label={runText.doneLabel(done, steps)}
        >
          {finished === null ? (
            <span>
              <b className={steps > 20 ? 'run-many' : undefined}>{runText.done(done, steps)}</b>
              {!small && <span className="under">{runText.stepsLeft(steps - done)}</span>}
            </span>
          ) : (
            <span className="run-back">
              <Icon name="check" size="large" tone="sealed" />
            </span>
          )}
        </Ring>
        <div className="run-whose">
          <h2>{account?.username ?? account?.title ?? person?.name}</h2>
          {grant !== null && <p className="small soft">{lentSpan(grant.person.name, grant.from, grant.until, now)}</p>}
          {small && finished === null && <p className="small soft">{runText.stepsLeft(steps - done)}</p>}
        </div>
      </div>
      {children}
      <div className="run-foot">
        {finished === null ? (
          <>
            <Keys {...keys} />
            <Button
              size="large"
              wide
              variant={closable ? 'primary' : 'default'}
              data-autofocus={closable || undefined}
              why={readOnly ?? (closable ? null : runText.closeWhy)}
              busy={closing ? runText.closing : null}
              onClick={onClose}
            >
              {runKindText[kind].close}
            </Button>
            {!closable && <p className="tiny faint">{runText.closeWhy}</p>}
          </>
        ) : (
          <>
            <p role="status">
              <b className="c-sealed">{closedWord(kind)}</b>
            </p>
            <p className="small soft">
              {kind === 'end_of_access'
                ? runText.closedBody(formatDay(finished, now))
                : runText.finishedBody(formatDay(finished, now))}
            </p>
            <Button size="large" wide data-autofocus onClick={() => go({ view: 'runs', run: null })}>
              {runText.all}
            </Button>
          </>
        )}
      </div>
    </aside>
  );
}

function closedWord(kind: RunDetail['row']['kind']): string {
  if (kind === 'end_of_access') return runText.closed;
  return kind === 'leaver' ? runText.closedAll : runText.finished;
}

function Keys({ step, open, device }: RunAsideProps['keys']) {
  const shown = [
    step && (['Space', runText.tick] as const),
    step && (['S', runText.skip] as const),
    open && (['O', runText.open] as const),
    device && (['N', runText.device] as const),
  ].filter((key) => key !== false);
  if (shown.length === 0) return null;
  return (
    <p className="small faint run-keys">
      {shown.map(([key, word]) => (
        <span key={key}>
          <Kbd keys={key} /> {word}
        </span>
      ))}
    </p>
  );
}
