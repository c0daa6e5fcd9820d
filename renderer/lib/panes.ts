const stops =
  '[aria-current], [aria-selected="true"], [tabindex="0"], input:not([tabindex="-1"]), button:not([tabindex="-1"]), a[href], textarea';

/** Moves the focus to the next pane that can be seen, round and round: rail, list, detail. */
export function focusNextPane(): void {
  const panes = [...document.querySelectorAll<HTMLElement>('nav.rail, [data-pane]')].filter(
    (pane) => pane.checkVisibility?.() ?? true,
  );
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  for (let step = 1; step <= panes.length; step++) {
    const pane = panes[(at + step) % panes.length];
    const stop = pane?.matches('nav.rail') ? pane.querySelector<HTMLElement>('[aria-current]') : null;
    const first = stop ?? pane?.querySelector<HTMLElement>(stops);
    if (first) return first.focus();
  }
}
