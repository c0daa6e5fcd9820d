import { createContext, use } from 'react';
import type { Result } from '../../shared/contract.ts';
import type { Capability, QuickState, ShellContract } from '../../shared/contracts/shell.ts';
import type { Port } from '../../shared/port.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../shared/settings.ts';
import { type Client, createClient } from '../../shared/wire/client.ts';

export type ShellClient = Client<ShellContract>;
export type ShellInfo = Result<ShellContract, 'shell.info'>;

/** Makes the client of the shell on its pipe. */
export function shellClient(port: Port): ShellClient {
  return createClient<ShellContract>(port);
}

/** The shell's client, what it said about its host, and what the person has set for this machine. */
export interface ShellAround {
  readonly client: ShellClient;
  readonly info: ShellInfo;
  readonly settings: Settings;
  readonly quick: QuickState;
}

/** Carries the shell to the views. */
export const ShellContext = createContext<ShellAround | null>(null);

/** The shell's client; throws outside `ShellContext`, which is a bug. */
export function useShell(): ShellClient {
  const around = use(ShellContext);
  if (around === null) throw new Error('no shell client around this view');
  return around.client;
}

/** Whether the host can do a thing; what it cannot do is left out of the page. */
export function useCapability(capability: Capability): boolean {
  const around = use(ShellContext);
  return around !== null && !around.info.missing.includes(capability);
}

/** What the person has set for this machine, followed; what holds without a word outside `ShellContext`. */
export function useSettings(): Settings {
  return use(ShellContext)?.settings ?? DEFAULT_SETTINGS;
}

const NO_QUICK: QuickState = { on: false, key: null };

/** Whether the window is small and over other programs now, and whether the system gave us the key for it. */
export function useQuick(): QuickState {
  return use(ShellContext)?.quick ?? NO_QUICK;
}
