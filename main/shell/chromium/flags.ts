const FEATURES_OFF = [
  'AimEnabled',
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'DialMediaRouteProvider',
  'InterestFeedContentSuggestions',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PreconnectToSearch',
  // A renderer kept in reserve would outlive the page's.
  'SpareRendererForSitePerProcess',
  'Translate',
];

/** How the browser is to be started. */
export interface FlagOptions {
  readonly profile: string;
  readonly headless: boolean;
  /** True only for root, under whom Chromium's sandbox does not start. */
  readonly noSandbox: boolean;
  /** In CSS pixels. */
  readonly size: { readonly width: number; readonly height: number };
}

/** Chromium's command line for one window of ours. */
export function chromiumFlags({ profile, headless, noSandbox, size }: FlagOptions): string[] {
  return [
    // SECURITY: a pipe that only this process holds, never a TCP port.
    '--remote-debugging-pipe',
    // SECURITY: our own empty profile: no extension, cookie, saved password or history of the person's browser, and none left behind.
    `--user-data-dir=${profile}`,
    // A data: address gives an app window; about:blank would give a tab strip.
    '--app=data:text/html,',
    '--class=latchkey',
    `--window-size=${size.width},${size.height}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--no-service-autorun',
    '--disable-search-engine-choice-screen',
    // The person's keyring is not asked for a browser that keeps nothing.
    '--password-store=basic',
    '--use-mock-keychain',
    // SECURITY: no network. The browser's own services are off, every name fails, and what is left goes to a proxy that is not there.
    '--disable-background-networking',
    '--disable-breakpad',
    '--disable-client-side-phishing-detection',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-field-trial-config',
    '--disable-pings',
    '--disable-quic',
    '--disable-sync',
    '--media-router=0',
    '--metrics-recording-only',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--proxy-server=127.0.0.1:9',
    '--proxy-bypass-list=<-loopback>',
    '--webrtc-ip-handling-policy=disable_non_proxied_udp',
    // Silences the bar that warns of --host-resolver-rules.
    '--test-type',
    '--disable-extensions',
    '--disable-component-extensions-with-background-pages',
    `--disable-features=${FEATURES_OFF.join(',')}`,
    // SECURITY: a page that was left must be gone, not kept for "back".
    '--disable-back-forward-cache',
    '--disk-cache-size=1',
    '--disable-gpu-shader-disk-cache',
    ...(headless ? ['--headless', '--hide-scrollbars', '--mute-audio'] : []),
    ...(noSandbox ? ['--no-sandbox'] : []),
  ];
}

const PLACES: readonly string[] = [
  // The binary itself, because Debian's /usr/bin/chromium is a script that adds keys, extensions and flags.
  '/usr/lib/chromium/chromium',
  '/usr/lib/chromium-browser/chromium-browser',
  '/opt/google/chrome/chrome',
  '/opt/microsoft/msedge/msedge',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Where a Chromium is: the one asked for, else the first of the usual places; null when there is none. */
export function findChromium(asked: string | undefined, exists: (path: string) => boolean): string | null {
  if (asked !== undefined && asked !== '') return exists(asked) ? asked : null;
  return PLACES.find((place) => exists(place)) ?? null;
}

/**
 * The environment Chromium gets.
 * SECURITY: without what sends its traffic, keys or crashes elsewhere, loads foreign code, or adds flags to ours.
 */
export function chromiumEnvironment(from: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const dropped = /^(GOOGLE_|CHROM(E|IUM)_|BREAKPAD_|NODE_|LD_PRELOAD$|LD_AUDIT$|SSLKEYLOGFILE$|.*_proxy$)/i;
  return Object.fromEntries(Object.entries(from).filter(([name]) => !dropped.test(name)));
}
