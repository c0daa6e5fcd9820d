// Draws the tray's icons into build/tray: `node build/tray-icons.mjs`, after a change of the shapes below. Needs the system's Chromium.
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright';
import { BROWSER_PLACES, root } from './setup.mjs';

/** A key whose bow is a ring: open with a bead on it, closed without one. */
const BOW = {
  open: '<path d="M11.68 5.49A3.7 3.7 0 1 1 8.51 1.44"/><circle cx="11.14" cy="3.14" r="1.35" fill="currentColor" stroke="none"/>',
  locked: '<circle cx="8" cy="5.1" r="3.7"/>',
};
const SHAFT = '<path d="M8 8.8V16M8 11.4h3.6M8 14h2.6"/>';
/** Something waits. */
const DOT = '<circle cx="13.7" cy="13.7" r="2" fill="currentColor" stroke="none"/>';
/** Ink for template images, of which macOS takes the alpha alone, and one that has 3:1 on white and on near-black panels alike. */
const INKS = { Template: '#000000', '': '#178573' };

/** @param {keyof typeof BOW} bow @param {boolean} waits @param {string} ink */
const svg = (bow, waits, ink) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.6" color="${ink}">${BOW[bow]}${SHAFT}${waits ? DOT : ''}</svg>`;

const executablePath = BROWSER_PLACES.find((place) => existsSync(place));
const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
for (const scale of [1, 2]) {
  const page = await browser.newPage({ viewport: { width: 16, height: 16 }, deviceScaleFactor: scale });
  for (const bow of /** @type {const} */ (['open', 'locked'])) {
    for (const waits of [false, true]) {
      for (const [suffix, ink] of Object.entries(INKS)) {
        await page.setContent(`<body style="margin:0;line-height:0">${svg(bow, waits, ink)}</body>`);
        const name = `${bow}${waits ? 'Waits' : ''}${suffix}${scale === 1 ? '' : `@${scale}x`}.png`;
        writeFileSync(path.join(root, 'build/tray', name), await page.screenshot({ omitBackground: true }));
      }
    }
  }
}
await browser.close();
