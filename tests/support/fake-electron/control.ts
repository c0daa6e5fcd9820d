/** What a test decides about the machine, and what was done to it. */
export const control = {
  packaged: true,
  first: true,
  /** The platform has a primary selection. */
  selection: true,
  appPath: '',
  home: '',
  sandboxed: false,
  quits: 0,
  exits: [] as number[],
  /** Switches of the command line. */
  given: new Map<string, string>(),
  switches: new Map<string, string>(),
  schemes: [] as Electron.CustomScheme[],
  menu: undefined as unknown,
};
