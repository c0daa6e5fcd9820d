import type { ReactNode } from 'react';

export type ProgressBarProps = {
  /** What is under way, as its name for a screen reader. */
  readonly label: string;
  /** Hundredths done. */
  readonly value: number;
  /** What is said under it, `Opening 23 000 of 50 000 records`. */
  readonly line: string;
  /** A quiet button at its end that stops the work. */
  readonly end?: ReactNode;
};

/** How far long work is: a line that fills, and the same in words. */
export function ProgressBar({ label, value, line, end }: ProgressBarProps) {
  return (
    <div className="progress">
      <div
        className="progress-track"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={value}
        aria-valuetext={`${value} %, ${line}`}
      >
        <span style={{ inlineSize: `${value}%` }} />
      </div>
      {/* The bar says the same to a screen reader; read twice, and at every step, it would only be in the way. */}
      <div className="progress-line" aria-hidden="true">
        <span>{line}</span>
        <span className="progress-part">{value} %</span>
      </div>
      {end}
    </div>
  );
}
