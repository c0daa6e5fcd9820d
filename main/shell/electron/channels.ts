/** Every IPC channel there is between a window's preload and the main process. */
export const CHANNELS = {
  /** Preload to main: a page has begun and may be joined. */
  hello: 'hello',
  /** Both ways: one text of the page-to-shell pipe. */
  shell: 'shell',
  /** Main to preload: the page's end of the pipe to the engine, as a port; without one it is joined to none. */
  engine: 'engine',
  /** Preload to main: the path of a file a person dropped on the page. */
  dropped: 'dropped',
  /** Preload to main: somebody is there. */
  active: 'active',
} as const;
