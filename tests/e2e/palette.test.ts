import path from 'node:path';
import type { CDPSession, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LargeWindow, layVault } from '../bench/large-window.ts';
import { makeLogins, NEEDLE } from '../bench/logins.ts';
import { type Desk, makeDesk, type RealApp, startApp } from '../support/real-app.ts';
import { treeOf } from './screens/tree.ts';
import { axeFindings } from './story/axe.ts';

const COUNT = 10_000;
/** Searches that are timed, each of other words. */
const TIMED = 12;
const logins = makeLogins(COUNT);

let desk: Desk;
let app: RealApp;
let page: Page;
let cdp: CDPSession;

beforeAll(async () => {
  desk = await makeDesk();
  await layVault(desk, COUNT);
  app = await startApp(desk, path.resolve(import.meta.dirname, '../..'));
  ({ page } = app);
  page.setDefaultTimeout(20_000);
  await page.getByRole('main').first().waitFor();
  await new LargeWindow(page).unlock();
  cdp = await page.context().newCDPSession(page);
}, 120_000);

afterAll(async () => {
  await app?.close();
  await desk.remove();
});

const field = () => page.getByRole('combobox', { name: 'Find or do anything' });
const atHand = () => page.locator('.palette-row[aria-selected="true"]');

/** What a screen reader says is at hand: the option that the field with the focus points to. */
async function spoken(): Promise<string> {
  const { nodes } = await treeOf(cdp);
  const input = nodes.find(({ role }) => role?.value === 'combobox');
  const property = (node: typeof input, name: string): unknown => node?.properties?.find((one) => one.name === name)?.value;
  expect(property(input, 'focused')).toMatchObject({ value: true });
  expect(property(input, 'expanded')).toMatchObject({ value: true });
  const { relatedNodes } = property(input, 'activedescendant') as { relatedNodes: { backendDOMNodeId: number }[] };
  const option = nodes.find(
    (node) => (node as { backendDOMNodeId?: number }).backendDOMNodeId === relatedNodes[0]?.backendDOMNodeId,
  );
  expect(option?.role?.value).toBe('option');
  expect(property(option, 'selected')).toMatchObject({ value: true });
  return option?.name?.value ?? '';
}

/** Milliseconds from a text in the field to a row at hand that has it. */
function timed(text: string): Promise<number> {
  return page.evaluate(async (typed) => {
    const input = document.activeElement as HTMLInputElement;
    const begin = performance.now();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, typed);
    input.dispatchEvent(new Event('input', { bubbles: true }));
    const shown = (): string => document.querySelector('.palette-row[aria-selected="true"]')?.textContent ?? '';
    while (!shown().toLowerCase().includes(typed)) await new Promise(requestAnimationFrame);
    return performance.now() - begin;
  }, text);
}

describe(`the palette over ${COUNT} accounts, by keyboard alone`, { timeout: 60_000 }, () => {
  it('opens, finds, and tells a screen reader what is at hand', async () => {
    await page.keyboard.press('Control+k');
    await field().waitFor();
    await atHand().first().waitFor();
    await page.keyboard.type(NEEDLE);
    await atHand().filter({ hasText: NEEDLE }).waitFor();
    const first = await spoken();
    expect(first).toContain(NEEDLE);
    await page.keyboard.press('ArrowDown');
    const second = await spoken();
    expect(second).toContain(NEEDLE);
    expect(second).not.toBe(first);
    const tree = await treeOf(cdp);
    expect(tree.names('listbox')).toEqual(['Found']);
    expect(tree.names('group')).toContain('Accounts');
    expect(tree.names('main')).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('shows what more can be done, copies, and gives the focus back', async () => {
    await page.keyboard.press('ArrowRight');
    await page.getByRole('group', { name: /^More to do with/ }).waitFor();
    await page.keyboard.type('copy the pass');
    await atHand().filter({ hasText: 'Copy the password' }).waitFor();
    await page.keyboard.press('Enter');
    await page
      .getByRole('status')
      .filter({ hasText: /^Password copied/ })
      .waitFor();
    expect(await field().count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).not.toBe('combobox');
  });

  it('goes to a place, and Escape leaves it one step at a time', async () => {
    // As fast as hands can be: the letter is pressed in the same turn as the key that opens.
    const focused = await page.evaluate(() => {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', code: 'KeyK', ctrlKey: true, bubbles: true }));
      return document.activeElement?.getAttribute('role');
    });
    expect(focused).toBe('combobox');
    await page.keyboard.type('ledger');
    await atHand().filter({ hasText: 'Ledger' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Ledger', exact: true }).waitFor();
    await page.keyboard.press('Control+1');
    await page.getByRole('heading', { name: 'Accounts', exact: true }).waitFor();
    await page.keyboard.press('Control+f');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/account/i);
  });

  it('answers each letter at once', async () => {
    await page.keyboard.press('Control+k');
    await field().waitFor();
    const times: number[] = [];
    for (let n = 1; n <= TIMED; n++) {
      const username = logins[n * 777]?.username.split('@')[0] ?? '';
      times.push(await timed(username));
    }
    const sorted = times.toSorted((a, b) => a - b).map(Math.round);
    console.log(`palette at ${COUNT} accounts: median ${sorted[TIMED / 2]} ms, slowest ${sorted.at(-1)} ms of ${TIMED} searches`);
    expect(sorted[TIMED / 2]).toBeLessThan(2_000);
    await page.keyboard.press('Escape');
  });

  it('is the whole of a small window in quick access, over everything that was there', async () => {
    const quick = (on: boolean): void =>
      app.launched.shell.page.post(JSON.stringify({ event: 'quick', data: { on, key: 'taken' } }));
    await page.setViewportSize({ width: 640, height: 420 });
    quick(true);
    await page.getByRole('dialog', { name: 'Quick access' }).waitFor();
    await page.keyboard.type(NEEDLE);
    await atHand().filter({ hasText: NEEDLE }).waitFor();
    expect(await spoken()).toContain(NEEDLE);
    expect((await treeOf(cdp)).names('navigation')).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
    await expect.poll(() => page.locator('.palette-foot').innerText()).toMatch(/copy code.*user.*password.*more/s);
    await page.keyboard.press('Enter');
    await page
      .getByRole('status')
      .filter({ hasText: /^Code copied/ })
      .waitFor();
    quick(false);
    await page.getByRole('dialog', { name: 'Quick access' }).waitFor({ state: 'detached' });
  });
});
