import { Worker } from 'node:worker_threads';
import type { Bytes } from '../core/bytes.ts';
import type { Kdf } from '../core/crypto/kdf.ts';

/** What the worker is asked, once. */
export interface KdfTask {
  readonly password: Bytes;
  readonly salt: Bytes;
  readonly ops: number;
  readonly memKib: number;
}

/**
 * Argon2id in a worker that is thrown away after one run: the engine keeps answering meanwhile, and the memory, which
 * WebAssembly never gives back, goes with the thread.
 */
export class WorkerKdf implements Kdf {
  readonly #script: URL;

  /** `script` is the built `kdf-worker`, a file URL. */
  constructor(script: URL) {
    this.#script = script;
  }

  derive(password: Bytes, salt: Bytes, ops: number, memKib: number): Promise<Bytes | null> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(this.#script);
      const end = (settle: () => void): void => {
        void worker.terminate();
        settle();
      };
      worker.once('message', (key: Bytes | null) => end(() => resolve(key)));
      worker.once('error', (error) => end(() => reject(error)));
      worker.once('exit', () => reject(new Error('the KDF worker ended without an answer')));
      const task: KdfTask = { password: password.slice(), salt: salt.slice(), ops, memKib };
      // The copies move to the thread and leave no trace here.
      worker.postMessage(task, [task.password.buffer, task.salt.buffer]);
    });
  }
}
