import { describe, expect, it } from 'vitest';
import type { KeychainFault } from '../../shared/contracts/shell.ts';
import { type Keytar, keytarKeychain } from '../../main/shell/keytar.ts';

const BUS = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/dev/null' };

function failing(message: string): Keytar {
  const fail = (): Promise<never> => Promise.reject(new Error(message));
  return { getPassword: fail, setPassword: fail, deletePassword: fail };
}

describe('the package keytar', () => {
  it.each<[string, KeychainFault]>([
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'absent'],
    ['The name org.freedesktop.secrets was not provided by any .service files', 'absent'],
    ['Could not connect: Connection refused', 'absent'],
    ['Could not connect: No such file or directory', 'absent'],
    ['Object does not exist at path “/org/freedesktop/secrets/collection/login”', 'locked'],
    ['Cannot create an item in a locked collection', 'locked'],
    ['User interaction is not allowed.', 'locked'],
    ['Timeout was reached', 'timed_out'],
    ['The prompt was dismissed', 'denied'],
    ['User canceled the operation.', 'denied'],
    ['Der Zugriff wurde verweigert.', 'denied'],
    ['', 'denied'],
  ])('that says “%s” is %s, and its words go no further', async (message, fault) => {
    const keychain = keytarKeychain('linux', BUS, () => Promise.resolve(failing(message)));
    const errors = await Promise.allSettled([
      keychain?.get('Latchkey', 'v'),
      keychain?.set('Latchkey', 'v', 'x'),
      keychain?.delete('Latchkey', 'v'),
    ]);
    for (const each of errors) {
      expect(each).toMatchObject({ status: 'rejected', reason: { fault, message: `keychain ${fault}` } });
    }
    expect(errors).toHaveLength(3);
  });

  it('that is not installed is absent', async () => {
    const keychain = keytarKeychain('darwin', {}, () => Promise.reject(new Error('Cannot find package')));
    await expect(keychain?.get('Latchkey', 'v')).rejects.toMatchObject({ fault: 'absent' });
  });

  it('is not loaded before it is used, nor on a Linux without a bus', async () => {
    let loads = 0;
    const load = (): Promise<Keytar> => {
      loads++;
      return Promise.resolve(failing(''));
    };
    const keychain = keytarKeychain('linux', { XDG_RUNTIME_DIR: '/dev/null' }, load);
    await expect(keychain?.get('Latchkey', 'v')).rejects.toMatchObject({ fault: 'absent' });
    expect(loads).toBe(0);
  });

  it('is known by the keychain behind it, and not used where that is unknown', () => {
    expect(['linux', 'darwin', 'win32'].map((platform) => keytarKeychain(platform as NodeJS.Platform)?.backend)).toEqual([
      'secret_service',
      'macos_keychain',
      'windows_credentials',
    ]);
    expect(keytarKeychain('freebsd')).toBe(null);
  });
});
