import { describe, expect, it } from 'vitest';
import { notices } from '../../shared/text/notice.ts';
import { settle } from '../support/virtual-clock.ts';
import { type Running, start, states } from './app-harness.ts';

const sent = { what: 'code_sent' } as const;

/** An app with an open vault. */
async function opened(missing: readonly 'notices'[] = []): Promise<Running> {
  const running = await start((host) => missing.forEach((one) => host.system.missing.add(one)));
  await running.shell.engine.call('host.vault', { open: true });
  return running;
}

describe('a code that was sent', () => {
  it('is told to the person by the system, once each time, and not to the page', async () => {
    const { shell } = await opened();
    await shell.engine.call('host.notice', sent);
    expect(shell.system.notices).toEqual([notices.codeSent]);
    await shell.engine.call('host.notice', sent);
    expect(shell.system.notices).toHaveLength(2);
    expect(JSON.stringify(shell.told)).not.toContain(notices.codeSent.title);
  });

  it('is answered for at once, however the desktop takes it', async () => {
    const { shell, bugs } = await opened();
    shell.system.stuck = true;
    expect(await shell.engine.call('host.notice', sent)).toEqual({ ok: true, value: {} });
    shell.system.notify = () => Promise.reject(new Error('no desktop'));
    expect(await shell.engine.call('host.notice', sent)).toEqual({ ok: true, value: {} });
    await settle();
    expect([bugs, states(shell)]).toEqual([[], ['ready']]);
  });

  it('is told nowhere on a host that shows none', async () => {
    const { shell } = await opened(['notices']);
    expect(await shell.engine.call('host.notice', sent)).toEqual({ ok: true, value: {} });
    expect(shell.system.notices).toEqual([]);
  });

  it('cannot be told by the page, nor in words of its own', async () => {
    const { shell } = await opened();
    const page = shell.current.client as unknown as { call(name: string, params: object): Promise<unknown> };
    expect(await page.call('host.notice', sent)).toEqual({ ok: false, code: 'unknown_call' });
    const engine = shell.engine as unknown as { call(name: string, params: object): Promise<unknown> };
    for (const words of [{ what: 'Anna' }, { ...sent, title: 'Anna' }, {}])
      expect(await engine.call('host.notice', words)).toMatchObject({ code: 'bad_params' });
    expect(shell.system.notices).toEqual([]);
  });
});
