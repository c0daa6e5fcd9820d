import { Icon } from './icon.tsx';

export type StepperProps = {
  readonly steps: readonly string[];
  /** The step one is at, from 0. */
  readonly at: number;
  /** Dots without words, for a narrow place. */
  readonly dots?: boolean | undefined;
};

/** Where one is in a few steps, such as those of the first run. */
export function Stepper({ steps, at, dots }: StepperProps) {
  return (
    <ol className={dots ? 'stepper dots' : 'stepper'}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={index < at ? 'done' : index === at ? 'now' : undefined}
          aria-current={index === at ? 'step' : undefined}
        >
          <i aria-hidden="true">{index < at && !dots ? <Icon name="check" size="small" /> : index + 1}</i>
          <span className={dots ? 'hole' : undefined}>{step}</span>
        </li>
      ))}
    </ol>
  );
}
