let resolve: () => void = () => undefined;
const promise = new Promise<void>((done) => {
  resolve = done;
});

/**
 * Whether Electron is ready. Page "app", whenReady, and electron#40719: in an ES module entry, ready is emitted only after the
 * module has been evaluated, so the test says when.
 */
export const whenReady = {
  promise,
  is: false,
  /** The entry has been evaluated. */
  now(): void {
    whenReady.is = true;
    resolve();
  },
  /** Throws as modules do that work only afterwards. */
  must(what: string): void {
    if (!whenReady.is) throw new Error(`${what} can only be used after the app is ready`);
  },
  /** Throws as methods do that work only before. */
  mustNot(what: string): void {
    if (whenReady.is) throw new Error(`${what} can only be called before the app is ready`);
  },
};
