import { COMMAND_GROUPS, COMMAND_IDS, COMMANDS } from '../../shared/commands.ts';
import { commandGroupText, commandText } from '../../shared/text/app.ts';
import type { NativeMenu } from './shell.ts';

/** The menus of the app, from the one list of commands, in the language spoken now. */
export function appMenus(): readonly NativeMenu[] {
  return COMMAND_GROUPS.map((group) => ({
    label: commandGroupText[group],
    items: COMMAND_IDS.filter((id) => COMMANDS[id].group === group).map((id) => ({
      id,
      label: commandText[id],
      keys: COMMANDS[id].keys,
    })),
  }));
}
