import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { CDPSession, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, makeDesk, putVault, type RealApp, startApp } from '../support/real-app.ts';
import { WORLD_PASSWORD } from '../support/session-world.ts';
import { BEFORE, SCREENS, type Screen } from './screens/places.ts';
import { bare, NOW, studio } from './screens/studio.ts';
import { treeFaults, treeOf, walk } from './screens/tree.ts';
import { axeFindings } from './story/axe.ts';

/** Where the pictures go: `PICTURES=docs/pictures`; none are taken when it is not told. */
const PICTURES = process.env['PICTURES'] === '' ? undefined : process.env['PICTURES'];
const WIDTHS = { 1180: 760, 760: 760 } as const;
const root = path.resolve(import.meta.dirname, '../..');

interface Window {
  readonly desk: Desk;
  readonly app: RealApp;
  readonly page: Page;
  readonly cdp: CDPSession;
}

/** The app on a vault, or on a computer without one, at the time the vault was filled for. */
async function openOn(bytes: Uint8Array | null): Promise<Window> {
  const desk = await makeDesk();
  if (bytes !== null) await putVault(desk, bytes);
  const zone = process.env['TZ'];
  process.env['TZ'] = 'Europe/Berlin';
  const app = await startApp(desk, root, { clockOffset: NOW - Math.floor(Date.now() / 1000) });
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
  const { page } = app;
  page.setDefaultTimeout(20_000);
  if (bytes === null) await page.getByRole('main').first().waitFor();
  else await unlock(page);
  return { desk, app, page, cdp: await page.context().newCDPSession(page) };
}

async function unlock(page: Page): Promise<void> {
  await page
    .getByLabel(/passphrase/i)
    .first()
    .fill(WORLD_PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').first().waitFor();
}

/** Rests until the screen stands still: its rows are there, nothing moves. */
async function still(page: Page): Promise<void> {
  await page.mouse.move(600, 755);
  await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
  await page.waitForTimeout(250);
}

async function takePictures(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return;
  const folder = path.resolve(root, PICTURES);
  mkdirSync(folder, { recursive: true });
  if ((await page.getByRole('button', { name: /^Conceal/ }).count()) > 0) throw new Error(`${name} would show a secret`);
  await page.locator('.toast').waitFor({ state: 'detached' });
  for (const [width, height] of Object.entries(WIDTHS)) {
    await page.setViewportSize({ width: Number(width), height });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.waitForTimeout(250);
      await page.screenshot({ path: path.join(folder, `${name}-${width}-${colorScheme}.png`) });
    }
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  await page.setViewportSize({ width: 1180, height: 760 });
}

/** Whether anything is cut off or has to be scrolled sideways in a window so wide; 590 is what 200 % leaves of 1180. */
async function sideways(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 760 });
  await page.waitForTimeout(120);
  const wider = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main, .scroll, [data-pane]')]
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible')
      .map((one) => `${one.tagName.toLowerCase()}.${one.className} ${one.scrollWidth} in ${one.clientWidth}`),
  );
  await page.setViewportSize({ width: 1180, height: 760 });
  return wider.map((what) => `${width} wide: ${what}`);
}

/** Everything a screen is asked. */
async function faultsOf({ page, cdp }: Window, over: boolean, deep: boolean): Promise<{ stops: number; faults: string[] }> {
  const { stops, faults } = await walk(page);
  return {
    stops,
    faults: [
      ...faults,
      ...treeFaults(await treeOf(cdp), over),
      ...(await sideways(page, 760)),
      ...(await sideways(page, 590)),
      ...(await axeFindings(page)),
      ...(deep ? await inHighContrast(page) : []),
    ],
  };
}

/** What is wrong with a screen also once it has rested: on a busy machine it may be looked at while it is still being laid out. */
async function lastingFaults(window: Window, over: boolean, deep: boolean): ReturnType<typeof faultsOf> {
  for (let rest = 0; rest < 2; rest++) {
    const found = await faultsOf(window, over, deep);
    if (found.faults.length === 0) return found;
    console.log(`looked at again: ${found.faults.join('; ')}`);
    await window.page.waitForTimeout(1500);
    await still(window.page);
  }
  return faultsOf(window, over, deep);
}

/** Closes what stands over the view; the first Escape may take a tooltip away. */
async function leave(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  for (let tries = 0; tries < 3 && (await dialog.count()) > 0; tries++) {
    await page.keyboard.press('Escape');
    await page.waitForTimeout(200);
  }
  await dialog.waitFor({ state: 'detached' });
}

async function inHighContrast(page: Page): Promise<string[]> {
  await page.evaluate(() => (document.documentElement.dataset['contrast'] = 'high'));
  const findings = await axeFindings(page);
  await page.evaluate(() => delete document.documentElement.dataset['contrast']);
  return findings.map((line) => `high contrast: ${line}`);
}

function look(
  what: string,
  screens: readonly Screen[],
  fill: () => Promise<{ readonly bytes: Uint8Array | null }>,
  suffix: string,
): void {
  describe(what, { timeout: 60_000 }, () => {
    let window: Window;
    let stops = 0;
    beforeAll(async () => {
      window = await openOn((await fill()).bytes);
    }, 60_000);
    afterAll(async () => {
      console.log(`${what}: ${screens.length} screens, ${stops} stops by Tab`);
      await window?.app.close();
      await window?.desk.remove();
    });
    it.each(screens.map((screen) => [screen.name, screen] as const))(
      '%s reads right, by eye, by keys and aloud',
      async (name, screen) => {
        await screen.to(window.page);
        await still(window.page);
        await takePictures(window.page, `${name}${suffix}`);
        const found = await lastingFaults(window, screen.over === true, suffix === '');
        if (screen.over) await leave(window.page);
        stops += found.stops;
        expect(found.faults).toEqual([]);
      },
    );
  });
}

look('every screen before there is a vault', BEFORE, () => Promise.resolve({ bytes: null }), '');
look('every screen of a full vault', SCREENS, studio, '');
look(
  'every screen of an empty vault',
  SCREENS.filter((screen) => screen.bare),
  bare,
  '-empty',
);
