import { create } from 'zustand';
import type { Settings } from '../../shared/settings.ts';

/** How much larger each size of text draws the page; `larger` is the 200 % that WCAG asks for. The style sheet has the same numbers. */
export const TEXT_SCALE: Readonly<Record<Settings['textSize'], number>> = { normal: 1, large: 1.4, larger: 2 };

const useStore = create<{ readonly scale: number }>(() => ({ scale: 1 }));

/** How much larger than usual the page is drawn, followed. */
export function useTextScale(): number {
  return useStore((state) => state.scale);
}

/** Puts theme, contrast, text size and motion on the page's root. Returns what stops following the system's own contrast. */
export function showLook({ theme, contrast, textSize, motion }: Settings): () => void {
  const root = document.documentElement;
  const wish = matchMedia('(prefers-contrast: more)');
  const follow = (): void => put(root, 'contrast', contrast === 'high' || (contrast === 'system' && wish.matches) ? 'high' : null);
  put(root, 'theme', theme === 'system' ? null : theme);
  put(root, 'text', textSize === 'normal' ? null : textSize);
  put(root, 'motion', motion === 'system' ? null : motion);
  useStore.setState({ scale: TEXT_SCALE[textSize] });
  follow();
  wish.addEventListener('change', follow);
  return () => wish.removeEventListener('change', follow);
}

function put(root: HTMLElement, name: string, value: string | null): void {
  if (value === null) delete root.dataset[name];
  else root.dataset[name] = value;
}
