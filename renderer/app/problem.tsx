import type { ReactNode } from 'react';
import { LockArt } from '../components/key-mark.tsx';

export type ProblemProps = {
  readonly what: string;
  readonly safe?: string | undefined;
  readonly todo?: string | undefined;
  /** One button. */
  readonly action?: ReactNode;
};

/** A whole window for the one thing that stands in the way: what happened, is the data safe, what to do. */
export function Problem({ what, safe, todo, action }: ProblemProps) {
  return (
    <main className="problem">
      <LockArt />
      <div role="status">
        <h1>{what}</h1>
        {(safe !== undefined || todo !== undefined) && (
          <p className="soft pretty">
            {safe} {todo}
          </p>
        )}
      </div>
      {action}
    </main>
  );
}
