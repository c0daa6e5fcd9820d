import type { Page } from 'playwright';

const MARK = 'kept-by-the-attacker';

/** Leaves something to be found by the page after the lock, in every place a page can write to; gives the places that took it. */
export function stash(page: Page): Promise<string[]> {
  return page.evaluate(async (mark) => {
    const places: Record<string, () => unknown> = {
      localStorage: () => localStorage.setItem('x', mark),
      sessionStorage: () => sessionStorage.setItem('x', mark),
      cookie: () => {
        document.cookie = `x=${mark}; max-age=3600; secure`;
        if (!document.cookie.includes(mark)) throw new Error('not taken');
      },
      name: () => {
        window.name = mark;
      },
      history: () => history.pushState({ mark }, '', '#kept'),
      cache: async () => (await caches.open('x')).put('/x', new Response(mark)),
      database: () =>
        new Promise((done, fail) => {
          const request = indexedDB.open('x');
          request.addEventListener('upgradeneeded', () => request.result.createObjectStore('x'));
          request.addEventListener('success', () => {
            const change = request.result.transaction('x', 'readwrite');
            change.objectStore('x').put(mark, 'x');
            change.addEventListener('complete', done);
          });
          request.addEventListener('error', fail);
        }),
      files: async () => {
        const handle = await (await navigator.storage.getDirectory()).getFileHandle('x', { create: true });
        const file = await handle.createWritable();
        await file.write(mark);
        await file.close();
      },
    };
    const took: string[] = [];
    for (const [name, write] of Object.entries(places)) {
      const done = (async () => write())();
      if ((await evil.kept(done, 1500)) === 'got') took.push(name);
    }
    setInterval(() => window.latchkey?.post('engine', '{"id":900000900,"call":"vault.state","params":{}}'), 20);
    Reflect.set(window, 'stillHere', true);
    return took;
  }, MARK);
}

/** Which of those places still hold it for the page that came after the lock. */
export function found(page: Page): Promise<string[]> {
  return page.evaluate(async (mark) => {
    const places: Record<string, () => unknown> = {
      localStorage: () => localStorage.getItem('x'),
      sessionStorage: () => sessionStorage.getItem('x'),
      cookie: () => document.cookie,
      name: () => window.name,
      state: () => JSON.stringify(history.state),
      address: () => location.href,
      cache: async () => (await caches.match('/x'))?.text(),
      database: () =>
        new Promise((done, fail) => {
          const request = indexedDB.open('x');
          request.addEventListener('error', fail);
          request.addEventListener('success', () => {
            const get = request.result.transaction('x').objectStore('x').get('x');
            get.addEventListener('success', () => done(get.result));
          });
        }),
      files: async () => (await (await (await navigator.storage.getDirectory()).getFileHandle('x')).getFile()).text(),
      script: () => (Reflect.get(window, 'stillHere') === true || 'evil' in window ? mark : ''),
    };
    const kept: string[] = [];
    for (const [name, read] of Object.entries(places)) {
      const wait = new Promise((done) => setTimeout(done, 1500));
      const text = await Promise.race([(async () => read())().catch(() => ''), wait]);
      if (String(text).includes(mark)) kept.push(name);
    }
    return kept;
  }, MARK);
}

/** Whether going back leads to what the earlier page left in its history. */
export async function foundBehind(page: Page): Promise<string[]> {
  const seen: string[] = [];
  for (let steps = 0; steps < 3; steps++) {
    await page.evaluate(() => void setTimeout(() => history.back())).catch(() => undefined);
    await page.waitForTimeout(400);
    seen.push(page.url(), await page.evaluate(() => JSON.stringify(history.state)).catch(() => ''));
  }
  return seen.filter((each) => each.includes(MARK) || each.includes('#kept'));
}
