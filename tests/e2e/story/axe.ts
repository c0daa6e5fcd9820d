import axe from 'axe-core';
import type { Page } from 'playwright';

/** What axe finds wrong with a page as it stands, in light and in dark: one line each, none when all is well. */
export async function axeFindings(page: Page): Promise<string[]> {
  const findings: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    // Controls change their ground over a few frames unless motion is reduced; a colour caught half-way belongs to neither theme.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.waitForTimeout(60);
    if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
    const violations = await page.evaluate(async () => {
      const { axe: engine } = globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await engine.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
    });
    findings.push(...violations.map((line) => `${colorScheme} ${line}`));
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  return findings;
}
