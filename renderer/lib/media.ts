import { useCallback, useSyncExternalStore } from 'react';

/** The two widths at which the window changes shape, as media queries: icons instead of words, then one pane. */
export const narrow = '(max-width: 900px)';
export const onePane = '(max-width: 719px)';

/** Whether the window matches a media query now, following its changes. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (tell: () => void) => {
      const list = matchMedia(query);
      list.addEventListener('change', tell);
      return () => list.removeEventListener('change', tell);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
