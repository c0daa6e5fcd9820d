import { useEffect, useRef, useState } from 'react';
import type { Device } from '../../../shared/contracts/engine/devices.ts';
import type { RunDetail, Step } from '../../../shared/contracts/engine/runs.ts';
import { factsAge } from '../../../shared/platforms/facts-age.ts';
import type { Catalogue, KnownPlatform } from '../../../shared/platforms/known-platform.ts';
import { errorLine, errorText } from '../../../shared/text/errors.ts';
import { platformText } from '../../../shared/text/platforms.ts';
import { blockedText } from '../../../shared/text/run-steps.ts';
import { runKindText, runText } from '../../../shared/text/runs.ts';
import { useVaultBanner } from '../../app/vault-banner.tsx';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Bar } from '../../components/bar.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { View } from '../../components/window.tsx';
import { useAct } from '../../lib/act.ts';
import { engineNow } from '../../lib/clock-sync.ts';
import { FADE_MS, focusLost } from '../../lib/focus-lost.ts';
import { askToOpen } from '../../lib/link.ts';
import { usePlatformFacts } from '../../lib/platform-facts.ts';
import { useAsk } from '../../lib/query.ts';
import { go, replace } from '../../lib/route.ts';
import { useCapability } from '../../lib/shell.ts';
import { showToast } from '../../lib/toast-store.ts';
import { DeviceDialog } from './device-dialog.tsx';
import { RunAside } from './run-aside.tsx';
import { RunPanel } from './run-panel.tsx';
import { RunSteps } from './run-steps.tsx';
import { SkipDialog } from './skip-dialog.tsx';
import { StepContent } from './step-content.tsx';
import { type StepFacts, stepFacts } from './step-facts.ts';
import { useRunKeys } from './use-run-keys.ts';

/** One run: its steps in order, and beside them what has ended and what has not. */
export function RunPage({ id, step }: { readonly id: string; readonly step: string | null }) {
  const { data: run, failure } = useAsk('runs.get', { id });
  const banner = useVaultBanner();
  const platforms = usePlatformFacts();
  const title = run === undefined ? runText.title : runKindText[run.row.kind].title;
  return (
    <View
      banner={banner}
      bar={
        <Bar title={title} sub={run && subOf(run)} back={{ label: runText.all, onBack: () => go({ view: 'runs', run: null }) }} />
      }
    >
      {failure !== null ? (
        <EmptyState title={errorText(failure.code, failure.facts).what}>{errorText(failure.code, failure.facts).todo}</EmptyState>
      ) : run === undefined || platforms === null ? (
        <div />
      ) : (
        <Run run={run} platforms={platforms} wanted={step} />
      )}
    </View>
  );
}

function subOf({ row: { grant, account, person } }: RunDetail): string {
  const of = grant ?? account;
  if (of === null) return person?.name ?? '';
  return [of.title, of.username].filter((part) => part !== null).join(', ');
}

type Asking = { readonly what: 'skip'; readonly step: StepFacts } | { readonly what: 'device'; readonly device: Device | null };

type RunProps = {
  readonly run: RunDetail;
  readonly platforms: Catalogue;
  /** The step chosen by hand, as the route has it; null for the first that is still to do. */
  readonly wanted: string | null;
};

/** Steps in which the devices of their account are noted. */
const OF_DEVICES: readonly Step['id'][] = ['devices', 'look_at_devices', 'whose_device', 'then_take_back'];

