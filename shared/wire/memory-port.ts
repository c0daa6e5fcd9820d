import type { Port, Unsubscribe } from '../port.ts';

/** Two joined ports in one process; messages arrive in order, each in its own microtask. */
export function memoryPorts(): readonly [Port, Port] {
  const ends = [new Set<(text: string) => void>(), new Set<(text: string) => void>()] as const;
  const port = (mine: Set<(text: string) => void>, other: Set<(text: string) => void>): Port => ({
    post(text) {
      queueMicrotask(() => {
        for (const receive of [...other]) receive(text);
      });
    },
    onMessage(receive): Unsubscribe {
      mine.add(receive);
      return () => void mine.delete(receive);
    },
  });
  return [port(ends[0], ends[1]), port(ends[1], ends[0])];
}
