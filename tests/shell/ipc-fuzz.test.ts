import { expect, it } from 'vitest';
import { hostContract } from '../../shared/contracts/host.ts';
import { shellContract } from '../../shared/contracts/shell.ts';
import { memoryPorts } from '../../shared/wire/memory-port.ts';
import { EngineLink, type HostServices } from '../../main/shell/engine-link.ts';
import type { EngineProcess } from '../../main/shell/shell.ts';
import type { Fault } from '../support/contract-faults.ts';
import { callsOf, CASES, casesOf, countsOf, otherAnswers, tallyFrames } from '../support/fuzz-wire.ts';
import type { MemoryShell } from '../support/memory-shell.ts';
import { settle, VirtualClock } from '../support/virtual-clock.ts';
import { start } from './app-harness.ts';

/** All a page could have changed around itself. */
function stateOf(shell: MemoryShell): unknown {
  const { system, engines, pages, camera, closed } = shell;
  const { clipboard, opened, asked, dialogs, questions } = system;
  const ends = engines.map(({ alive, killed, log }) => ({ alive, killed, log: log.filter((entry) => entry !== 'ping') }));
  return structuredClone({
    ...{ clipboard, opened, asked, dialogs: dialogs.length, questions: questions.length },
    ...{ ends, pages: pages.length, camera, closed },
  });
}

it.each([
  ['locked', false],
  ['open', true],
])(
  `refuses a page ${CASES} broken parameters of each call while the vault is %s, and does nothing`,
  { timeout: 120_000 },
  async (_, isOpen) => {
    const { app, shell, bugs } = await start();
    await shell.engine.call('host.vault', { open: isOpen });
    const [before, settings] = [stateOf(shell), await shell.current.client.call('settings.get', {})];
    const faults: Fault[] = [];
    const calls = callsOf(shellContract);
    for (const [name, spec] of calls) {
      const cases = casesOf(name, spec);
      faults.push(...cases.map(({ fault }) => fault));
      expect([name, ...(await otherAnswers(shell.current.wire, cases, 'bad_params'))]).toEqual([name]);
      const frames = [...(await tallyFrames(shell.current.wire, name)).keys()];
      expect(frames.filter((code) => code !== 'bad_message' && code !== 'unknown_call')).toEqual([]);
    }
    await settle();
    console.log(`E1, page to shell: ${calls.length} calls, ${CASES} cases each: ${countsOf(faults)}`);
    expect(faults.length).toBe(calls.length * CASES);
    expect(stateOf(shell)).toEqual(before);
    expect(await shell.current.client.call('settings.get', {})).toEqual(settings);
    expect(bugs).toEqual([]);
    const closing = app.close();
    await settle();
    await closing;
  },
);

it(`refuses an engine ${CASES} broken parameters of each call, and does nothing`, async () => {
  const [port, wire] = memoryPorts();
  let killed = false;
  const process: EngineProcess = { pid: 1, port, kill: () => void (killed = true), exited: new Promise(() => undefined) };
  const done: string[] = [];
  const bugs: string[] = [];
  const record = (what: string) => (): never => {
    done.push(what);
    throw new Error(what);
  };
  const services: HostServices = {
    home: { profile: '/profile', documents: '/documents', clockOffset: 0, version: '1' },
    onVault: record('vault'),
    confirmSecrets: record('confirm'),
    lockForSecrets: record('lock'),
    startReader: record('reader'),
    onBug: (call) => void bugs.push(call),
    'host.digest': record('digest'),
    'host.notice': record('notice'),
    'host.pinned': record('pinned'),
    'files.redeem': record('redeem'),
    'clipboard.copy': record('copy'),
    'keychain.get': record('get'),
    'keychain.set': record('set'),
    'keychain.delete': record('delete'),
  };
  const link = new EngineLink(process, new VirtualClock(), services);
  let ready = false;
  void link.ready.then(() => (ready = true));
  const faults: Fault[] = [];
  const calls = callsOf(hostContract);
  for (const [name, spec] of calls) {
    const cases = casesOf(name, spec);
    faults.push(...cases.map(({ fault }) => fault));
    expect([name, ...(await otherAnswers(wire, cases, 'bad_params'))]).toEqual([name]);
    const frames = [...(await tallyFrames(wire, name)).keys()];
    expect(frames.filter((code) => code !== 'bad_message' && code !== 'unknown_call')).toEqual([]);
  }
  console.log(`E1, engine to shell: ${calls.length} calls, ${CASES} cases each: ${countsOf(faults)}`);
  expect(faults.length).toBe(calls.length * CASES);
  expect({ done, bugs, killed, ready, open: link.vaultOpen }).toEqual({
    done: [],
    bugs: [],
    killed: false,
    ready: false,
    open: false,
  });
});
