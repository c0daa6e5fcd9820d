import type { Assets } from '../assets.ts';
import { AppPage } from './app-page.ts';
import { ORIGIN } from './bridge-script.ts';
import type { Browser } from './browser.ts';
import type { OnRefused } from './refusals.ts';

// Parts of the browser that are no page and must not be taken for one, nor closed.
const NOT_PAGES = ['browser_ui', 'tab', 'browser'].map((type) => ({ type, exclude: true }));

/**
 * Takes the first page the browser shows and arms it.
 * SECURITY: every other target, now or later, is one nobody asked for (popup, worker, frame of another site, developer tools). It
 * starts stopped and is closed.
 */
export async function attachPage(browser: Browser, assets: Assets, onRefused: OnRefused): Promise<AppPage> {
  const { cdp } = browser;
  let taken = false;
  const page = new Promise<AppPage>((done) => {
    cdp.on('Target.attachedToTarget', ({ session, params: { sessionId, targetInfo } }) => {
      if (!taken && session === null && targetInfo.type === 'page') {
        taken = true;
        return done(new AppPage(cdp, sessionId, targetInfo.targetId, onRefused));
      }
      onRefused({ what: 'target', detail: `${targetInfo.type} ${targetInfo.url}` });
      cdp.tell('Target.closeTarget', { targetId: targetInfo.targetId });
    });
  });
  const ended = browser.ended.then(() => {
    throw new Error('the browser ended');
  });
  // Once the page is there, its end is no error of this function's.
  ended.catch(() => {});
  await Promise.race([
    ended,
    Promise.all([
      cdp.send('Target.setAutoAttach', {
        autoAttach: true,
        waitForDebuggerOnStart: true,
        flatten: true,
        filter: [...NOT_PAGES, {}],
      }),
      // SECURITY: an empty grant denies every permission, silently; without it a prompt would wait for the person.
      cdp.send('Browser.grantPermissions', { origin: ORIGIN, permissions: [] }),
      // SECURITY: nothing is ever downloaded; files are saved by the engine to a place of the person's choice.
      cdp.send('Browser.setDownloadBehavior', { behavior: 'deny' }),
    ]),
  ]);
  const found = await Promise.race([ended, page]);
  await found.arm(assets);
  return found;
}
