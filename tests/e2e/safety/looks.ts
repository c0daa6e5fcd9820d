import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { axeFindings } from '../story/axe.ts';

/** Where pictures go, light and dark, wide and narrow; none are taken when it is not told. */
const PICTURES = process.env['PICTURES'] === '' ? undefined : process.env['PICTURES'];
const SIZES = {
  wide: { width: 1180, height: 760 },
  narrow: { width: 720, height: 760 },
  small: { width: 590, height: 760 },
} as const;

/** What axe found on the screens of one test file. */
export interface Looks {
  /** Looks at a screen as it stands, in light and in dark. `like` another that was looked at: only in the full tier, or for its picture. */
  at(page: Page, name: string, of?: 'new' | 'like'): Promise<void>;
  readonly findings: readonly string[];
  readonly screens: number;
}

export function startLooks(): Looks {
  const findings: string[] = [];
  let screens = 0;
  return {
    findings,
    get screens() {
      return screens;
    },
    async at(page, name, of = 'new') {
      if (of === 'like' && process.env['SLOW'] !== '1' && PICTURES === undefined) return;
      screens++;
      findings.push(...(await axeFindings(page)).map((finding) => `${name}: ${finding}`));
      if (PICTURES !== undefined) await takePictures(page, name, PICTURES);
    },
  };
}

async function takePictures(page: Page, name: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [width, size] of Object.entries(SIZES)) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      // Controls change their ground over a few frames.
      await page.waitForTimeout(300);
      await page.screenshot({ path: path.join(folder, `${name}-${width}-${colorScheme}.png`) });
    }
  }
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize(SIZES.wide);
}
