import type { ReactNode } from 'react';
import { unlockText } from '../../../shared/text/vault.ts';
import { LockArt } from '../../components/key-mark.tsx';

export type LockFrameProps = {
  readonly title: string;
  readonly line?: string | undefined;
  readonly children: ReactNode;
  /** Quiet buttons under the field. */
  readonly ways?: ReactNode;
};

const circles = [
  { r: 334, opacity: 0.34 },
  { r: 424, opacity: 0.28, dashes: '3 7' },
  { r: 528, opacity: 0.22 },
  { r: 646, opacity: 0.16, dashes: '3 7' },
];

/** The closed door: the key, a name, one thing to do. */
export function LockFrame({ title, line, children, ways }: LockFrameProps) {
  return (
    <main className="lock-screen">
      <svg className="lock-rings" viewBox="0 0 1180 760" fill="none" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
        {circles.map(({ r, opacity, dashes }) => (
          <circle
            key={r}
            cx="590"
            cy="184"
            r={r}
            stroke="var(--line-strong)"
            strokeOpacity={opacity}
            strokeWidth="1.2"
            strokeDasharray={dashes}
          />
        ))}
      </svg>
      <div className="lock-box">
        <LockArt />
        <h1 className="big">{title}</h1>
        {line !== undefined && <p className="soft">{line}</p>}
        {children}
        {ways !== undefined && <div className="lock-ways">{ways}</div>}
      </div>
      <p className="tiny faint lock-base">{unlockText.promise}</p>
    </main>
  );
}
