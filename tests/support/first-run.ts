import type { Page } from 'playwright';

/** Answers what is asked first on a computer without a vault: what one does with Latchkey. */
export async function chooseUse(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Keep passwords and codes/ }).click();
}
