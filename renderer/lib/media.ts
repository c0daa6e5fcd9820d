import { useCallback, useSyncExternalStore } from 'react';
import { useTextScale } from './look.ts';

/** The two widths at which the window changes shape, as media queries: icons instead of words, then one pane. */
export const narrow = '(max-width: 900px)';
export const onePane = '(max-width: 719px)';

/** Whether the window matches a media query now, following its changes and the size of text, which leaves room for less. */
export function useMedia(query: string): boolean {
  const scale = useTextScale();
  const scaled = query.replace(/(\d+)px/g, (_, px: string) => `${Number(px) * scale}px`);
  const subscribe = useCallback(
    (tell: () => void) => {
      const list = matchMedia(scaled);
      list.addEventListener('change', tell);
      return () => list.removeEventListener('change', tell);
    },
    [scaled],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(scaled).matches);
}
