import { Fragment, type ReactNode, useState } from 'react';
import type { Step } from '../../../shared/contracts/engine/runs.ts';
import { proofText } from '../../../shared/text/common.ts';
import { blockedText, orderText } from '../../../shared/text/run-steps.ts';
import { ownStepText } from '../../../shared/text/platforms-page.ts';
import { runText, sureText, whenDone } from '../../../shared/text/runs.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { Caption } from '../../components/card.tsx';
import { English } from '../../components/english.tsx';
import { Seg } from '../../components/seg.tsx';
import { StepRow, Steps } from '../../components/step-row.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { askToOpen } from '../../lib/link.ts';
import { useCapability } from '../../lib/shell.ts';
import { OwnStepNote } from './own-step-note.tsx';
import type { StepFacts } from './step-facts.ts';
import { type Order, stepGroups, stepName } from './step-groups.ts';

export type RunStepsProps = {
  readonly steps: readonly StepFacts[];
  /** A run over many accounts, whose steps stand in groups. */
  readonly isMany: boolean;
  /** The key of the step at hand; null when none is. */
  readonly at: string | null;
  readonly finished: boolean;
  readonly busy: boolean;
  /** Whether the other side signed that it is over there. */
  readonly told: boolean;
  readonly onGo: (key: string) => void;
  readonly onTick: (step: Step) => void;
  readonly onSkip: (step: Step) => void;
  readonly onReopen: (step: Step) => void;
  /** What the step at hand needs beside the way to it. */
  readonly content: (step: Step) => ReactNode;
};

/** The steps of a run, the one at hand open. */
export function RunSteps(props: RunStepsProps) {
  const [chosen, setChosen] = useState<Order>('urgency');
  const order = props.isMany ? chosen : null;
  return (
    <>
      {props.isMany && (
        <Seg
          label={orderText.label}
          size="small"
          value={chosen}
          onChange={setChosen}
          options={[
            { value: 'urgency', label: orderText.byUrgency },
            { value: 'account', label: orderText.byAccount },
          ]}
        />
      )}
      {stepGroups(props.steps, order).map(({ heading, steps }) => (
        <Fragment key={heading ?? ''}>
          {heading !== null && <Caption note={runText.done(settledOf(steps), steps.length)}>{heading}</Caption>}
          <Steps>
            {steps.map((facts) => (
              <OneStep key={facts.step.key} {...props} facts={facts} order={order} />
            ))}
          </Steps>
        </Fragment>
      ))}
    </>
  );
}

function settledOf(steps: readonly StepFacts[]): number {
  return steps.filter(({ step }) => step.state !== 'todo').length;
}

function OneStep({
  facts,
  order,
  at,
  finished,
  busy,
  told,
  onGo,
  onTick,
  onSkip,
  onReopen,
  content,
}: RunStepsProps & { readonly facts: StepFacts; readonly order: Order | null }) {
  const { step, number, path, sure, advice, link } = facts;
  const canOpen = useCapability('open_link');
  const readOnly = useWhyReadOnly();
  const open = step.key === at;
  const todo = step.state === 'todo';
  const { shown, whole } = stepName(facts, order);
  const state = todo ? null : step.state === 'done' ? runText.stateDone : runText.stateSkipped;
  const pathLang = facts.own === null ? 'en' : undefined;
  const settled = state === null ? {} : { when: whenOf(step, told), stateWord: state };
  if (!open) {
    return (
      <StepRow
        number={number}
        state={step.state}
        title={shown}
        label={shown === whole ? undefined : whole}
        path={order === null ? path : []}
        pathLang={pathLang}
        {...settled}
        onGo={finished ? undefined : () => onGo(step.key)}
      />
    );
  }
  const unsure = facts.own === null ? sureText[sure] : null;
  return (
    <StepRow
      number={number}
      state={step.state === 'todo' ? 'now' : step.state}
      title={open && order === 'urgency' ? whole : shown}
      path={path}
      pathLang={pathLang}
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
          {facts.own !== null && <b>{ownStepText.notedByYou} </b>}
          {advice.map((piece) => (piece.theirs ? <English key={piece.text}>{piece.text}</English> : piece.text))}
        </>
      }
    >
      <div className="run-content">
        {content(step)}
        {todo ? (
          <div className="row wrap">
            <Button
              variant={step.blocked === null ? 'primary' : 'default'}
              icon="check"
              keys="Space"
              data-autofocus={step.blocked === null || undefined}
              why={readOnly ?? (step.blocked === null ? null : blockedText[step.blocked])}
              busy={busy ? runText.tickAct : null}
              onClick={() => onTick(step)}
            >
              {runText.tickAct}
            </Button>
            <Button variant="quiet" keys="S" why={readOnly} onClick={() => onSkip(step)}>
              {runText.skipAct}
            </Button>
            {step.blocked !== null && <span className="small faint">{blockedText[step.blocked]}</span>}
          </div>
        ) : (
          !finished && (
            <Button size="small" icon="undo" data-autofocus why={readOnly} onClick={() => onReopen(step)}>
              {runText.reopen}
            </Button>
          )
        )}
        {!finished && facts.canNote && <OwnStepNote facts={facts} />}
      </div>
    </StepRow>
  );
}

function whenOf({ id, state, at, note }: Step, told: boolean): string | undefined {
  if (state === 'skipped') return runText.skipped(note ?? '');
  if (at === null) return undefined;
  const when = whenDone(at, engineNow());
  return [when, note, id === 'tell' && told ? proofText.signed : null].filter((part) => part !== null).join(' · ');
}
