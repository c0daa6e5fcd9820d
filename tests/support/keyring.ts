import { spawn, spawnSync } from 'node:child_process';

/** Whether a real keyring on a bus of its own can be had here. */
export const HAS_KEYRING =
  process.platform === 'linux' &&
  ['dbus-run-session', 'gnome-keyring-daemon'].every((name) => spawnSync('which', [name]).status === 0);

/** One line of tests/support/keychain-program.ts. */
export interface KeychainLine {
  readonly call: string;
  readonly outcome: string;
  readonly secret?: string;
  readonly ms: number;
}

/** What a run of the program told, and how long it took from start to end of the process. */
export interface KeychainRun {
  readonly lines: readonly KeychainLine[];
  readonly ms: number;
}

/** Starts of a shell script that runs on a bus of its own, before the program: keyrings in the states a person meets. */
export const KEYRING = {
  unlocked: `printf 'pw\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null`,
  locked: 'gnome-keyring-daemon --start --components=secrets >/dev/null',
  /** Unlocked, then stopped: it answers nothing any more. Found by its own number, so that no other keyring is touched. */
  stopped: `printf 'pw\\n' | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null & ring=$!; sleep 1; kill -STOP $ring`,
  none: ':',
} as const;

/** A bus that starts no program by itself. */
export const BARE_BUS = `<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><policy context="default">
<allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy></busconfig>`;

/**
 * Runs the program with `home` as the person's home, without a display. `before` is a shell command run first on a fresh bus, null for no
 * bus at all; `bus` is a configuration of that bus instead of the system's. Rejects when it does not end within 30 s.
 */
export function runKeychain(
  program: string,
  home: string,
  before: string | null,
  args: readonly string[],
  { bus, ...extra }: NodeJS.ProcessEnv & { readonly bus?: string } = {},
): Promise<KeychainRun> {
  const { DBUS_SESSION_BUS_ADDRESS: _bus, DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const node = ['node', program, ...args].map((word) => `'${word}'`).join(' ');
  // The program's own time is told by the shell around it, because a bus takes some to end.
  const timed = `b=$(date +%s%N); ${node}; e=$(date +%s%N); echo $(( (e - b) / 1000000 )); [ -z "$ring" ] || kill -KILL $ring; exit 0`;
  const script = `${before ?? ':'}\n${timed}`;
  const command =
    before === null
      ? ['sh', '-c', script]
      : ['dbus-run-session', ...(bus === undefined ? [] : [`--config-file=${bus}`]), '--', 'sh', '-c', script];
  const child = spawn(command[0] ?? '', command.slice(1), {
    env: { ...env, HOME: home, XDG_RUNTIME_DIR: home, XDG_DATA_HOME: `${home}/.local/share`, ...extra },
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 30_000,
  });
  let text = '';
  child.stdout.on('data', (data: Buffer) => (text += data.toString()));
  return new Promise((done, fail) => {
    child.once('close', () => {
      const lines = text.trim().split('\n');
      const ms = Number(lines.pop());
      if (!Number.isInteger(ms)) return fail(new Error(`no end: ${text}`));
      done({ ms, lines: lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as KeychainLine) });
    });
  });
}
