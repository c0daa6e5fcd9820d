import type { ReactNode } from 'react';

export type TagProps = {
  /** Brass `ending` (the default) asks for a look, `calm` is far off, `exposed` has ended open, `safe` was given back. */
  readonly tone?: 'ending' | 'calm' | 'exposed' | 'safe' | undefined;
  readonly size?: 'large' | undefined;
  /** Always a date in words: `back Fri 4 Dec`. */
  readonly children: ReactNode;
};

/** A loan and its date, on a tag with its hole. */
export function Tag({ tone = 'ending', size, children }: TagProps) {
  return <span className={['tag', tone !== 'ending' && tone, size].filter(Boolean).join(' ')}>{children}</span>;
}
