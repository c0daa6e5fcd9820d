import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** One process among all that may ever meet a lock file. */
export interface ProcessName {
  readonly pid: number;
  /** Within which process numbers mean the same: machine and process namespace. */
  readonly host: string;
  /** When it began, as its system counts (Linux: proc(5), field 22 of stat, ticks since boot); null where that cannot be read. */
  readonly start: string | null;
}

/** What is known of the processes of this host. */
export interface Processes {
  readonly own: ProcessName;
  /** The living process of a number, its start null where that cannot be read; null when there is none. */
  readonly find: (pid: number) => Pick<ProcessName, 'start'> | null;
}

/** The processes that this one can see. */
export const localProcesses: Processes = {
  own: { pid: process.pid, host: hostName(), start: statStart(process.pid) },
  find: (pid) => {
    try {
      process.kill(pid, 0);
    } catch (error) {
      // Another person's process may not be signalled, and lives.
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return null;
    }
    return { start: statStart(pid) };
  },
};

function statStart(pid: number): string | null {
  const stat = tryRead(() => readFileSync(`/proc/${pid}/stat`, 'latin1'));
  // The second field is the program's name in brackets, in which anything may stand: fields are counted from behind it.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

// Two machines of one name, or two containers on one machine, must not judge each other's processes.
function hostName(): string {
  const parts = [tryRead(() => readFileSync('/etc/machine-id', 'latin1').trim()), tryRead(() => readlinkSync('/proc/self/ns/pid'))];
  const told = createHash('sha256')
    .update(`latchkey lock\0${parts.join('\0')}`)
    .digest('hex');
  return `${hostname().slice(0, 200)} ${told.slice(0, 16)}`;
}

function tryRead(read: () => string): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}
