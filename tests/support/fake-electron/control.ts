import type { FakeMenu } from './desktop.ts';

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
  /** The system shows notices. */
  notifies: true,
  /** Seconds since the last input. */
  idle: 0,
  sandboxed: false,
  quits: 0,
  exits: [] as number[],
  /** Switches of the command line. */
  given: new Map<string, string>(),
  switches: new Map<string, string>(),
  schemes: [] as Electron.CustomScheme[],
  menu: undefined as FakeMenu | null | undefined,
  /** The app took the focus from another one. */
  stole: false,
  /** How often the whole app was hidden. */
  hidden: 0,
  /** What Windows knows the app by. */
  userModel: '',
  /** Schemes whose links the app asked for, each with the program and its arguments. */
  links: [] as string[][],
};
