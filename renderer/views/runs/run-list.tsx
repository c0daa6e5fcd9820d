import { useState } from 'react';
import type { RunRow } from '../../../shared/contracts/engine/runs.ts';
import { backTag } from '../../../shared/text/received.ts';
import { formatDay } from '../../../shared/text/dates.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { returnTag } from '../../../shared/text/accounts.ts';
import { runsText } from '../../../shared/text/runs.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { useVaultBanner } from '../../app/vault-banner.tsx';
import { Bar } from '../../components/bar.tsx';
import { Button } from '../../components/button.tsx';
import { Caption } from '../../components/card.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { HookArt } from '../../components/key-mark.tsx';
import { Ring } from '../../components/ring.tsx';
import { Tag } from '../../components/tag.tsx';
import { View } from '../../components/window.tsx';
import { AskAgain, earliest } from '../../lib/ask-again.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { go, HOME } from '../../lib/route.ts';
import { showToast } from '../../lib/toast-store.ts';
import type { CachedCall } from '../../lib/topics.ts';
import { GrantLine } from './grant-line.tsx';
import { RunLine } from './run-line.tsx';
import { StartDialog } from './start-dialog.tsx';
import { useRuns } from './use-runs.ts';
import { useTakeBack } from './use-take-back.ts';

/** What the end of a grant changes without anything being written. */
const byTime: readonly CachedCall[] = ['grants.list', 'runs.list', 'vault.state', 'accounts.list', 'accounts.get'];
const SOON = 7 * 86_400;

/** Grants that have ended and wait for their run, runs under way, and what is lent now. */
export function RunList() {
  const { known, waiting, ending, others, live, closed, more } = useRuns();
  const readOnly = useWhyReadOnly();
  const [starting, setStarting] = useState(false);
  const now = engineNow();
  const banner = useVaultBanner();
  const { takeBack, busy } = useTakeBack((code, facts) => showToast({ text: errorLine(code, facts) }));
  const exposed = waiting.some((grant) => grant.exposed) || ending.some(({ grant }) => grant.exposed);
  const nothing = waiting.length + ending.length + others.length + live.length + closed.length === 0;
  const startButton = (
    <Button icon="plus" why={readOnly} onClick={() => setStarting(true)}>
      {runsText.start}
    </Button>
  );
  return (
    <View
      banner={banner}
      bar={
        <Bar
          title={runsText.title}
          sub={known ? runsText.sub(waiting.length + ending.length, others.length) : undefined}
          actions={startButton}
        />
      }
    >
      {known && nothing ? (
        <EmptyState
          art={<HookArt />}
          title={runsText.emptyTitle}
          action={
            <Button variant="primary" data-autofocus onClick={() => go(HOME)}>
              {runsText.toAccounts}
            </Button>
          }
        >
          {runsText.emptyBody}
        </EmptyState>
      ) : (
        <section className="scroll run-list" aria-label={runsText.title} data-pane="detail">
          <AskAgain at={earliest(live.map(({ until }) => until))} calls={byTime} />
          {waiting.length + ending.length > 0 && (
            <>
              <Caption note={exposed ? runsText.waitingNote : undefined}>{runsText.waiting}</Caption>
              <ul className="card">
                {waiting.map((grant, index) => (
                  <GrantLine key={grant.id} grant={grant} tag={<Tag tone="exposed">{returnTag('ended', grant.until, now)}</Tag>}>
                    <Button
                      variant={index === 0 ? 'primary' : 'default'}
                      data-autofocus={index === 0 || undefined}
                      busy={busy === grant.id ? runsText.starting : null}
                      onClick={() => void takeBack(grant.id)}
                    >
                      {runsText.takeBack}
                    </Button>
                  </GrantLine>
                ))}
                {ending.map(({ run, grant }) => (
                  <GrantLine
                    key={run.id}
                    grant={grant}
                    tag={
                      <span className="row small soft">
                        <Ring kind="done" size={18} value={run.done / run.steps} />
                        {runsText.done(run.done, run.steps)}
                      </span>
                    }
                  >
                    <Button onClick={() => go({ view: 'runs', run: run.id })}>{runsText.goOn}</Button>
                  </GrantLine>
                ))}
              </ul>
            </>
          )}
          {others.length > 0 && (
            <>
              <Caption>{runsText.underWay}</Caption>
              <ul className="card">
                {others.map((run) => (
                  <RunLine key={run.id} run={run} />
                ))}
              </ul>
            </>
          )}
          {live.length > 0 && (
            <>
              <Caption>{runsText.live}</Caption>
              <ul className="card">
                {live.map((grant) => (
                  <GrantLine
                    key={grant.id}
                    grant={grant}
                    tag={
                      <>
                        <Ring size={18} value={leftOf(grant, now)} />
                        <Tag tone={grant.until - now > SOON ? 'calm' : 'ending'}>{backTag(grant.until, now)}</Tag>
                      </>
                    }
                  >
                    <IconButton
                      icon="forward"
                      label={runsText.account(grant.title)}
                      onClick={() => go({ view: 'accounts', client: 'all', account: grant.account, open: true })}
                    />
                  </GrantLine>
                ))}
              </ul>
            </>
          )}
          {closed.length > 0 && (
            <>
              <Caption>{runsText.closed}</Caption>
              <ul className="card">
                {closed.map((run) => (
                  <ClosedLine key={run.id} run={run} />
                ))}
              </ul>
            </>
          )}
          {more !== null && (
            <Button variant="quiet" onClick={more}>
              {runsText.more}
            </Button>
          )}
        </section>
      )}
      {starting && <StartDialog onClose={() => setStarting(false)} />}
    </View>
  );
}

function ClosedLine({ run }: { readonly run: RunRow }) {
  const tag = <Tag tone="safe">{runsText.closedOn(formatDay(run.finished ?? run.started, engineNow()))}</Tag>;
  const look = (
    <Button variant="quiet" onClick={() => go({ view: 'runs', run: run.id })}>
      {runsText.look}
    </Button>
  );
  if (run.grant !== null && run.kind === 'end_of_access')
    return (
      <GrantLine grant={run.grant} tag={tag}>
        {look}
      </GrantLine>
    );
  return (
    <RunLine run={run} tag={tag}>
      {look}
    </RunLine>
  );
}

function leftOf({ from, until }: { readonly from: number; readonly until: number }, now: number): number {
  return until <= from ? 0 : Math.max(0, (until - now) / (until - from));
}
