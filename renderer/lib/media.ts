import { createContext, use, useCallback, useSyncExternalStore } from 'react';
import { useTextScale } from './look.ts';

/** The two widths at which the window changes shape, as media queries: icons instead of words, then one pane. */
export const narrow = '(max-width: 900px)';
export const onePane = '(max-width: 719px)';

/** Width in px of what stands beside this part of the window and leaves it less; its style sheet sees the smaller container by itself. */
export const TakenWidth = createContext(0);

/** Whether the window matches a media query now, following its changes and what leaves room for less: the size of text, something beside. */
export function useMedia(query: string): boolean {
  const scale = useTextScale();
  const taken = use(TakenWidth);
  const scaled = query.replace(/(\d+)px/g, (_, px: string) => `${(Number(px) + taken) * scale}px`);
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
