import type { Watch } from '../core/vault/watch.ts';

/** The watch of work nobody waits for and nobody stops: what the page asks meanwhile has its turn at every step. */
export const inBackground: Watch = async () => {
  await new Promise((next) => void setImmediate(next));
  return true;
};
