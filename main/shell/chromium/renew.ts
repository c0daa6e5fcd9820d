import type { AppPage } from './app-page.ts';
import type { Cdp } from './cdp.ts';
import { whenGone } from './processes.ts';

const LEAVE_MS = 1500;
const KILL_MS = 3000;

/** The processes that run pages. */
export async function rendererPids(cdp: Cdp): Promise<number[]> {
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo', {});
  return processInfo.filter((info) => info.type === 'renderer').map((info) => info.id);
}

/**
 * Ends the page's process and loads the page anew in the same window. A document without origin is shown first, which Chromium puts
 * into a process of its own; the old one then has nothing to do and ends. Throws when it does not.
 * SECURITY: what JavaScript held cannot be wiped, so a process that lingers or hangs is killed.
 */
export async function renewPage(cdp: Cdp, page: AppPage): Promise<void> {
  const old = await rendererPids(cdp);
  // Not waited for: a page that hangs may not let itself be left.
  page.blank().catch(() => {});
  const lingering = await whenGone(old, LEAVE_MS);
  for (const pid of lingering) kill(pid);
  if ((await whenGone(lingering, KILL_MS)).length > 0) throw new Error('the old page would not end');
  await page.load();
  // SECURITY: an entry of the history keeps an address and a state of the old page's choosing, and "back" would show it.
  await page.send('Page.resetNavigationHistory', {});
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself meanwhile.
  }
}
