import { describe, expect, it } from 'vitest';
import { FileTokens, MAX_TOKENS, TOKEN_MS } from '../../main/shell/file-tokens.ts';
import { approvedLink } from '../../main/shell/links.ts';
import { settle, VirtualClock } from '../support/virtual-clock.ts';
import { pick, start } from './app-harness.ts';

const PATH = '/home/ana/Documents/a.latchkey';

describe('a file token', () => {
  it('has 22 characters and gives the engine the path once', async () => {
    const { shell } = await start();
    const token = await pick(shell, 'open_vault', PATH);
    expect(token).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(await shell.engine.call('files.redeem', { token, kind: 'open_vault' })).toEqual({ ok: true, value: { path: PATH } });
    expect(await shell.engine.call('files.redeem', { token, kind: 'open_vault' })).toEqual({ ok: false, code: 'expired_token' });
  });

  it('is no good for another kind, and used up by the try', async () => {
    const { shell } = await start();
    const token = await pick(shell, 'open_message', PATH);
    expect(await shell.engine.call('files.redeem', { token, kind: 'save_vault' })).toEqual({ ok: false, code: 'expired_token' });
    expect(await shell.engine.call('files.redeem', { token, kind: 'open_message' })).toEqual({ ok: false, code: 'expired_token' });
  });

  it('is good for ten minutes', async () => {
    const { shell, clock } = await start();
    const [early, late] = [await pick(shell, 'save_vault', PATH), await pick(shell, 'save_vault', PATH)];
    await clock.move(TOKEN_MS - 1);
    expect((await shell.engine.call('files.redeem', { token: early, kind: 'save_vault' })).ok).toBe(true);
    await clock.move(1);
    expect((await shell.engine.call('files.redeem', { token: late, kind: 'save_vault' })).ok).toBe(false);
  });

  it('never repeats and gives way only to newer ones', () => {
    const tokens = new FileTokens(new VirtualClock());
    const file = { path: PATH, name: 'a', size: 1 };
    const all = Array.from({ length: MAX_TOKENS + 1 }, () => tokens.issue(['open_vault'], file).token);
    expect(new Set(all).size).toBe(all.length);
    const [oldest = '', ...rest] = all;
    expect(tokens.redeem(oldest, 'open_vault')).toEqual({ refused: 'expired_token' });
    for (const token of rest) expect(tokens.redeem(token, 'open_vault')).toEqual({ path: PATH });
  });

  it('is refused when the page made it up', async () => {
    const { shell } = await start();
    const reply = await shell.engine.call('files.redeem', { token: 'A'.repeat(22), kind: 'open_vault' });
    expect(reply).toEqual({ ok: false, code: 'expired_token' });
  });

  it('comes with a dropped file and opens a vault or a message, but saves nothing', async () => {
    const { shell } = await start();
    const dropped: string[] = [];
    shell.current.client.on('dropped', ({ token, name, size }) => {
      expect([name, size]).toEqual(['a.latchkey', 12]);
      dropped.push(token);
    });
    for (const _ of [1, 2, 3]) shell.drop({ path: PATH, name: 'a.latchkey', size: 12 });
    await settle();
    const [one = '', two = '', three = ''] = dropped;
    expect((await shell.engine.call('files.redeem', { token: one, kind: 'open_vault' })).ok).toBe(true);
    expect((await shell.engine.call('files.redeem', { token: two, kind: 'open_message' })).ok).toBe(true);
    expect((await shell.engine.call('files.redeem', { token: three, kind: 'save_message' })).ok).toBe(false);
    expect(JSON.stringify(shell.current.heard)).not.toContain(PATH);
  });
});

describe('a dialog', () => {
  it('that is cancelled gives no file', async () => {
    const { shell } = await start();
    shell.system.chosen.push(null);
    expect(await shell.current.client.call('files.pick', { kind: 'open_vault' })).toEqual({ ok: true, value: { file: null } });
  });

  it('is shown one at a time', async () => {
    const { shell } = await start();
    void shell.current.client.call('files.pick', { kind: 'open_vault' });
    expect(await shell.current.client.call('files.pick', { kind: 'open_vault' })).toEqual({ ok: false, code: 'busy' });
    expect(shell.system.asked).toEqual(['open_vault']);
  });

  it('the host does not have is refused', async () => {
    const { shell } = await start((host) => host.system.missing.add('save_dialog'));
    expect(await shell.current.client.call('files.pick', { kind: 'save_vault' })).toEqual({
      ok: false,
      code: 'capability_missing',
    });
    for (const kind of ['open_vault', 'open_message', 'open_log', 'open_platforms'] as const) {
      shell.system.chosen.push(null);
      expect((await shell.current.client.call('files.pick', { kind })).ok).toBe(true);
    }
  });
});

describe('a link', () => {
  it('is opened when its host is the host that was shown', async () => {
    const { shell } = await start();
    const reply = await shell.current.client.call('links.open', { url: 'https://www.tiktok.com/setting', host: 'www.tiktok.com' });
    expect(reply).toEqual({ ok: true, value: {} });
    expect(shell.system.opened).toEqual(['https://www.tiktok.com/setting']);
  });

  it.each([
    ['http://example.com/', 'example.com'],
    ['javascript:alert(1)', ''],
    ['file:///etc/passwd', ''],
    ['mailto:a@example.com', 'example.com'],
    ['https://example.com/', 'example.org'],
    ['https://example.com/', 'EXAMPLE.com'],
    ['https://example.com:8443/', 'example.com'],
    ['https://example.com@evil.test/', 'example.com'],
    ['https://user@example.com/', 'example.com'],
    ['https://:pw@example.com/', 'example.com'],
    ['https://example.com\\@evil.test/', 'evil.test'],
    ['https://еxample.com/', 'еxample.com'],
    ['//example.com/', 'example.com'],
    ['', ''],
    ['https://', ''],
  ])('refuses %s shown as %s', async (url, host) => {
    const { shell } = await start();
    expect(await shell.current.client.call('links.open', { url, host })).toEqual({ ok: false, code: 'link_refused' });
    expect(shell.system.opened).toEqual([]);
  });

  it('is given to the browser as the parser read it', () => {
    expect(approvedLink('https://EXAMPLE.com/a\n\tb?c', 'example.com')).toBe('https://example.com/ab?c');
    expect(approvedLink('https://xn--xample-2of.com/', 'xn--xample-2of.com')).toBe('https://xn--xample-2of.com/');
  });

  it('is refused where the host cannot open one', async () => {
    const { shell } = await start((host) => host.system.missing.add('open_link'));
    const reply = await shell.current.client.call('links.open', { url: 'https://example.com/', host: 'example.com' });
    expect(reply).toEqual({ ok: false, code: 'capability_missing' });
  });
});

describe('the shell', () => {
  it('tells the page what it is', async () => {
    const { shell } = await start((host) => host.system.missing.add('drop'));
    expect(await shell.current.client.call('shell.info', {})).toEqual({
      ok: true,
      value: {
        ...{ host: 'fake', platform: 'linux', version: '0.1.0', missing: [...shell.system.missing] },
        engine: { state: 'ready', locked: null },
      },
    });
  });

  it('answers an exception with its kind only', async () => {
    const { shell, bugs } = await start();
    shell.system.openExternal = () => Promise.reject(new Error(PATH));
    const reply = await shell.current.client.call('links.open', { url: 'https://example.com/', host: 'example.com' });
    expect(reply).toEqual({ ok: false, code: 'bug' });
    expect(bugs).toEqual(['links.open']);
    expect(JSON.stringify(shell.current.heard)).not.toContain(PATH);
  });
});
