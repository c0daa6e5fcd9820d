import { useEffect, useEffectEvent } from 'react';
import { create } from 'zustand';
import { COMMAND_IDS, type CommandId, PLACE_COMMANDS } from '../../shared/commands.ts';

type Handler = () => void;

interface CommandState {
  /** Handlers of each command, the newest last: the view on top answers first. */
  readonly handlers: Readonly<Partial<Record<CommandId, readonly Handler[]>>>;
}

const useStore = create<CommandState>(() => ({ handlers: {} }));

/** A place asked for from outside while nothing could go there yet. */
let wished: CommandId | null = null;

function register(id: CommandId, handler: Handler): () => void {
  const set = (change: (list: readonly Handler[]) => readonly Handler[]): void =>
    useStore.setState(({ handlers }) => ({ handlers: { ...handlers, [id]: change(handlers[id] ?? []) } }));
  set((list) => [...list, handler]);
  if (wished === id) {
    wished = null;
    handler();
  }
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

/** Runs a command that a menu, the tray or a link asks for; a place is gone to as soon as there is a way, as after unlocking. */
export function runSoon(id: CommandId): void {
  wished = null;
  if (!runCommand(id) && (PLACE_COMMANDS as readonly CommandId[]).includes(id)) wished = id;
}

/** The commands something answers now, in their order. */
export function useCommands(): readonly CommandId[] {
  const handlers = useStore((state) => state.handlers);
  return COMMAND_IDS.filter((id) => (handlers[id]?.length ?? 0) > 0);
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

/** Answers several commands for as long as the view is there. */
export function useCommandTable(table: Readonly<Partial<Record<CommandId, Handler>>>): void {
  const latest = useEffectEvent((id: CommandId) => table[id]?.());
  const ids = Object.keys(table).join(' ');
  useEffect(() => {
    const stops = COMMAND_IDS.filter((id) => ids.split(' ').includes(id)).map((id) => register(id, () => latest(id)));
    return () => stops.forEach((stop) => stop());
  }, [ids]);
}
