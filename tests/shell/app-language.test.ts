import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Settings } from '../../shared/settings.ts';
import { questions } from '../../shared/text/question.ts';
import { speak } from '../../shared/text/speak.ts';
import { type Running, start } from './app-harness.ts';

afterEach(() => speak('en'));

async function choose({ shell }: Running, language: Settings['language']): Promise<void> {
  await shell.current.client.call('settings.set', { language });
}

describe('another language', () => {
  it('is spoken by the shell itself and told to the engine at once', async () => {
    const running = await start();
    expect(questions.lateLock.no).toBe('Keep the lock');
    await choose(running, 'de');
    await vi.waitFor(() => expect(running.shell.engine.log).toContain('language de'));
    expect(questions.lateLock.no).toBe('Sperre behalten');
    await choose(running, 'en');
    await vi.waitFor(() => expect(running.shell.engine.log).toContain('language en'));
    expect(questions.lateLock.no).toBe('Keep the lock');
  });

  it('is what the next engine hears at its start', async () => {
    const running = await start();
    await choose(running, 'de');
    await vi.waitFor(() => expect(running.shell.engine.log).toContain('language de'));
    await running.shell.current.client.call('shell.lock', {});
    await vi.waitFor(() => expect(running.shell.engine.home).toMatchObject({ language: 'de' }));
  });
});
