import { expect, it } from 'vitest';
import { chromiumEnvironment, chromiumFlags, findChromium } from '../../../main/shell/chromium/flags.ts';

const options = { profile: '/p', headless: false, noSandbox: false, size: { width: 800, height: 600 } };

it('uses a pipe and no port, and keeps the sandbox', () => {
  const flags = chromiumFlags(options);
  expect(flags).toContain('--remote-debugging-pipe');
  expect(
    flags.filter((flag) => /remote-debugging-port|remote-debugging-address|sandbox|disable-web-security|headless/.test(flag)),
  ).toEqual([]);
});

it('drops the sandbox and the window only when told', () => {
  const flags = chromiumFlags({ ...options, noSandbox: true, headless: true });
  expect(flags).toEqual(expect.arrayContaining(['--no-sandbox', '--headless']));
});

it('takes the browser asked for or none, and else the first there is', () => {
  expect(findChromium('/my/chromium', (file) => file === '/my/chromium')).toBe('/my/chromium');
  expect(findChromium('/missing', (file) => file !== '/missing')).toBe(null);
  expect(findChromium(undefined, (file) => file === '/usr/bin/chromium')).toBe('/usr/bin/chromium');
  expect(findChromium('', () => true)).toBe('/usr/lib/chromium/chromium');
  expect(findChromium(undefined, () => false)).toBe(null);
});

it('gives the browser an environment without foreign code, keys, flags and proxies', () => {
  const kept = { HOME: '/h', DISPLAY: ':0', PATH: '/bin', LANG: 'C', DBUS_SESSION_BUS_ADDRESS: 'x', XDG_RUNTIME_DIR: '/r' };
  const dropped = {
    GOOGLE_API_KEY: 'x',
    CHROMIUM_FLAGS: '--remote-debugging-port=1',
    CHROME_LOG_FILE: 'x',
    NODE_OPTIONS: 'x',
    LD_PRELOAD: 'x',
    LD_AUDIT: 'x',
    SSLKEYLOGFILE: 'x',
    https_proxy: 'x',
    HTTP_PROXY: 'x',
    BREAKPAD_DUMP_LOCATION: 'x',
  };
  expect(chromiumEnvironment({ ...kept, ...dropped })).toEqual(kept);
});
