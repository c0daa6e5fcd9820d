/** Whether the person last used keys or a pointer; the list of a one-pane window opens by a press, not by an arrow. */
let last: 'keys' | 'pointer' = 'keys';

if (typeof window !== 'undefined') {
  window.addEventListener('keydown', () => (last = 'keys'), { capture: true });
  window.addEventListener('pointerdown', () => (last = 'pointer'), { capture: true });
}

/** The kind of input used last. */
export function lastInput(): 'keys' | 'pointer' {
  return last;
}
