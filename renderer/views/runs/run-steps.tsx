import type { ReactNode } from 'react';
import type { Step } from '../../../shared/contracts/engine/runs.ts';
import { blockedText, runText, sureText, whenDone } from '../../../shared/text/runs.ts';
import { Button } from '../../components/button.tsx';
import { StepRow, Steps } from '../../components/step-row.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { askToOpen } from '../../lib/link.ts';
import { useCapability } from '../../lib/shell.ts';
import type { StepFacts } from './step-facts.ts';

export type RunStepsProps = {
  readonly steps: readonly StepFacts[];
  /** The step at hand; null when none is. */
  readonly at: Step['id'] | null;
  readonly finished: boolean;
  readonly busy: boolean;
  readonly onGo: (id: Step['id']) => void;
  readonly onTick: (step: Step) => void;
  readonly onSkip: (step: Step) => void;
  readonly onReopen: (step: Step) => void;
  /** What the step at hand needs beside the way to it. */
  readonly content: (id: Step['id']) => ReactNode;
};

/** The steps of a run, the one at hand open. */
export function RunSteps(props: RunStepsProps) {
  return (
    <Steps>
      {props.steps.map((facts) => (
        <OneStep key={facts.step.id} {...props} facts={facts} />
      ))}
    </Steps>
  );
}

function OneStep({
  facts,
  at,
  finished,
  busy,
  onGo,
  onTick,
  onSkip,
  onReopen,
  content,
}: RunStepsProps & { readonly facts: StepFacts }) {
  const { step, number, title, path, sure, advice, link } = facts;
  const canOpen = useCapability('open_link');
  const open = step.id === at;
  const todo = step.state === 'todo';
  const settled = todo ? {} : { when: whenOf(step), stateWord: step.state === 'done' ? runText.stateDone : runText.stateSkipped };
  if (!open) {
    return (
      <StepRow
        number={number}
        state={step.state}
        title={title}
        path={path}
        {...settled}
        onGo={finished ? undefined : () => onGo(step.id)}
      />
    );
  }
  const unsure = sureText[sure];
  return (
    <StepRow
      number={number}
      state={step.state === 'todo' ? 'now' : step.state}
      title={title}
      path={path}
      {...settled}
      link={
        link !== null &&
        canOpen && (
          <Button size="small" icon="external" keys="O" onClick={() => askToOpen(link)}>
            {runText.openHost(link.host.replace(/^www\./, ''))}
          </Button>
        )
      }
      lead={
        <>
          {unsure !== null && <b className="run-unsure">{unsure} </b>}
          {advice}
        </>
      }
    >
      <div className="run-content">
        {content(step.id)}
        {todo ? (
          <div className="row wrap">
            <Button
              variant={step.blocked === null ? 'primary' : 'default'}
              icon="check"
              keys="Space"
              data-autofocus={step.blocked === null || undefined}
              why={step.blocked === null ? null : blockedText[step.blocked]}
              busy={busy ? runText.tickAct : null}
              onClick={() => onTick(step)}
            >
              {runText.tickAct}
            </Button>
            <Button variant="quiet" keys="S" onClick={() => onSkip(step)}>
              {runText.skipAct}
            </Button>
            {step.blocked !== null && <span className="small faint">{blockedText[step.blocked]}</span>}
          </div>
        ) : (
          !finished && (
            <Button size="small" icon="undo" data-autofocus onClick={() => onReopen(step)}>
              {runText.reopen}
            </Button>
          )
        )}
      </div>
    </StepRow>
  );
}

function whenOf({ state, at, note }: Step): string | undefined {
  if (state === 'skipped') return runText.skipped(note ?? '');
  return at === null ? undefined : whenDone(at, engineNow());
}
