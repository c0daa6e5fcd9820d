import type { Digest } from '../../shared/contracts/digest.ts';
import {
  type Capability,
  type EngineState,
  type KeychainState,
  type QuickState,
  type ShellContract,
  shellContract,
} from '../../shared/contracts/shell.ts';
import { type ErrorCode, refuse } from '../../shared/errors.ts';
import type { Port } from '../../shared/port.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../shared/settings.ts';
import { serve, type Server } from '../../shared/wire/serve.ts';

/** What a fake shell was asked to do, and what it answers. */
export interface FakeShell {
  readonly server: Server<ShellContract>;
  engine: EngineState;
  locks: number;
  settings: Settings;
  keychain: KeychainState;
  /** When the idle lock comes, in the wire's seconds; null for never. */
  lockAt: number | null;
  /** What it may say of the vault that was open. */
  digest: Digest | null;
  /** What its host cannot do. */
  missing: readonly Capability[];
  /** What a change of settings is refused with; null when it is not. */
  refuse: ErrorCode | null;
  readonly links: string[];
  cleared: number;
  /** Whether the page may use the camera. */
  camera: boolean;
  /** What it says of quick access. */
  quick: QuickState;
  /** How quick access was ended, oldest first: with the whole window or without. */
  readonly quickClosed: boolean[];
  /** The next file the dialog gives; null is a dialog closed without a choice. */
  file: { token: string; name: string; size: number | null } | null;
  /** Changes the engine's state and tells the page. */
  tell(engine: EngineState): void;
}

/** Serves the page-to-shell contract from memory. */
export function fakeShell(port: Port): FakeShell {
  const fake: FakeShell = {
    engine: { state: 'ready', locked: null },
    locks: 0,
    settings: DEFAULT_SETTINGS,
    keychain: { available: true, reason: null },
    lockAt: null,
    digest: null,
    missing: ['own_title_bar', 'tray', 'native_menu', 'quick_window', 'content_protection'],
    refuse: null,
    links: [],
    cleared: 0,
    camera: false,
    quick: { on: false, key: null },
    quickClosed: [],
    file: { token: 'T'.repeat(22), name: 'brought.latchkey', size: 4096 },
    tell(engine) {
      fake.engine = engine;
      fake.server.emit('engine', engine);
    },
    server: serve<ShellContract>(
      shellContract,
      {
        'shell.info': () => ({
          host: 'fake',
          platform: 'linux',
          version: '0.0.0',
          missing: [...fake.missing],
          engine: fake.engine,
        }),
        'shell.lock': () => {
          fake.locks++;
          return {};
        },
        'lock.at': () => ({ at: fake.lockAt }),
        'lock.digest': () => ({ digest: fake.digest }),
        'settings.get': () => fake.settings,
        'settings.set': (change) => {
          if (fake.refuse !== null) return refuse(fake.refuse);
          const given = Object.entries(change).filter(([, value]) => value !== undefined);
          fake.settings = { ...fake.settings, ...(Object.fromEntries(given) as Partial<Settings>) };
          fake.server.emit('settings', fake.settings);
          return fake.settings;
        },
        'keychain.state': () => fake.keychain,
        'files.pick': () => ({ file: fake.file }),
        'links.open': ({ url }) => {
          fake.links.push(url);
          return {};
        },
        'camera.use': ({ on }) => {
          fake.camera = on;
          return {};
        },
        'quick.state': () => fake.quick,
        'quick.close': ({ whole }) => {
          fake.quickClosed.push(whole);
          fake.quick = { ...fake.quick, on: false };
          fake.server.emit('quick', fake.quick);
          return {};
        },
        'clipboard.clear': () => {
          fake.cleared++;
          fake.server.emit('clipboard', { what: 'cleared', until: null });
          return {};
        },
      },
      port,
      { allows: () => true, onBug: () => undefined },
    ),
  };
  return fake;
}
