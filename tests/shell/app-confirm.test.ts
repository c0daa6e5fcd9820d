import { describe, expect, it } from 'vitest';
import { QUESTIONS_A_MINUTE } from '../../main/shell/page-calls.ts';
import { DEFAULT_SETTINGS, FREE_LOCK_MINUTES, MAX_LOCK_MINUTES } from '../../shared/settings.ts';
import { questions } from '../../shared/text/question.ts';
import { settle } from '../support/virtual-clock.ts';
import { askState, type Running, start, states } from './app-harness.ts';

/** An app with an open vault. */
async function opened(missing: readonly 'confirm'[] = []): Promise<Running> {
  const running = await start((host) => missing.forEach((one) => host.system.missing.add(one)));
  await running.shell.engine.call('host.vault', { open: true });
  return running;
}

/** Sets the quiet time as the page does; settings are for this run, as the harness has no profile. */
function setMinutes({ shell }: Running, lockMinutes: number) {
  return shell.current.client.call('settings.set', { lockMinutes });
}

describe('more secrets than a person asks for', () => {
  it('are given when the person says so outside of the page', async () => {
    const { shell } = await opened();
    const asked = shell.engine.call('secrets.confirm', { of: 'secrets' });
    await settle();
    expect(shell.system.questions.map(({ question }) => question)).toEqual([questions.manySecrets]);
    expect(JSON.stringify(shell.told)).not.toContain(questions.manySecrets.title);
    shell.system.questions[0]?.answer(true);
    expect(await asked).toEqual({ ok: true, value: { goOn: true } });
    expect(states(shell)).toEqual(['ready']);
  });

  it('are asked about as codes when they are codes that were sent', async () => {
    const { shell } = await opened();
    const asked = shell.engine.call('secrets.confirm', { of: 'codes' });
    await settle();
    expect(shell.system.questions.map(({ question }) => question)).toEqual([questions.manyCodes]);
    shell.system.questions[0]?.answer(false);
    expect(await asked).toEqual({ ok: true, value: { goOn: false } });
    await settle();
    expect((await askState(shell)).locked?.why).toBe('many_codes');
  });

  it('are asked about by their number when they are accounts deleted for good, and no leaves the vault open', async () => {
    const { shell } = await opened();
    const asked = shell.engine.call('secrets.confirm', { of: 'purges', accounts: 12 });
    await settle();
    expect(shell.system.questions.map(({ question }) => question.title)).toEqual(['Delete 12 accounts for good?']);
    shell.system.questions[0]?.answer(false);
    expect(await asked).toEqual({ ok: true, value: { goOn: false } });
    await settle();
    expect(states(shell)).toEqual(['ready']);
  });

  it('lock the vault when the person says no', async () => {
    const { shell } = await opened();
    const asked = shell.engine.call('secrets.confirm', { of: 'secrets' });
    await settle();
    shell.system.questions[0]?.answer(false);
    expect(await asked).toEqual({ ok: true, value: { goOn: false } });
    await settle();
    expect((await askState(shell)).locked?.why).toBe('many_secrets');
    expect(shell.pages.map(({ alive }) => alive)).toEqual([false, true]);
  });

  it('lock the vault where the host cannot ask', async () => {
    const { shell } = await opened(['confirm']);
    expect(await shell.engine.call('secrets.confirm', { of: 'secrets' })).toEqual({ ok: true, value: { goOn: false } });
    await settle();
    expect(shell.system.questions).toEqual([]);
    expect((await askState(shell)).locked?.why).toBe('many_secrets');
  });

  it('are asked about no longer once the vault is locked', async () => {
    const { shell } = await opened();
    const signals: AbortSignal[] = [];
    shell.system.confirm = (_, signal) => {
      signals.push(signal);
      return new Promise(() => undefined);
    };
    void shell.engine.call('secrets.confirm', { of: 'secrets' });
    await settle();
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    await shell.current.client.call('shell.lock', {});
    await settle();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it('that were asked about before a lock do not lock the next vault, however late the answer', async () => {
    const { shell } = await opened();
    let answer: (yes: boolean) => void = () => undefined;
    shell.system.confirm = () => new Promise((done) => void (answer = done));
    void shell.engine.call('secrets.confirm', { of: 'secrets' });
    await settle();
    await shell.current.client.call('shell.lock', {});
    await settle();
    await shell.engine.call('host.vault', { open: true });
    answer(false);
    await settle();
    expect((await askState(shell)).locked?.why).toBe('asked');
    expect(shell.pages).toHaveLength(2);
  });

  it('cannot be asked for or confirmed by the page', async () => {
    const { shell } = await opened();
    const raw = shell.current.client as unknown as { call(name: string, params: object): Promise<unknown> };
    expect(await raw.call('secrets.confirm', { of: 'secrets' })).toEqual({ ok: false, code: 'unknown_call' });
    expect(shell.system.questions).toEqual([]);
  });
});

describe('a lock later than a page may decide', () => {
  it.each([0, FREE_LOCK_MINUTES + 1, MAX_LOCK_MINUTES])('of %i minutes waits for the person', async (minutes) => {
    const running = await opened();
    const { shell } = running;
    const set = setMinutes(running, minutes);
    await settle();
    expect(shell.system.questions.map(({ question }) => question)).toEqual([questions.lateLock]);
    expect(await shell.current.client.call('settings.get', {})).toEqual({ ok: true, value: DEFAULT_SETTINGS });
    shell.system.questions[0]?.answer(true);
    await set;
    expect(await shell.current.client.call('settings.get', {})).toMatchObject({ value: { lockMinutes: minutes } });
  });

  it('is refused, with everything asked for beside it, when the person says no', async () => {
    const { shell } = await opened();
    const set = shell.current.client.call('settings.set', { lockMinutes: 0, theme: 'dark' });
    await settle();
    shell.system.questions[0]?.answer(false);
    expect(await set).toEqual({ ok: false, code: 'not_confirmed' });
    expect(await shell.current.client.call('settings.get', {})).toEqual({ ok: true, value: DEFAULT_SETTINGS });
  });

  it('is refused where the host cannot ask', async () => {
    const running = await opened(['confirm']);
    for (const minutes of [0, FREE_LOCK_MINUTES + 1])
      expect(await setMinutes(running, minutes)).toEqual({ ok: false, code: 'capability_missing' });
    expect(await running.shell.current.client.call('settings.get', {})).toEqual({ ok: true, value: DEFAULT_SETTINGS });
  });

  it('is asked for one at a time', async () => {
    const running = await opened();
    void setMinutes(running, 0);
    await settle();
    for (let n = 0; n < 20; n++) expect(await setMinutes(running, 0)).toEqual({ ok: false, code: 'busy' });
    expect(running.shell.system.questions).toHaveLength(1);
  });

  it('is asked for three times a minute at most', async () => {
    const running = await opened();
    for (let n = 0; n < QUESTIONS_A_MINUTE; n++) {
      const set = setMinutes(running, 0);
      await settle();
      running.shell.system.questions[n]?.answer(false);
      expect(await set).toEqual({ ok: false, code: 'not_confirmed' });
    }
    expect(await setMinutes(running, 0)).toEqual({ ok: false, code: 'too_often', facts: { wait: 60 } });
    expect(running.shell.system.questions).toHaveLength(QUESTIONS_A_MINUTE);
  });

  it('needs no word for what it was before, nor for less', async () => {
    const running = await opened();
    const { shell } = running;
    const set = setMinutes(running, 0);
    await settle();
    shell.system.questions[0]?.answer(true);
    await set;
    // Only the disk of the harness does not take them.
    expect(await shell.current.client.call('settings.set', { lockMinutes: 0, theme: 'dark' })).toMatchObject({
      code: 'settings_unsaved',
    });
    expect(await setMinutes(running, FREE_LOCK_MINUTES)).toMatchObject({ code: 'settings_unsaved' });
    expect(shell.system.questions).toHaveLength(1);
    expect(await shell.current.client.call('settings.get', {})).toMatchObject({
      value: { lockMinutes: FREE_LOCK_MINUTES, theme: 'dark' },
    });
  });
});
