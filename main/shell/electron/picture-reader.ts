import { MessageChannelMain, utilityProcess } from 'electron';
import type { ElectronEngine } from './electron-engine.ts';
import { killUtility } from './kill-utility.ts';

/** Starts a process that reads one picture and joins it to the engine: picture and text go between the two, and not through here. */
export function startPictureReader(file: string, engine: ElectronEngine): { kill(): void } {
  const { SYSTEMROOT } = process.env;
  const child = utilityProcess.fork(file, [], {
    serviceName: 'Latchkey pictures',
    // SECURITY: nothing of our environment and no flag of ours; it holds no key and needs neither.
    env: SYSTEMROOT === undefined ? {} : { SYSTEMROOT },
    execArgv: [],
    stdio: 'ignore',
  });
  // Told of what breaks in V8, before the exit. Unheard it would be thrown here, with a report of what the process held.
  child.on('error', () => undefined);
  const { port1, port2 } = new MessageChannelMain();
  child.postMessage('picture', [port1]);
  engine.joinReader(port2);
  let gone = false;
  child.once('exit', () => (gone = true));
  return {
    kill: () => {
      if (!gone) killUtility(child);
    },
  };
}
