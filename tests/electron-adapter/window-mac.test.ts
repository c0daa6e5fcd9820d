import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { app } from '../support/fake-electron.ts';
import { type ElectronDriver, electronDriver } from '../support/electron-driver.ts';

describe('a window that macOS lets be closed', () => {
  let mac: ElectronDriver;
  beforeAll(async () => {
    mac = await electronDriver('darwin');
    await mac.shell.open();
  });
  afterAll(async () => {
    await mac.shell.close();
    await mac.dispose();
  });

  it('is hidden and shown again', () => {
    mac.window().close();
    expect(mac.window().visible).toBe(false);
    mac.shell.reopen();
    expect([mac.window().visible, mac.window().focused]).toEqual([true, true]);
  });

  it('comes back when the app is started a second time', () => {
    mac.window().close();
    app.emit('second-instance', {}, ['latchkey']);
    expect(mac.window().visible).toBe(true);
  });

  it('leaves no black screen behind, and none hidden that was opened again meanwhile', async () => {
    mac.window().fullScreen = true;
    mac.window().close();
    mac.window().close();
    await vi.waitFor(() => expect(mac.window().visible).toBe(false));
    expect([mac.window().fullScreen, mac.window().black]).toEqual([false, false]);
    mac.shell.reopen();
    mac.window().fullScreen = true;
    mac.window().close();
    mac.shell.reopen();
    await vi.waitFor(() => expect(mac.window().fullScreen).toBe(false));
    expect(mac.window().visible).toBe(true);
  });
});
