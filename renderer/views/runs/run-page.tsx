import { useEffect, useState } from 'react';
import type { Device, RunDetail, Step } from '../../../shared/contracts/engine/runs.ts';
import { errorLine, errorText } from '../../../shared/text/errors.ts';
import { blockedText, runText } from '../../../shared/text/runs.ts';
import { useVaultBanner } from '../../app/vault-banner.tsx';
import { Bar } from '../../components/bar.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { View } from '../../components/window.tsx';
import { useAct } from '../../lib/act.ts';
import { askToOpen } from '../../lib/link.ts';
import { useAsk } from '../../lib/query.ts';
import { go, replace } from '../../lib/route.ts';
import { useCapability } from '../../lib/shell.ts';
import { showToast } from '../../lib/toast-store.ts';
import { DeviceDialog } from './device-dialog.tsx';
import { RunAside } from './run-aside.tsx';
import { RunPromises } from './run-promises.tsx';
import { RunSteps } from './run-steps.tsx';
import { SkipDialog } from './skip-dialog.tsx';
import { StepContent } from './step-content.tsx';
import { type StepFacts, stepFacts } from './step-facts.ts';
import { useRunKeys } from './use-run-keys.ts';

/** One end-of-access run: its steps in order, and beside them what has ended and what has not. */
export function RunPage({ id, step }: { readonly id: string; readonly step: string | null }) {
  const { data: run, failure } = useAsk('runs.get', { id });
  const banner = useVaultBanner();
  const grant = run?.row.grant;
  const sub = grant === undefined ? undefined : [grant.title, grant.username].filter((part) => part !== null).join(', ');
  return (
    <View
      banner={banner}
      bar={<Bar title={runText.title} sub={sub} back={{ label: runText.all, onBack: () => go({ view: 'runs', run: null }) }} />}
    >
      {failure !== null ? (
        <EmptyState title={errorText(failure.code, failure.facts).what}>{errorText(failure.code, failure.facts).todo}</EmptyState>
      ) : run === undefined ? (
        <div />
      ) : (
        <Run run={run} wanted={step} />
      )}
    </View>
  );
}

type Asking = { readonly what: 'skip'; readonly step: StepFacts } | { readonly what: 'device'; readonly device: Device | null };

type RunProps = {
  readonly run: RunDetail;
  /** The step chosen by hand, as the route has it; null for the first that is still to do. */
  readonly wanted: string | null;
};

function Run({ run, wanted }: RunProps) {
  const { id, grant, finished } = run.row;
  const account = useAsk('accounts.get', { id: grant.account }).data;
  const given = useAsk('grants.get', { id: grant.id }).data;
  const mark = useAct('runs.step');
  const close = useAct('runs.close');
  const canOpen = useCapability('open_link');
  const [asking, setAsking] = useState<Asking | null>(null);
  const steps = stepFacts(run.steps, grant, account);
  const chosen = steps.find(({ step }) => step.id === wanted)?.step.id ?? null;
  // In the route, so that the way back from another view leads to the same step.
  const setChosen = (step: Step['id'] | null): void => replace({ view: 'runs', run: id, ...(step === null ? {} : { step }) });
  const over = finished !== null;
  const at = over ? null : (chosen ?? steps.find(({ step }) => step.state === 'todo')?.step.id ?? null);
  const here = steps.find(({ step }) => step.id === at) ?? null;
  const hasDevices = !over && steps.some(({ step }) => step.id === 'devices');
  useFocusOfStep(`${at}/${over}/${run.candidate === null}/${here?.step.blocked}`);

  const set = async (step: Step['id'], state: Step['state'], note: string | null): Promise<void> => {
    const reply = await mark.run({ run: id, step, state, note });
    // A step opened again stays at hand; from one that is settled the run goes on.
    if (reply.ok) setChosen(state === 'todo' ? step : null);
    else if (reply.code !== 'busy') showToast({ text: errorLine(reply.code, reply.facts) });
  };
  const tick = ({ id: step, blocked }: Step): void => {
    if (blocked === null) void set(step, 'done', null);
    else showToast({ text: blockedText[blocked] });
  };
  const end = async (): Promise<void> => {
    const reply = await close.run({ run: id });
    if (!reply.ok && reply.code !== 'busy') showToast({ text: errorLine(reply.code, reply.facts) });
  };
  const device = (one: Device | null): void => {
    setChosen('devices');
    setAsking({ what: 'device', device: one });
  };
  const answered = (): void => {
    setAsking(null);
    setTimeout(() => focusLost(asking?.what === 'device' ? '.run .dev.add' : NEXT), FADE_MS);
  };
  const todo = here !== null && here.step.state === 'todo' ? here : null;
  const link = canOpen ? (here?.link ?? null) : null;
  useRunKeys({
    tick: todo && (() => tick(todo.step)),
    skip: todo && (() => setAsking({ what: 'skip', step: todo })),
    open: link && (() => askToOpen(link)),
    device: hasDevices ? () => device(null) : null,
  });

  return (
    <div className="run">
      <section className="scroll run-left" aria-label={runText.steps} data-pane="detail">
        <RunSteps
          steps={steps}
          at={at}
          finished={over}
          busy={mark.busy}
          onGo={setChosen}
          onTick={tick}
          onSkip={() => todo && setAsking({ what: 'skip', step: todo })}
          onReopen={(step) => void set(step.id, 'todo', null)}
          content={(step) => (
            <StepContent
              id={step}
              run={run}
              account={account}
              onWorked={() => void set('password', 'done', null)}
              onDevice={device}
            />
          )}
        />
      </section>
      <RunAside
        run={run}
        closing={close.busy}
        onClose={() => void end()}
        keys={{ step: todo !== null, open: link !== null, device: hasDevices }}
      >
        {given !== undefined && <RunPromises run={run} grant={given} />}
      </RunAside>
      {asking?.what === 'device' && <DeviceDialog device={asking.device} grant={grant} onClose={answered} />}
      {asking?.what === 'skip' && (
        <SkipDialog
          step={asking.step.title}
          onClose={answered}
          onSkip={(reason) => {
            answered();
            void set(asking.step.step.id, 'skipped', reason);
          }}
        />
      )}
    </div>
  );
}

/** A run opens with the focus on what is to be done. When it goes on, the button that had the focus is gone: it goes to what is next. */
function useFocusOfStep(what: string): void {
  useEffect(() => document.querySelector<HTMLElement>(NEXT)?.focus(), []);
  useEffect(() => focusLost(NEXT), [what]);
}

const NEXT = '.run [data-autofocus]';

/** Milliseconds after which a dialog has given up the focus. */
const FADE_MS = 50;

function focusLost(target: string): void {
  const lost = document.activeElement === null || document.activeElement === document.body;
  if (lost) document.querySelector<HTMLElement>(target)?.focus();
}
