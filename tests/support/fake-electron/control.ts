/** What a test decides about the machine, and what was done to it. */
export const control = {
  packaged: true,
  first: true,
  /** The platform has a primary selection. */
  selection: true,
  appPath: '',
  home: '',
  /** Paths the app has set. */
  paths: new Map<string, string>(),
  /** What Electron found on Linux to keep secrets with. */
  storage: 'gnome_libsecret' as ReturnType<Electron.SafeStorage['getSelectedStorageBackend']>,
  /** Where userData was when a lock on a single instance was asked for. */
  lockedIn: [] as string[],
  /** Seconds since the last input. */
  idle: 0,
  sandboxed: false,
  quits: 0,
  exits: [] as number[],
  /** Switches of the command line. */
  given: new Map<string, string>(),
  switches: new Map<string, string>(),
  schemes: [] as Electron.CustomScheme[],
  menu: undefined as unknown,
};
