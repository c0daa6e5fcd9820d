import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ElectronEngine } from '../../main/shell/electron/electron-engine.ts';
import { echoProgram } from '../support/electron-driver.ts';
import { whenReady } from '../support/fake-electron/readiness.ts';
import { FakeUtilityProcess } from '../support/fake-electron/utility.ts';

whenReady.now();
const FILE = '/app/dist/main/engine.js';
const last = (): FakeUtilityProcess => FakeUtilityProcess.all.at(-1) ?? expect.fail('no process');

beforeEach(() => {
  FakeUtilityProcess.program = echoProgram;
});

describe('an engine in a utility process', () => {
  it('gets an environment of named variables only, and no flags of Node', async () => {
    process.env['NODE_OPTIONS'] = '--require /tmp/evil.js';
    process.env['LD_PRELOAD'] = '/tmp/evil.so';
    const engine = new ElectronEngine(FILE);
    delete process.env['NODE_OPTIONS'];
    delete process.env['LD_PRELOAD'];
    const { env, execArgv } = last().options as { env: Record<string, string>; execArgv: string[] };
    expect(Object.keys(env).filter((name) => /^(NODE_|LD_|DYLD_|SSL|ELECTRON_)/.test(name))).toEqual([]);
    expect(env['HOME']).toBe(process.env['HOME']);
    expect(execArgv).toEqual([]);
    engine.kill();
    expect(await engine.exited).toBe(null);
  });

  it('has no pid before it has started and none after its end', async () => {
    const engine = new ElectronEngine(FILE);
    expect(engine.pid).toBe(0);
    await new Promise((done) => setImmediate(done));
    expect(engine.pid).toBeGreaterThan(1);
    engine.port.post('exit 3');
    expect(await engine.exited).toBe(3);
    await new Promise((done) => setImmediate(done));
    expect(engine.pid).toBe(0);
  });

  it('is killed even before it has started', async () => {
    const engine = new ElectronEngine(FILE);
    engine.kill();
    engine.kill();
    expect(await engine.exited).toBe(null);
  });

  it('that sits SIGTERM out is sent SIGKILL', async () => {
    const engine = new ElectronEngine(FILE);
    await new Promise((done) => setImmediate(done));
    const { pid } = engine;
    const sent = vi.spyOn(process, 'kill').mockImplementation(() => true);
    engine.kill();
    expect(sent.mock.calls).toEqual(process.platform === 'win32' ? [] : [[pid, 'SIGKILL']]);
    sent.mockRestore();
    await engine.exited;
  });

  it('hears nothing but texts on its parent port', async () => {
    FakeUtilityProcess.program = (parent) => {
      for (const message of [1, null, { a: 1 }, ['x'], 'text']) parent.postMessage(message);
    };
    const engine = new ElectronEngine(FILE);
    const heard: unknown[] = [];
    engine.port.onMessage((text) => heard.push(text));
    await vi.waitFor(() => expect(heard).toEqual(['text']));
    engine.kill();
  });
});