function Run({ run, platforms, wanted }: RunProps) {
  const { id, finished, person } = run.row;
  const mark = useAct('runs.step');
  const close = useAct('runs.close');
  const canOpen = useCapability('open_link');
  const readOnly = useWhyReadOnly();
  const [asking, setAsking] = useState<Asking | null>(null);
  const over = finished !== null;
  const chosen = run.steps.find(({ key }) => key === wanted)?.key ?? null;
  const at = over ? null : (chosen ?? run.steps.find(({ state }) => state === 'todo')?.key ?? null);
  const about = run.steps.find(({ key }) => key === at)?.account ?? run.row.account?.id ?? null;
  const account = useAsk('accounts.get', { id: about ?? '' }, { when: about !== null }).data;
  const own = useAsk('platforms.ownSteps', { account: about ?? '' }, { when: about !== null }).data?.steps ?? [];
  const steps = stepFacts(run, { account, own }, platforms);
  const here = steps.find(({ step }) => step.key === at) ?? null;
  const platform = platforms.get(run.row.grant?.platform ?? run.row.account?.platform ?? '');
  // In the route, so that the way back from another view leads to the same step.
  const setChosen = (step: string | null): void => replace({ view: 'runs', run: id, ...(step === null ? {} : { step }) });
  const ofDevices = over ? null : devicesAt(run, here?.step ?? null);
  useFocusOfStep(
    `${at}/${over}/${account?.id}/${account?.candidate == null}/${here?.step.blocked}`,
    about === null || account !== undefined,
  );

  const set = async (step: string, state: Step['state'], note: string | null): Promise<void> => {
    const reply = await mark.run({ run: id, step, state, note });
    // A step opened again stays at hand; from one that is settled the run goes on.
    if (reply.ok) setChosen(state === 'todo' ? step : null);
    else if (reply.code !== 'busy') showToast({ text: errorLine(reply.code, reply.facts) });
  };
  const tick = ({ key, blocked }: Step): void => {
    if (blocked === null) void set(key, 'done', null);
    else showToast({ text: blockedText[blocked] });
  };
  const end = async (): Promise<void> => {
    const reply = await close.run({ run: id });
    if (!reply.ok && reply.code !== 'busy') showToast({ text: errorLine(reply.code, reply.facts) });
  };
  const device = (one: Device | null): void => {
    setChosen(ofDevices?.key ?? at);
    setAsking({ what: 'device', device: one });
  };
  const answered = (): void => {
    setAsking(null);
    setTimeout(() => focusLost(asking?.what === 'device' ? '.run .dev.add' : NEXT), FADE_MS);
  };
  const todo = here !== null && here.step.state === 'todo' ? here : null;
  const link = canOpen ? (here?.link ?? null) : null;
  // A key says what its button says: why nothing can be changed now.
  const changing = (act: () => void) => (): void => {
    if (readOnly === null) act();
    else showToast({ text: readOnly });
  };
  useRunKeys({
    tick: todo && changing(() => tick(todo.step)),
    skip: todo && changing(() => setAsking({ what: 'skip', step: todo })),
    open: link && (() => askToOpen(link)),
    device: ofDevices && changing(() => device(null)),
  });

  return (
    <div className="run">
      <section className="scroll run-left" aria-label={runText.steps} data-pane="detail">
        <RunSteps
          steps={steps}
          isMany={run.row.kind === 'leaver'}
          at={at}
          finished={over}
          busy={mark.busy}
          told={toldOf(run)}
          onGo={setChosen}
          onTick={tick}
          onSkip={() => todo && setAsking({ what: 'skip', step: todo })}
          onReopen={({ key }) => void set(key, 'todo', null)}
          content={(step) => (
            <StepContent
              step={step}
              run={run}
              account={account}
              onWorked={() => step.id === 'password' && void set(step.key, 'done', null)}
              onDevice={device}
            />
          )}
        />
        {platform !== undefined && <FactsAge platform={platform} />}
      </section>
      <RunAside
        run={run}
        closing={close.busy}
        onClose={() => void end()}
        keys={{ step: todo !== null, open: link !== null, device: ofDevices !== null }}
      >
        <RunPanel run={run} />
      </RunAside>
      {asking?.what === 'device' && ofDevices?.account != null && (
        <DeviceDialog account={ofDevices.account} device={asking.device} person={person} onClose={answered} />
      )}
      {asking?.what === 'skip' && (
        <SkipDialog
          step={asking.step.title}
          onClose={answered}
          onSkip={(reason) => {
            answered();
            void set(asking.step.step.key, 'skipped', reason);
          }}
        />
      )}
    </div>
  );
}

/** The step in which a device is noted now: the one at hand, or the one a run about one account has. */
function devicesAt({ row, steps }: RunDetail, here: Step | null): Step | null {
  if (here !== null && OF_DEVICES.includes(here.id)) return here;
  return row.account === null ? null : (steps.find(({ id }) => OF_DEVICES.includes(id)) ?? null);
}

/** True when the other side signed that what was lent is gone there. */
function toldOf({ row, grants }: RunDetail): boolean {
  const receipt = row.kind === 'end_of_access' ? grants[0]?.receipt : null;
  return receipt?.event === 'purged' || receipt?.event === 'expired';
}

/** How old the menus named in the steps are, and whose word they are. */
function FactsAge({ platform }: { readonly platform: KnownPlatform }) {
  const { sentence } = factsAge(platform.own.checked, engineNow());
  return <p className="small faint run-age">{platform.addedByYou ? `${sentence} ${platformText.addedByYou}` : sentence}</p>;
}

/**
 * A run opens with the focus on what is to be done, once that is known. When it goes on, the button that had the focus is gone: it goes to
 * what is next.
 */
function useFocusOfStep(what: string, isKnown: boolean): void {
  const opened = useRef(false);
  useEffect(() => {
    if (!isKnown) return;
    if (opened.current) focusLost(NEXT);
    else document.querySelector<HTMLElement>(NEXT)?.focus();
    opened.current = true;
  }, [what, isKnown]);
}

const NEXT = '.run [data-autofocus]';
