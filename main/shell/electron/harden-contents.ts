import type { WebContents } from 'electron';

/** Ties any web contents to the document it was given: it opens nothing, goes nowhere and embeds nothing. */
export function hardenContents(contents: WebContents): void {
  // SECURITY: no window but ours; links go through `links.open`, which shows the host first.
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // SECURITY: a page that navigates would keep its preload and take the bridge with it.
  contents.on('will-navigate', (event) => event.preventDefault());
  // SECURITY: the same for sub-frames, which `will-navigate` does not tell of.
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  // SECURITY: a redirect is a navigation that was allowed as something else.
  contents.on('will-redirect', (event) => event.preventDefault());
  // SECURITY: a webview is a browser inside the page, with preferences of its own.
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // SECURITY: WebRTC would tell the machine's addresses to whom the page likes.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
