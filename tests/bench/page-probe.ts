import type { Page } from 'playwright';
import { BRIDGE, type Bridge } from '../../shared/port.ts';

/** How a page kept up with a person: times in ms. */
export interface Smoothness {
  /** Frames drawn, and the time between two of them. */
  readonly frames: number;
  readonly usual: number;
  readonly slowest: number;
  /** Work that kept the page from answering for 50 ms or more. */
  readonly longTasks: number;
  readonly longest: number;
  /** From a key, a press or a wheel turn to what it showed, the slowest; 0 when none took 16 ms. */
  readonly input: number;
  /** Lists of accounts the engine sent meanwhile. */
  readonly lists: number;
}

interface Probe {
  frames: number[];
  long: number[];
  input: number[];
  lists: number;
  progress: number[];
  running: boolean;
}
type Probed = typeof globalThis & { probe: Probe };

/** Begins to listen to what comes from the engine and to what the page is kept from. Once for each document. */
export async function installProbe(page: Page): Promise<void> {
  await page.evaluate((name) => {
    const scope = globalThis as Probed;
    const probe: Probe = { frames: [], long: [], input: [], lists: 0, progress: [], running: false };
    scope.probe = probe;
    (scope as unknown as Record<string, Bridge>)[name]?.onMessage((from, text) => {
      if (from !== 'engine') return;
      const { event, data, ok } = JSON.parse(text) as { event?: string; data?: { done: number }; ok?: { rows?: unknown } };
      if (event === 'progress' && data !== undefined) probe.progress.push(data.done);
      if (ok?.rows !== undefined) probe.lists++;
    });
    const follow = (type: string, into: number[], more: object): void =>
      new PerformanceObserver((list) => into.push(...list.getEntries().map(({ duration }) => duration))).observe({ type, ...more });
    follow('longtask', probe.long, {});
    follow('event', probe.input, { durationThreshold: 16 });
  }, BRIDGE);
}

/** Parts of the opening the engine told of so far, in hundredths. */
export function progressTold(page: Page): Promise<number[]> {
  return page.evaluate(() => (globalThis as Probed).probe.progress);
}

/** Measures the page while something is done with it. */
export async function smoothness(page: Page, act: () => Promise<unknown>): Promise<Smoothness> {
  await page.evaluate(() => {
    const { probe } = globalThis as Probed;
    Object.assign(probe, { lists: 0, running: true });
    for (const list of [probe.frames, probe.long, probe.input]) list.length = 0;
    let last = performance.now();
    const tick = (now: number): void => {
      probe.frames.push(now - last);
      last = now;
      if (probe.running) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await act();
  return page.evaluate(async () => {
    const { probe } = globalThis as Probed;
    probe.running = false;
    // Observers are told late.
    await new Promise((done) => setTimeout(done, 200));
    const most = (values: readonly number[]): number => Math.round(Math.max(0, ...values));
    const sorted = probe.frames.toSorted((a, b) => a - b);
    return {
      frames: sorted.length,
      usual: Math.round(sorted[sorted.length >> 1] ?? 0),
      slowest: most(sorted),
      longTasks: probe.long.length,
      longest: most(probe.long),
      input: most(probe.input),
      lists: probe.lists,
    };
  });
}

/** Searches again and again for what was never searched, for so many ms; the longest the engine took to answer. */
export function slowestAnswer(page: Page, during: number): Promise<number> {
  return page.evaluate(
    async ({ name, during }) => {
      const bridge = (globalThis as unknown as Record<string, Bridge>)[name];
      if (bridge === undefined) throw new Error('no bridge');
      // Far above any id the page's own client gets to.
      const first = 1_000_000_000;
      const answered = new Map<number, () => void>();
      const stop = bridge.onMessage((from, text) => {
        if (from === 'engine') answered.get((JSON.parse(text) as { id?: number }).id ?? 0)?.();
      });
      let slowest = 0;
      const end = performance.now() + during;
      for (let id = first; performance.now() < end; id++) {
        const start = performance.now();
        const params = { query: `${id}`, sort: 'title', trashed: false, offset: 0, limit: 50 };
        const answer = new Promise<void>((done) => answered.set(id, done));
        bridge.post('engine', JSON.stringify({ id, call: 'accounts.list', params }));
        await answer;
        slowest = Math.max(slowest, performance.now() - start);
        await new Promise((done) => setTimeout(done, 50));
      }
      stop();
      return slowest;
    },
    { name: BRIDGE, during },
  );
}

/** Bytes of the page's JavaScript heap after a collection. */
export async function heapBytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return usedSize;
  } finally {
    await session.detach();
  }
}
