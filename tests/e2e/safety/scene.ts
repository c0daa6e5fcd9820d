import { afterAll, afterEach, beforeEach, expect } from 'vitest';
import { type Looks, startLooks } from './looks.ts';
import { makePlace, type Place } from './place.ts';
import type { SafetyWindow } from './window.ts';

/** What the tests of one file share: a desk of its own for each of them, the window that is open at it, and the looks at all screens. */
export interface Scene {
  /** Made anew before each test, and removed after it. */
  place: Place;
  /** Closed after each test, when one was opened. */
  window: SafetyWindow | null;
  readonly looks: Looks;
}

/** Sets the scene for the tests of the describe block it is called in: a vault with accounts of these titles; axe must find nothing on any screen. */
export function setScene(titles: readonly string[]): Scene {
  const scene: Scene = { place: undefined as unknown as Place, window: null, looks: startLooks() };
  beforeEach(async () => {
    scene.place = await makePlace([...titles]);
  });
  afterEach(async () => {
    await scene.window?.close();
    scene.window = null;
    await scene.place.desk.remove();
  });
  afterAll(() => {
    const { screens, findings } = scene.looks;
    console.log(`axe: ${screens} screens, light and dark, ${findings.length} findings`);
    expect(findings).toEqual([]);
  });
  return scene;
}
