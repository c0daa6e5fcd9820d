import type { ReactNode } from 'react';
import { useNow } from '../lib/ticker.ts';
import { Ring } from './ring.tsx';

export type CountdownProps = {
  /** When it is over, in Unix seconds. */
  readonly until: number;
  /** The whole length in seconds, which a full ring stands for. */
  readonly length: number;
  readonly size?: number | undefined;
  readonly tone?: 'time' | 'sealed' | 'exposed' | 'courtesy' | undefined;
  /** What stands inside for the seconds left. */
  readonly children?: ((left: number) => ReactNode) | undefined;
};

/** A ring that empties by itself, a step each second. */
export function Countdown({ until, length, size, tone, children }: CountdownProps) {
  const left = Math.max(0, until - useNow());
  return (
    <Ring value={left / length} size={size} tone={tone}>
      {children?.(left)}
    </Ring>
  );
}
