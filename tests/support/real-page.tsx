import { render, waitFor } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { expect, vi } from 'vitest';
import { App } from '../../renderer/app/app.tsx';
import { TOPICS } from '../../shared/topics.ts';
import type { Port } from '../../shared/port.ts';
import { memoryPorts } from '../../shared/wire/memory-port.ts';
import { makeVault, startEngine, type TestClock, type TestEngine } from './engine-world.ts';
import { type FakeShell, fakeShell } from './fake-shell.ts';

vi.setConfig({ hookTimeout: 60_000 });

/** The whole page on a real engine, somebody else's real engine to exchange with, and hands to use the page. */
export interface RealPage {
  readonly mine: TestEngine;
  readonly theirs: TestEngine;
  readonly shell: FakeShell;
  readonly user: UserEvent;
  /** Calls of the page and what they were given, oldest first. */
  readonly calls: readonly { readonly call: string; readonly params: unknown }[];
}

/** Wednesday 25 November 2026, 08:00 in Berlin. */
export const START = Date.UTC(2026, 10, 25, 7) / 1000;

const changing =
  /\.(?:save|confirm|read|seal|verify|remove|accept|decline|override|done|giveBack|trash|restore|ask|answer|type|deny|close|extend|reduce|end|sendAnew|mute|unmute|receipt|start|worked|make|again|refuse|steps)$/;

/** The page's pipe to an engine in this process: calls go to its client, and what changes is told as the engine's process does. */
function relay(engine: TestEngine, calls: { call: string; params: unknown }[]): Port {
  const listeners = new Set<(text: string) => void>();
  const tell = (message: unknown): void => {
    for (const receive of [...listeners]) receive(JSON.stringify(message));
  };
  let revision = 0;
  const answer = async (text: string): Promise<void> => {
    const { id, call, params } = JSON.parse(text) as { id: number; call: 'vault.state'; params: Record<string, never> };
    calls.push({ call, params });
    if ((call as string) === 'clock.offset') {
      return tell({ id, ok: { seconds: engine.clock.now - Math.floor(Date.now() / 1000) } });
    }
    const reply = await engine.client.call(call, params);
    tell(
      reply.ok ? { id, ok: reply.value } : { id, error: reply.code, ...(reply.facts === undefined ? {} : { facts: reply.facts }) },
    );
    if (reply.ok && changing.test(call))
      for (const topic of TOPICS) tell({ event: 'changed', data: { topic, revision: ++revision } });
  };
  return {
    post: (text) => void answer(text),
    onMessage(receive) {
      listeners.add(receive);
      return () => listeners.delete(receive);
    },
  };
}

/** Two vaults: Maren's, which the page shows, and Tomás's. `prepare` fills them before the page asks. */
export async function openRealPage(prepare: (mine: TestEngine, theirs: TestEngine) => Promise<void>): Promise<RealPage> {
  const clock: TestClock = { now: START };
  const [mine, theirs] = [await startEngine(clock), await startEngine(clock)];
  await makeVault(mine, 'Maren Voss', 'copper tunnel hazard biology');
  await makeVault(theirs, 'Tomás Reyes', 'orbit lemon saddle harvest');
  await prepare(mine, theirs);
  const calls: { call: string; params: unknown }[] = [];
  const [shellPage, shellEnd] = memoryPorts();
  const shell = fakeShell(shellEnd);
  render(<App engine={relay(mine, calls)} shell={shellPage} />);
  await waitFor(() => expect(document.querySelector('nav.rail')).not.toBeNull());
  return { mine, theirs, shell, user: userEvent.setup(), calls };
}

/** An account with a password, three backup codes and an authenticator; gives its id. */
export async function addAccount(engine: TestEngine, title: string): Promise<string> {
  const { id } = await engine.ask('accounts.save', {
    ...{ client: null, platform: 'tiktok', kind: 'personal', title, username: '@harbourbakery', recoveryMail: null },
    ...{ recoveryPhone: null, address: null, tags: [], owner: null, password: 'Tr7&mel04-Quay' },
    backupCodes: ['1111 2222', '3333 4444', '5555 6666'],
  });
  const { pending } = await engine.ask('factors.read', { text: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' });
  await engine.ask('factors.confirm', { account: id, pending, typed: null });
  return id;
}
