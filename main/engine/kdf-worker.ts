import { parentPort } from 'node:worker_threads';
import { directKdf } from '../core/crypto/kdf.ts';
import type { KdfTask } from './kdf-in-worker.ts';

// Entry of the throw-away worker: one question, one answer.
parentPort?.once('message', ({ password, salt, ops, memKib }: KdfTask) => {
  void directKdf.derive(password, salt, ops, memKib).then((key) => {
    password.fill(0);
    parentPort?.postMessage(key);
  });
});
