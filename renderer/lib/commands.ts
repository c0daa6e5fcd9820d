import { useEffect, useEffectEvent } from 'react';
import { create } from 'zustand';
import { commandText } from '../../shared/text/app.ts';

/** Every command with its key and its name; keys and buttons run the same one. */
export const COMMANDS = {
  find: { keys: 'Mod+K', label: commandText.find },
  newAccount: { keys: 'Mod+N', label: commandText.newAccount },
  edit: { keys: 'Mod+E', label: commandText.edit },
  copyCode: { keys: 'Mod+T', label: commandText.copyCode },
  copyUsername: { keys: 'Mod+C', label: commandText.copyUsername },
  copyPassword: { keys: 'Mod+Shift+C', label: commandText.copyPassword },
  reveal: { keys: 'Mod+R', label: commandText.reveal },
  pasteMessage: { keys: 'Mod+V', label: commandText.pasteMessage },
  seal: { keys: 'Mod+Enter', label: commandText.seal },
  lock: { keys: 'Mod+L', label: commandText.lock },
  settings: { keys: 'Mod+,', label: commandText.settings },
  back: { keys: 'Escape', label: commandText.back },
  nextPane: { keys: 'F6', label: commandText.nextPane },
  keys: { keys: '?', label: commandText.keys },
} as const;

export type CommandId = keyof typeof COMMANDS;
type Handler = () => void;

/** Handlers of each command, the newest last: the view on top answers first. */
const useStore = create<{ readonly handlers: Readonly<Partial<Record<CommandId, readonly Handler[]>>> }>(() => ({ handlers: {} }));

function register(id: CommandId, handler: Handler): () => void {
  const set = (change: (list: readonly Handler[]) => readonly Handler[]): void =>
    useStore.setState(({ handlers }) => ({ handlers: { ...handlers, [id]: change(handlers[id] ?? []) } }));
  set((list) => [...list, handler]);
  return () => set((list) => list.filter((one) => one !== handler));
}

/** Whether something answers a command now. */
export function canRun(id: CommandId): boolean {
  return (useStore.getState().handlers[id]?.length ?? 0) > 0;
}

/** Runs a command; false when nothing answers it now. */
export function runCommand(id: CommandId): boolean {
  const handler = useStore.getState().handlers[id]?.at(-1);
  handler?.();
  return handler !== undefined;
}

/** The commands something answers now, in their order. */
export function useCommands(): readonly CommandId[] {
  const handlers = useStore((state) => state.handlers);
  return (Object.keys(COMMANDS) as CommandId[]).filter((id) => (handlers[id]?.length ?? 0) > 0);
}

/** Answers a command while the view is there; null leaves it to the view below. */
export function useCommand(id: CommandId, handler: Handler | null): void {
  const active = handler !== null;
  const latest = useEffectEvent(() => handler?.());
  useEffect(() => {
    if (!active) return;
    return register(id, () => latest());
  }, [id, active]);
}
