import { describe, expect, it } from 'vitest';
import { PRESS_MS, USE_MS, USES_A_MINUTE } from '../../main/shell/camera-use.ts';
import { READER_MS } from '../../main/shell/engine-link.ts';
import { settle } from '../support/virtual-clock.ts';
import { type Running, start } from './app-harness.ts';

/** Asks as the page does; somebody has just pressed something unless told otherwise. */
function use({ shell }: Running, on: boolean, pressed = true) {
  if (pressed) shell.input.tell(undefined);
  return shell.current.client.call('camera.use', { on });
}

describe('the camera', () => {
  it('may be used once the page asks, and no more once it is done', async () => {
    const running = await start();
    expect(running.shell.camera).toBe(false);
    expect(await use(running, true)).toEqual({ ok: true, value: {} });
    expect(running.shell.camera).toBe(true);
    await use(running, false);
    expect(running.shell.camera).toBe(false);
  });

  it('may not be used for longer than a use takes, nor after a lock', async () => {
    const running = await start();
    await use(running, true);
    await running.clock.move(USE_MS - 1);
    expect(running.shell.camera).toBe(true);
    await running.clock.move(1);
    expect(running.shell.camera).toBe(false);
    await use(running, true);
    await running.shell.current.client.call('shell.lock', {});
    await settle();
    expect(running.shell.camera).toBe(false);
  });

  it('is off when it is given back, or the app locks, while it is just being given once more', async () => {
    for (const end of ['back', 'lock'] as const) {
      const running = await start();
      await use(running, true);
      const again = use(running, true);
      await (end === 'back' ? use(running, false) : running.shell.current.client.call('shell.lock', {}));
      await again;
      await settle();
      expect(running.shell.camera, end).toBe(false);
    }
  });

  it('is not given while nobody is there', async () => {
    const running = await start();
    expect(await use(running, true, false)).toEqual({ ok: false, code: 'not_confirmed' });
    running.shell.input.tell(undefined);
    await running.clock.move(PRESS_MS + 1);
    expect(await use(running, true, false)).toEqual({ ok: false, code: 'not_confirmed' });
    expect(running.shell.camera).toBe(false);
  });

  it('is not asked for without end', async () => {
    const running = await start();
    for (let i = 0; i < USES_A_MINUTE; i++) expect((await use(running, true)).ok).toBe(true);
    expect(await use(running, true)).toMatchObject({ ok: false, code: 'too_often', facts: { wait: 60 } });
  });

  it('is refused where there is none', async () => {
    const running = await start((shell) => void shell.system.missing.add('camera'));
    expect(await use(running, true)).toEqual({ ok: false, code: 'capability_missing' });
    expect(running.shell.camera).toBe(false);
  });
});

describe('a process that reads a picture', () => {
  it('is started for the engine and ended by it, by its time, and by the next one', async () => {
    const { shell, clock } = await start();
    const ended = () => shell.readers.map((reader) => reader.ended);
    expect((await shell.engine.call('pictures.start', {})).ok).toBe(true);
    expect(ended()).toEqual([false]);
    await shell.engine.call('pictures.start', {});
    expect(ended()).toEqual([true, false]);
    await shell.engine.call('pictures.end', {});
    expect(ended()).toEqual([true, true]);
    expect((await shell.engine.call('pictures.end', {})).ok).toBe(true);
    await shell.engine.call('pictures.start', {});
    // In steps, as the engine is pinged meanwhile.
    for (let waited = 0; waited < READER_MS; waited += 1000) await clock.move(1000);
    expect(ended()).toEqual([true, true, true]);
  });

  it('ends with its engine', async () => {
    const { shell } = await start();
    await shell.engine.call('pictures.start', {});
    await shell.current.client.call('shell.lock', {});
    await settle();
    expect(shell.readers.map(({ ended }) => ended)).toEqual([true]);
  });
});
