import { homedir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface Arguments {
  readonly headless: boolean;
  /** Absolute path of the folder for vault and settings. */
  readonly profile: string;
  /** Seconds added to the system clock; for tests and the demo. */
  readonly clockOffset: number;
  /** In CSS pixels. */
  readonly size: { readonly width: number; readonly height: number };
}

/** How the command line is written. */
export const USAGE = 'latchkey [--profile FOLDER] [--window-size WIDTH,HEIGHT] [--headless]';

const MAX_OFFSET = 100 * 365 * 86_400;

/** Reads the command line without node and script; a sentence saying what is wrong with it otherwise. Never throws. */
export function readArguments(argv: readonly string[], env: NodeJS.ProcessEnv = process.env): Arguments | string {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        headless: { type: 'boolean', default: false },
        profile: { type: 'string', default: defaultProfile(env) },
        'clock-offset': { type: 'string', default: '0' },
        'window-size': { type: 'string', default: '1180,760' },
      },
    });
    const size = /^(\d{3,4}),(\d{3,4})$/.exec(values['window-size']);
    if (size === null) return 'A window size is two numbers of pixels, such as 1180,760.';
    const clockOffset = Number(values['clock-offset']);
    if (!Number.isInteger(clockOffset) || Math.abs(clockOffset) > MAX_OFFSET) return 'A clock offset is a number of seconds.';
    if (values.profile === '') return 'A profile is a folder.';
    return {
      headless: values.headless,
      profile: path.resolve(values.profile),
      clockOffset,
      size: { width: Number(size[1]), height: Number(size[2]) },
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function defaultProfile(env: NodeJS.ProcessEnv): string {
  const home = homedir();
  switch (process.platform) {
    case 'darwin':
      return path.join(home, 'Library', 'Application Support', 'Latchkey');
    case 'win32':
      return path.join(env['APPDATA'] ?? path.join(home, 'AppData', 'Roaming'), 'Latchkey');
    default:
      // XDG Base Directory Specification 0.8: a relative path there is to be ignored.
      return path.join(
        path.isAbsolute(env['XDG_DATA_HOME'] ?? '') ? (env['XDG_DATA_HOME'] ?? home) : path.join(home, '.local', 'share'),
        'latchkey',
      );
  }
}
