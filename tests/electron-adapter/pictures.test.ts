import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { allowCamera } from '../../main/shell/electron/camera-permission.ts';
import { ElectronEngine } from '../../main/shell/electron/electron-engine.ts';
import { startPictureReader } from '../../main/shell/electron/picture-reader.ts';
import { type ReaderPort, shellReader } from '../../main/engine/reader-process.ts';
import { whenReady } from '../support/fake-electron/readiness.ts';
import { fakeSession } from '../support/fake-electron/session.ts';
import { FakeUtilityProcess } from '../support/fake-electron/utility.ts';

whenReady.now();
const through: unknown[] = [];

/** An engine that reads one picture, and a reader that says what it was given. */
beforeEach(() => {
  through.length = 0;
  FakeUtilityProcess.program = (parent) => {
    parent.on('message', ({ data, ports: [port] }) => {
      if (port === undefined) return;
      if (data === 'picture') {
        port.on('message', (event: { data: unknown }) => port.postMessage([`read ${(event.data as Uint8Array).length} bytes`]));
        port.start();
        port.postMessage('ready');
        return;
      }
      const start = shellReader((receive) => void setImmediate(() => receive(port as unknown as ReaderPort)), {
        startReader: () => Promise.resolve(true),
        endReader: () => Promise.resolve(),
      });
      void start().then((reader) => {
        reader.onMessage((message) => {
          if (message === 'ready') reader.post(new Uint8Array(7));
          else parent.postMessage(`told ${JSON.stringify(message)}`);
        });
      });
    });
  };
});

afterEach(() => {
  for (const child of FakeUtilityProcess.all.splice(0)) child.kill();
});

describe('a picture reader under Electron', () => {
  it('is joined to the engine by a pipe of their own, in a process that is given nothing', async () => {
    const engine = new ElectronEngine('/app/dist/main/engine.js');
    const heard: string[] = [];
    engine.port.onMessage((text) => heard.push(text));
    const reader = startPictureReader('/app/dist/main/pictures.js', engine);
    const [, child] = FakeUtilityProcess.all;
    child?.on('message', (message: unknown) => through.push(message));
    await vi.waitFor(() => expect(heard).toEqual(['told ["read 7 bytes"]']));
    expect(child?.file).toBe('/app/dist/main/pictures.js');
    expect(child?.options).toMatchObject({ env: {}, execArgv: [], stdio: 'ignore' });
    // What it read went to the engine alone.
    expect(through).toEqual([]);
    const gone = new Promise((done) => child?.once('exit', done));
    reader.kill();
    await gone;
    reader.kill();
  });

  it('that breaks in V8 takes nothing with it', async () => {
    const reader = startPictureReader('/app/dist/main/pictures.js', new ElectronEngine('/app/dist/main/engine.js'));
    const [engine, child] = FakeUtilityProcess.all;
    for (const broken of [engine, child]) expect(() => broken?.emit('error', 'FatalError', 'v8', '{}')).not.toThrow();
    reader.kill();
  });

  it('is ended even before it has started', async () => {
    const reader = startPictureReader('/app/dist/main/pictures.js', new ElectronEngine('/app/dist/main/engine.js'));
    const gone = new Promise((done) => FakeUtilityProcess.all[1]?.once('exit', done));
    reader.kill();
    expect(await gone).not.toBe(0);
  });
});

describe('the camera under Electron', () => {
  const session = fakeSession.fromPartition('camera');
  const granted = (permission: string, details: unknown): boolean[] => {
    const answers: boolean[] = [];
    session.permissionRequest?.({}, permission, (yes) => answers.push(yes), details);
    const check = session.permissionCheck as ((c: unknown, p: string, o: string, d: unknown) => boolean) | null;
    answers.push(check?.({}, permission, 'app://bundle', details) ?? true);
    return answers;
  };
  const video = { mediaTypes: ['video'], mediaType: 'video' };

  it('is the one thing ever granted, without a microphone and only while it is allowed', () => {
    allowCamera(session as unknown as Electron.Session, false);
    expect(granted('media', video)).toEqual([false, false]);
    allowCamera(session as unknown as Electron.Session, true);
    expect(granted('media', video)).toEqual([true, true]);
    expect(granted('media', { mediaTypes: ['video', 'audio'], mediaType: 'audio' })).toEqual([false, false]);
    expect(granted('media', { mediaTypes: [], mediaType: 'unknown' })).toEqual([false, false]);
    for (const other of ['clipboard-read', 'geolocation', 'display-capture']) expect(granted(other, video)).toEqual([false, false]);
    allowCamera(session as unknown as Electron.Session, false);
    expect(granted('media', video)).toEqual([false, false]);
  });
});
