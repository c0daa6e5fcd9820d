import { setTimeout as sleep } from 'node:timers/promises';
import type { Assets } from '../assets.ts';
import { AppPage } from './app-page.ts';
import { ORIGIN } from './bridge-script.ts';
import type { Browser } from './browser.ts';
import type { OnRefused } from './refusals.ts';

// Parts of the browser that are no page and must not be taken for one, nor closed.
const NOT_PAGES = ['browser_ui', 'tab', 'browser'].map((type) => ({ type, exclude: true }));

const ANSWER_MS = 20_000;

/**
 * Takes the first page the browser shows and arms it.
 * SECURITY: every other target, now or later, is one nobody asked for (popup, worker, frame of another site, developer tools). It
 * starts stopped and is closed.
 */
export async function attachPage(browser: Browser, assets: Assets, onRefused: OnRefused): Promise<AppPage> {
  const { cdp } = browser;
  let taken = false;
  const told = Promise.all([
    cdp.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true, filter: [...NOT_PAGES, {}] }),
    // SECURITY: an empty grant denies every permission, silently; without it a prompt would wait for the person.
    cdp.send('Browser.grantPermissions', { origin: ORIGIN, permissions: [] }),
    // SECURITY: nothing is ever downloaded; files are saved by the engine to a place of the person's choice.
    cdp.send('Browser.setDownloadBehavior', { behavior: 'deny' }),
  ]);
  const page = new Promise<AppPage>((done, reject) => {
    told.catch(reject);
    cdp.on('Target.attachedToTarget', ({ session, params: { sessionId, targetInfo } }) => {
      if (!taken && session === null && targetInfo.type === 'page') {
        taken = true;
        const one = new AppPage(cdp, sessionId, targetInfo.targetId, onRefused);
        one.arm(assets, told);
        return done(one);
      }
      onRefused({ what: 'target', detail: `${targetInfo.type} ${targetInfo.url}` });
      cdp.tell('Target.closeTarget', { targetId: targetInfo.targetId });
    });
  });
  return Promise.race([
    page,
    browser.ended.then(() => fail('it ended')),
    // A policy of the machine may forbid what drives the browser here; it then stays silent.
    sleep(ANSWER_MS, undefined, { ref: false }).then(() => fail('it did not answer')),
  ]);
}

function fail(why: string): never {
  throw new Error(why);
}
