import { describe, expect, it } from 'vitest';
import { hardenContents } from '../../main/shell/electron/harden-contents.ts';
import { whenReady } from '../support/fake-electron/readiness.ts';
import { FakeWebContents, stoppable } from '../support/fake-electron/windows.ts';

whenReady.now();
const contents = new FakeWebContents({});
hardenContents(contents as unknown as Electron.WebContents);

describe('hardened web contents', () => {
  it('open no window', () => {
    expect(contents.openHandler?.({ url: 'https://example.com/' })).toEqual({ action: 'deny' });
    expect(contents.openHandler?.({ url: 'app://bundle/index.html' })).toEqual({ action: 'deny' });
  });

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'] as const)('go nowhere by %s', async (event) => {
    for (const url of [
      'https://example.com/',
      'app://bundle/index.html',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'data:text/html,x',
    ]) {
      expect(await contents.navigate(url, event)).toBe(false);
    }
  });

  it('embed no webview', () => {
    const event = stoppable();
    contents.emit('will-attach-webview', event, {}, {});
    expect(event.defaultPrevented).toBe(true);
  });

  it('tell no address by WebRTC', () => {
    expect(contents.webRtcPolicy).toBe('disable_non_proxied_udp');
  });
});
