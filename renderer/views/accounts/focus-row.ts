/** Puts the focus into the list of accounts, on the row that is shown. */
export function focusRow(): void {
  document.querySelector<HTMLElement>('[data-pane="list"] [role="option"][tabindex="0"]')?.focus();
}
