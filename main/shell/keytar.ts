import { existsSync } from 'node:fs';
import path from 'node:path';
import type { KeychainFault } from '../../shared/contracts/shell.ts';

/** A keychain of the operating system, for short texts by service and account. Every method may take for ever, as while it asks the person. */
export interface SystemKeychain {
  /** Which keychain this is, for the note beside the vault: another name is another place. */
  readonly backend: string;
  /** The text; null when there is none. Rejects with `KeychainError`. */
  get(service: string, account: string): Promise<string | null>;
  set(service: string, account: string, text: string): Promise<void>;
  /** Does nothing when there is none. */
  delete(service: string, account: string): Promise<void>;
}

/** What a keychain did instead of answering. Carries no message: the system's may quote what was to be kept. */
export class KeychainError extends Error {
  readonly fault: KeychainFault;

  constructor(fault: KeychainFault) {
    super(`keychain ${fault}`);
    this.name = 'KeychainError';
    this.fault = fault;
  }
}

/** The part of the package `keytar` this uses. */
export interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

const BACKENDS: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'macos_keychain',
  linux: 'secret_service',
  win32: 'windows_credentials',
};

/**
 * What the systems say, in English; anything else counts as refused. libsecret tells a locked keyring in two ways: it cannot write into
 * it, or its default collection does not exist because nobody could be asked to make one. macOS: SecBase.h -25308, -25293 and -128.
 */
const SAYINGS: readonly (readonly [RegExp, KeychainFault])[] = [
  [
    /autolaunch D-Bus|was not provided by any|could not connect|connection refused|no such file|no keychain is available/i,
    'absent',
  ],
  [/locked|object does not exist at path|user interaction is not allowed/i, 'locked'],
  [/timeout was reached|did not receive a reply/i, 'timed_out'],
];

function faultOf(error: unknown): KeychainFault {
  const text = error instanceof Error ? error.message : '';
  return SAYINGS.find(([saying]) => saying.test(text))?.[1] ?? 'denied';
}

/** Whether there is a D-Bus session at all; without one libsecret would try to start one. */
function hasBus(env: NodeJS.ProcessEnv): boolean {
  if ((env['DBUS_SESSION_BUS_ADDRESS'] ?? '') !== '') return true;
  const folder = env['XDG_RUNTIME_DIR'] ?? '';
  return path.isAbsolute(folder) && existsSync(path.join(folder, 'bus'));
}

// Loaded when first used, and only then: an app without its native part is an app without "remember this device".
const loadKeytar = async (): Promise<Keytar> => (await import('keytar')).default;

/** The system's keychain by the package `keytar`; null where it knows none. A part that is missing is told by the calls, as `absent`. */
export function keytarKeychain(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
  load: () => Promise<Keytar> = loadKeytar,
): SystemKeychain | null {
  const backend = BACKENDS[platform];
  if (backend === undefined) return null;
  const ask = async <T>(work: (keytar: Keytar) => Promise<T>): Promise<T> => {
    if (platform === 'linux' && !hasBus(env)) throw new KeychainError('absent');
    const keytar = await load().catch(() => {
      throw new KeychainError('absent');
    });
    try {
      return await work(keytar);
    } catch (error) {
      throw new KeychainError(faultOf(error));
    }
  };
  return {
    backend,
    get: (service, account) => ask((keytar) => keytar.getPassword(service, account)),
    set: (service, account, text) => ask((keytar) => keytar.setPassword(service, account, text)),
    delete: (service, account) => ask(async (keytar) => void (await keytar.deletePassword(service, account))),
  };
}
