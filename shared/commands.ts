/** Where a command stands in a menu. */
export const COMMAND_GROUPS = ['file', 'account', 'go', 'window', 'help'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** Every command: its key, null where it has none, and the menu it stands in. Menu, palette, keys and help all read it here; names are in shared/text. */
export const COMMANDS = {
  find: { keys: 'Mod+K', group: 'file' },
  search: { keys: 'Mod+F', group: 'file' },
  newAccount: { keys: 'Mod+N', group: 'file' },
  pasteMessage: { keys: 'Mod+V', group: 'file' },
  generate: { keys: 'Mod+G', group: 'file' },
  settings: { keys: 'Mod+,', group: 'file' },
  lock: { keys: 'Mod+L', group: 'file' },
  undo: { keys: 'Mod+Z', group: 'account' },
  edit: { keys: 'Mod+E', group: 'account' },
  copyUsername: { keys: 'Mod+C', group: 'account' },
  copyPassword: { keys: 'Mod+Shift+C', group: 'account' },
  copyCode: { keys: 'Mod+T', group: 'account' },
  reveal: { keys: 'Mod+R', group: 'account' },
  openSite: { keys: 'Mod+Shift+F', group: 'account' },
  handOff: { keys: null, group: 'account' },
  takeBack: { keys: null, group: 'account' },
  pin: { keys: null, group: 'account' },
  seal: { keys: 'Mod+Enter', group: 'account' },
  goAccounts: { keys: 'Mod+1', group: 'go' },
  goReceived: { keys: 'Mod+2', group: 'go' },
  goRequests: { keys: 'Mod+3', group: 'go' },
  goLedger: { keys: 'Mod+4', group: 'go' },
  goRuns: { keys: 'Mod+5', group: 'go' },
  goReview: { keys: 'Mod+6', group: 'go' },
  goInbox: { keys: 'Mod+7', group: 'go' },
  goBusiness: { keys: 'Mod+8', group: 'go' },
  goPeople: { keys: 'Mod+9', group: 'go' },
  goReminders: { keys: null, group: 'go' },
  goLog: { keys: null, group: 'go' },
  goTrash: { keys: null, group: 'go' },
  goHealth: { keys: null, group: 'go' },
  goBackups: { keys: null, group: 'go' },
  askFor: { keys: null, group: 'go' },
  addPerson: { keys: null, group: 'go' },
  myCard: { keys: null, group: 'go' },
  back: { keys: 'Escape', group: 'window' },
  nextPane: { keys: 'F6', group: 'window' },
  keys: { keys: '?', group: 'help' },
} as const satisfies Readonly<Record<string, { readonly keys: string | null; readonly group: CommandGroup }>>;

/** The name of a command. */
export type CommandId = keyof typeof COMMANDS;

/** Every command's name, in order. */
export const COMMAND_IDS = Object.keys(COMMANDS) as readonly CommandId[] as readonly [CommandId, ...CommandId[]];

/** What a link from outside, a tray or a menu may ask of a locked or open window without doing anything to what is in it. */
export const PLACE_COMMANDS = [
  'goAccounts',
  'goReceived',
  'goRequests',
  'goLedger',
  'goRuns',
  'goReview',
  'goInbox',
  'goBusiness',
  'goPeople',
  'goReminders',
] as const satisfies readonly CommandId[];

/** Opens quick access over any program, in Electron's notation of keys. */
export const QUICK_KEY = 'CommandOrControl+Shift+Space';
