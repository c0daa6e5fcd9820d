import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { openingAt, SMALLEST, USUAL_SIZE } from '../../main/shell/electron/window-place.ts';
import { desktop } from '../support/fake-electron/desktop.ts';
import { type ElectronDriver, electronDriver } from '../support/electron-driver.ts';

const area = { x: 0, y: 25, width: 1920, height: 1055 };
const second = { x: 1920, y: 0, width: 1280, height: 1024 };
const place = { x: 200, y: 150, width: 1000, height: 700, maximised: false };

describe('a window opens', () => {
  it('where it stood', () => {
    expect(openingAt(place, [area])).toEqual(place);
    expect(openingAt({ ...place, x: 2000, maximised: true }, [area, second])).toEqual({ ...place, x: 2000, maximised: true });
  });

  it.each([
    ['on a screen that is gone', { ...place, x: 2000 }],
    ['below the last line', { ...place, y: 1070 }],
    ['above the first line, where no hand reaches its bar', { ...place, y: -40 }],
    ['but for a strip beside the screen', { ...place, x: 1900 }],
  ])('at its usual size and where the system likes when it stood %s', (_where, stood) => {
    expect(openingAt(stood, [area])).toEqual({ ...USUAL_SIZE, maximised: false });
  });

  it('no larger than its screen', () => {
    expect(openingAt({ ...place, width: 5000, height: 4000 }, [area])).toEqual({ ...place, width: 1920, height: 1055 });
  });

  it.each([
    undefined,
    null,
    'wide',
    [],
    { ...place, width: 10 },
    { ...place, height: 1e9 },
    { ...place, x: 1.5 },
    { ...place, y: Number.NaN },
    { ...place, maximised: 1 },
    { ...place, url: 'https://example.com/' },
  ])('as if nothing were remembered with %j', (value) => {
    expect(openingAt(value, [area])).toEqual({ ...USUAL_SIZE, maximised: false });
  });

  it('within reach, whatever the screens are', () => {
    const n = (min: number, max: number) => fc.integer({ min, max });
    const stood = fc.record({
      x: n(-9000, 9000),
      y: n(-9000, 9000),
      width: n(0, 9000),
      height: n(0, 9000),
      maximised: fc.boolean(),
    });
    const areas = fc.array(fc.record({ x: n(-4000, 4000), y: n(-4000, 4000), width: n(640, 4000), height: n(480, 3000) }), {
      maxLength: 3,
    });
    let placed = 0;
    fc.assert(
      fc.property(stood, areas, (value, screens) => {
        const { x, y, width, height } = openingAt(value, screens);
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(SMALLEST);
        if (x === undefined || y === undefined) return;
        placed++;
        const reached = screens.some((s) => y >= s.y && y < s.y + s.height && x < s.x + s.width && x + width > s.x);
        expect(reached).toBe(true);
      }),
      { numRuns: 2000 },
    );
    console.log(`places: 2000 tried, ${placed} of them on a screen`);
    expect(placed).toBeGreaterThan(50);
  });
});

describe('the place of the window', () => {
  let driver: ElectronDriver;
  afterEach(async () => {
    await driver.shell.close();
    await driver.dispose();
    desktop.areas = [area];
  });
  const kept = async (): Promise<unknown> => JSON.parse(await readFile(path.join(driver.folder, 'window.json'), 'utf8'));

  it('is remembered in the profile when the app ends, with nothing else beside it', async () => {
    driver = await electronDriver();
    await driver.shell.open();
    expect(driver.window().options).toMatchObject(USUAL_SIZE);
    driver.window().setBounds({ x: 300, y: 200, width: 900, height: 640 });
    driver.window().maximize();
    await driver.shell.close();
    expect(await kept()).toEqual({ x: 300, y: 200, width: 900, height: 640, maximised: true });
  });

  it('is taken again, maximised only when it is shown', async () => {
    driver = await electronDriver();
    await writeFile(path.join(driver.folder, 'window.json'), JSON.stringify({ ...place, maximised: true }));
    await driver.shell.open();
    expect(driver.window().options).toMatchObject({ x: 200, y: 150, width: 1000, height: 700, show: false });
    expect([driver.window().visible, driver.window().maximized]).toEqual([true, true]);
  });

  it('keeps no app from ending where it cannot be written', async () => {
    driver = await electronDriver();
    await driver.shell.open();
    await writeFile(path.join(driver.folder, 'window.json'), 'x');
    await driver.dispose();
    await driver.shell.close();
    expect(() => driver.window().webContents).toThrow('destroyed');
  });
});
