import { homedir } from 'node:os';
import path from 'node:path';
import type { ChosenFile } from '../shell.ts';
import { findProgram, runProgram } from './run-program.ts';

/** A program of the desktop that asks where to save. */
export interface SaveDialog {
  readonly file: string;
  readonly args: (suggestion: string) => string[];
}

/** The desktop's own save dialog, because a page in an app window has none; null when there is no such program. */
export function findSaveDialog(env: NodeJS.ProcessEnv = process.env): SaveDialog | null {
  const zenity = findProgram('zenity', env);
  if (zenity !== null) {
    return { file: zenity, args: (name) => ['--file-selection', '--save', '--confirm-overwrite', `--filename=${name}`] };
  }
  const kdialog = findProgram('kdialog', env);
  return kdialog === null ? null : { file: kdialog, args: (name) => ['--getsavefilename', name] };
}

/** Asks where to save; null when the person cancels. */
export async function askWhereToSave(dialog: SaveDialog, suggestedName: string): Promise<ChosenFile | null> {
  const suggestion = path.join(homedir(), path.basename(suggestedName));
  const { code, output } = await runProgram(dialog.file, dialog.args(suggestion));
  const file = output.replace(/\n$/, '');
  return code === 0 && path.isAbsolute(file) ? { path: file, name: path.basename(file), size: null } : null;
}
