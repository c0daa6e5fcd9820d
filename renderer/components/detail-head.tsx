import type { ReactNode } from 'react';

export type DetailHeadProps = {
  /** A big `Mark` or `Face`. */
  readonly mark: ReactNode;
  readonly title: ReactNode;
  readonly sub?: ReactNode;
  /** Buttons, the primary one last. */
  readonly children?: ReactNode;
};

/** The head of a detail page: what it is of, and what can be done with it. */
export function DetailHead({ mark, title, sub, children }: DetailHeadProps) {
  return (
    <div className="detail-head">
      {mark}
      <div className="grow">
        <h2>{title}</h2>
        {sub !== undefined && <p className="small soft cut">{sub}</p>}
      </div>
      {children}
    </div>
  );
}
