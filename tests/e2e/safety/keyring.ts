import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { KEYRING } from '../../support/keyring.ts';

/** A bus of its own with a real gnome-keyring on it. */
export interface Keyring {
  /** What a program needs to find it. */
  readonly env: { readonly DBUS_SESSION_BUS_ADDRESS: string; readonly XDG_DATA_HOME: string };
  /** Locks the keyring that items are kept in. */
  lock(): Promise<void>;
  end(): Promise<void>;
}

/** Starts one, its keyring unlocked. `folder` is where it keeps its files. */
export async function startKeyring(folder: string): Promise<Keyring> {
  const data = path.join(folder, 'data');
  const runtime = path.join(folder, 'runtime');
  for (const each of [data, runtime]) await mkdir(each, { recursive: true, mode: 0o700 });
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, DBUS_SESSION_BUS_ADDRESS: _bus, ...rest } = process.env;
  // The bus ends with its script, and that with its standard input.
  const script = `${KEYRING.unlocked}\necho "$DBUS_SESSION_BUS_ADDRESS"\ncat >/dev/null`;
  const child = spawn('dbus-run-session', ['--', 'sh', '-c', script], {
    env: { ...rest, HOME: folder, XDG_DATA_HOME: data, XDG_RUNTIME_DIR: runtime },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const address = await new Promise<string>((done, fail) => {
    let text = '';
    child.stdout.on('data', (piece: Buffer) => {
      text += piece.toString();
      if (text.includes('\n')) done(text.trim());
    });
    void ended.then(() => fail(new Error('the bus ended')));
  });
  const env = { DBUS_SESSION_BUS_ADDRESS: address, XDG_DATA_HOME: data };
  return {
    env,
    lock: () =>
      new Promise((done, fail) => {
        const call = ['org.freedesktop.Secret.Service.Lock', 'array:objpath:/org/freedesktop/secrets/collection/login'];
        const to = ['--session', '--print-reply', '--dest=org.freedesktop.secrets', '/org/freedesktop/secrets'];
        const sent = spawn('dbus-send', [...to, ...call], { env: { ...rest, ...env }, stdio: 'ignore' });
        sent.once('exit', (code) => (code === 0 ? done() : fail(new Error('the keyring was not locked'))));
      }),
    async end() {
      child.stdin.end();
      await ended;
    },
  };
}
