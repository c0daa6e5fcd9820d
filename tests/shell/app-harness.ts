import { expect } from 'vitest';
import type { EngineState, FileKind } from '../../shared/contracts/shell.ts';
import { type App, runApp } from '../../main/shell/app.ts';
import { MemoryShell } from '../support/memory-shell.ts';
import { settle, VirtualClock } from '../support/virtual-clock.ts';

/** A running app in a fake host, with a clock moved by hand. */
export interface Running {
  readonly app: App;
  readonly shell: MemoryShell;
  readonly clock: VirtualClock;
  readonly bugs: string[];
}

export const OFFSET = 3600;

/** A profile that is not there and cannot be made. */
export const NO_PROFILE = '/dev/null/latchkey';

/** Starts the app; `before` prepares the host. */
export async function start(before: (shell: MemoryShell) => void = () => undefined, profile = NO_PROFILE): Promise<Running> {
  const shell = new MemoryShell();
  const clock = new VirtualClock();
  const bugs: string[] = [];
  before(shell);
  const options = { profile, documents: '/home/ana/Documents', version: '0.1.0', clockOffset: OFFSET };
  const app = await runApp(shell, options, { clock, onBug: (call) => void bugs.push(call) });
  await settle();
  return { app, shell, clock, bugs };
}

/** States the page was told, in order, whichever page it was. */
export function states(shell: MemoryShell): EngineState['state'][] {
  return shell.told.flatMap((said) =>
    (said as { event: string }).event === 'engine' ? [(said as { data: EngineState }).data.state] : [],
  );
}

/** The state a page reads when it asks. */
export async function askState(shell: MemoryShell): Promise<EngineState> {
  const info = await shell.current.client.call('shell.info', {});
  if (!info.ok) throw new Error(info.code);
  return info.value.engine;
}

/** The events of one name told, in order, whichever page it was. */
export function told(shell: MemoryShell, event: string): unknown[] {
  return shell.told.flatMap((said) => ((said as { event: string }).event === event ? [(said as { data: unknown }).data] : []));
}

/** The clipboard events told, in order. */
export function clipboardTold(shell: MemoryShell): unknown[] {
  return told(shell, 'clipboard');
}

/** Seconds of the wire at a clock's time. */
export function wireTime(clock: VirtualClock): number {
  return Math.floor(clock.now() / 1000) + OFFSET;
}

/** Picks a file as the page does. */
export async function pick(shell: MemoryShell, kind: FileKind, path: string): Promise<string> {
  shell.system.chosen.push({ path, name: 'file', size: 3 });
  const reply = await shell.current.client.call('files.pick', { kind });
  if (!reply.ok || reply.value.file === null) throw new Error('no file');
  expect(JSON.stringify(reply)).not.toContain(path);
  return reply.value.file.token;
}
