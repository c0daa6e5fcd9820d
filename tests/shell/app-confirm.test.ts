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
    const asked = shell.engine.call('secrets.confirm', { of: 'purges', count: 12 });
    await settle();
    expect(shell.system.questions.map(({ question }) => question.title)).toEqual(['Delete 12 accounts for good?']);
    shell.system.questions[0]?.answer(false);
    expect(await asked).toEqual({ ok: true, value: { goOn: false } });
    await settle();
    expect(states(shell)).toEqual(['ready']);
  });

  it.each([
    ['removals', questions.manyRemovals],
    ['overwrites', questions.manyOverwrites],
  ] as const)(
    'are asked about by what they are when they would be lost, and no leaves the vault open: %s',
    async (of, question) => {
      const { shell } = await opened();
      const asked = shell.engine.call('secrets.confirm', { of, count: 1 });
      await settle();
      expect(shell.system.questions.map((one) => one.question)).toEqual([question]);
      shell.system.questions[0]?.answer(false);
      expect(await asked).toEqual({ ok: true, value: { goOn: false } });
      await settle();
      expect(states(shell)).toEqual(['ready']);
    },
  );

  it('are not asked about again and again until somebody gives in, when they would be lost', async () => {
    const { shell, clock } = await opened();
    const no = { ok: true, value: { goOn: false } };
    for (let n = 0; n < QUESTIONS_A_MINUTE; n++) {
      const asked = shell.engine.call('secrets.confirm', { of: 'overwrites', count: 1 });
      await settle();
      shell.system.questions[n]?.answer(false);
      expect(await asked).toEqual(no);
    }
    expect(await shell.engine.call('secrets.confirm', { of: 'purges', count: 12 })).toEqual(no);
    expect(shell.system.questions).toHaveLength(QUESTIONS_A_MINUTE);
    expect(states(shell)).toEqual(['ready']);
    // What leaves the vault is another thing.
    void shell.engine.call('secrets.confirm', { of: 'secrets' });
    await settle();
    expect(shell.system.questions).toHaveLength(QUESTIONS_A_MINUTE + 1);
    shell.system.questions.at(-1)?.answer(true);
    await clock.move(60_000);
    void shell.engine.call('secrets.confirm', { of: 'removals', count: 1 });
    await settle();
    expect(shell.system.questions).toHaveLength(QUESTIONS_A_MINUTE + 2);
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

describe('a protection that a page switches off', () => {
  const OFF = [
    ['the lock at sleep', { lockOnSuspend: false }, questions.noAwayLock],
    ['the clearing of what was copied', { clipboardSeconds: null }, questions.noClearing],
    ['the window kept out of captures', { protectWindow: false }, questions.capturable],
  ] as const;

  it.each(OFF)('stays on when the person says no: %s', async (_, change, question) => {
    const { shell } = await opened();
    const set = shell.current.client.call('settings.set', change);
    await settle();
    expect(shell.system.questions.map((one) => one.question)).toEqual([question]);
    shell.system.questions[0]?.answer(false);
    expect(await set).toEqual({ ok: false, code: 'not_confirmed' });
    expect(await shell.current.client.call('settings.get', {})).toEqual({ ok: true, value: DEFAULT_SETTINGS });
  });

  it.each(OFF)('stays on where the host cannot ask: %s', async (_, change) => {
    const { shell } = await opened(['confirm']);
    expect(await shell.current.client.call('settings.set', change)).toEqual({ ok: false, code: 'capability_missing' });
    expect(await shell.current.client.call('settings.get', {})).toEqual({ ok: true, value: DEFAULT_SETTINGS });
  });

  it('is asked about for each of several, and none goes when one stays', async () => {
    const { shell } = await opened();
    const set = shell.current.client.call('settings.set', { lockOnSuspend: false, clipboardSeconds: null, theme: 'dark' });
    await settle();
    shell.system.questions[0]?.answer(true);
    await settle();
    expect(shell.system.questions.map(({ question }) => question)).toEqual([questions.noAwayLock, questions.noClearing]);
    shell.system.questions[1]?.answer(false);
    expect(await set).toEqual({ ok: false, code: 'not_confirmed' });
    expect(await shell.current.client.call('settings.get', {})).toEqual({ ok: true, value: DEFAULT_SETTINGS });
  });

  it('needs no word to be on again, or to be off as before', async () => {
    const running = await opened();
    const { shell } = running;
    const set = shell.current.client.call('settings.set', { lockOnSuspend: false });
    await settle();
    shell.system.questions[0]?.answer(true);
    await set;
    await shell.current.client.call('settings.set', { lockOnSuspend: false, clipboardSeconds: 90 });
    await shell.current.client.call('settings.set', { lockOnSuspend: true, clipboardSeconds: 10 });
    expect(shell.system.questions).toHaveLength(1);
    expect(await shell.current.client.call('settings.get', {})).toMatchObject({
      value: { lockOnSuspend: true, clipboardSeconds: 10 },
    });
  });
});
