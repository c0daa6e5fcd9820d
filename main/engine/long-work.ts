import type { WorkTask } from '../../shared/contracts/engine/work.ts';
import type { EventData } from '../../shared/contract.ts';
import type { EngineContract } from '../../shared/contracts/engine.ts';
import type { Counted, Watch } from '../core/vault/watch.ts';

/** What the page is told of long work. */
export type Told = EventData<EngineContract, 'progress'>;

/** What stands around long work. */
export interface LongWorkPorts {
  readonly tell: (told: Told) => void;
  /** Lets everything else that waits have its turn, what the page asks among it. */
  readonly pause: () => Promise<unknown>;
  /** True once everything is to be given up. */
  readonly isStopping: () => boolean;
}

/** Long work under way: tells the page how far each is, lets the process answer in between, and gives up what the person stops. */
export class LongWork {
  readonly #ports: LongWorkPorts;
  readonly #current = new Map<WorkTask, { isGivenUp: boolean }>();

  constructor(ports: LongWorkPorts) {
    this.#ports = ports;
  }

  /** The watch of one piece of work; make one each time it is begun. */
  watch(task: WorkTask): Watch {
    const work = { isGivenUp: false };
    this.#current.set(task, work);
    return async (part: number, records?: Counted) => {
      const done = Math.min(100, Math.max(0, Math.floor(part * 100)));
      this.#ports.tell({ task, done, ...(records === undefined ? {} : { records: { ...records } }) });
      await this.#ports.pause();
      return !work.isGivenUp && !this.#ports.isStopping();
    };
  }

  /** Gives up the newest work of a kind at its next look; nothing happens to what has ended. */
  cancel(task: WorkTask): void {
    const work = this.#current.get(task);
    if (work !== undefined) work.isGivenUp = true;
  }
}
