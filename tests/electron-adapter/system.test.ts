import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { notices } from '../../shared/text/notice.ts';
import { questions } from '../../shared/text/question.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ElectronSystem } from '../../main/shell/electron/electron-system.ts';
import { control } from '../support/fake-electron/control.ts';
import { whenReady } from '../support/fake-electron/readiness.ts';
import { clipboards, dialogs, notified, opened, powerMonitor } from '../support/fake-electron/system.ts';

let focused = true;
let folder: string;
const window = (): Electron.BrowserWindow => ({ isFocused: () => focused }) as Electron.BrowserWindow;
const system = (node: NodeJS.Platform): ElectronSystem => new ElectronSystem(window, folder, node);
const { main, selection } = clipboards;
const raw = (name: string): string => `electron application/osclipboard;format="${name}"`;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'latchkey-system-'));
  main.clear();
  selection.clear();
  main.writes.length = 0;
  main.refusesRaw = false;
  focused = true;
  dialogs.asked.length = 0;
  opened.length = 0;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a copied secret', () => {
  it.each<[NodeJS.Platform, string[]]>([
    ['win32', ['ExcludeClipboardContentFromMonitorProcessing', 'CanIncludeInClipboardHistory', 'CanUploadToCloudClipboard']],
    ['darwin', ['org.nspasteboard.ConcealedType']],
    ['linux', ['x-kde-passwordManagerHint']],
    ['freebsd', []],
  ])('on %s carries its marks in the same write: %j', async (node, marks) => {
    await system(node).copyText('hunter2');
    expect(main.writes).toEqual([['text/plain', ...marks.map(raw)]]);
    expect(await system(node).readText()).toBe('hunter2');
  });

  it('has marks with the values the systems look for', async () => {
    await system('win32').copyText('hunter2');
    for (const name of ['CanIncludeInClipboardHistory', 'CanUploadToCloudClipboard']) {
      expect([...new Uint8Array(await (main.held[raw(name)] as Blob).arrayBuffer())]).toEqual([0, 0, 0, 0]);
    }
    await system('linux').copyText('hunter2');
    expect(await (main.held[raw('x-kde-passwordManagerHint')] as Blob).text()).toBe('secret');
  });

  it('is copied without marks where the system refuses them, and that is said', async () => {
    const host = system('linux');
    expect(host.missing.has('clipboard_conceal')).toBe(false);
    main.refusesRaw = true;
    await host.copyText('hunter2');
    expect(main.writes).toEqual([['text/plain']]);
    expect(host.missing.has('clipboard_conceal')).toBe(true);
  });

  it('is cleared from the primary selection too, when it is there', async () => {
    await main.writeText('hunter2');
    await selection.writeText('hunter2');
    await system('linux').clearText();
    expect([await main.readText(), await selection.readText()]).toEqual(['', '']);
    await main.writeText('hunter2');
    await selection.writeText('something else');
    await system('linux').clearText();
    expect([await main.readText(), await selection.readText()]).toEqual(['', 'something else']);
  });

  it('is cleared where there is no primary selection', async () => {
    control.selection = false;
    await main.writeText('hunter2');
    await system('darwin').clearText();
    expect(await main.readText()).toBe('');
    control.selection = true;
  });

  it('is read as none when there is no text, and as unreadable under Wayland without the focus', async () => {
    const before = process.env['WAYLAND_DISPLAY'];
    process.env['WAYLAND_DISPLAY'] = 'wayland-0';
    const host = system('linux');
    if (before === undefined) delete process.env['WAYLAND_DISPLAY'];
    else process.env['WAYLAND_DISPLAY'] = before;
    expect(await host.readText()).toBe(null);
    focused = false;
    await expect(host.readText()).rejects.toThrow('focus');
    await main.writeText('hunter2');
    expect(await host.readText()).toBe('hunter2');
  });
});

describe('a dialog', () => {
  it('gives no folder, no device and nothing that is not there', async () => {
    const sub = path.join(folder, 'sub');
    await mkdir(sub);
    for (const answer of [sub, path.join(folder, 'gone'), '/dev/null', 'relative.txt']) {
      dialogs.answers.push(answer);
      expect(await system('linux').pickFile('open_vault')).toBe(null);
    }
  });

  it('opens one file and leaves no trace in the recent documents', async () => {
    await writeFile(path.join(folder, 'a.latchkey'), 'abc');
    dialogs.answers.push(path.join(folder, 'a.latchkey'));
    expect(await system('linux').pickFile('open_message')).toEqual({
      path: path.join(folder, 'a.latchkey'),
      name: 'a.latchkey',
      size: 3,
    });
    expect(dialogs.asked).toEqual([{ properties: ['openFile', 'dontAddToRecent'] }]);
  });

  it('saves in the documents whatever path the page suggests, and asks before it overwrites', async () => {
    dialogs.answers.push(null, '/tmp/b.latchkey');
    expect(await system('linux').pickFile('save_vault', '../../etc/cron.d/x')).toBe(null);
    expect(dialogs.asked[0]?.['defaultPath']).toBe(path.join(folder, 'x'));
    expect(dialogs.asked[0]?.['properties']).toEqual(['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent']);
    expect(await system('linux').pickFile('save_message')).toEqual({ path: '/tmp/b.latchkey', name: 'b.latchkey', size: null });
  });
});

it.each([
  'http://example.com/',
  'file:///etc/passwd',
  'smb://host/share',
  'ms-msdt:/id',
  'javascript:alert(1)',
  'mailto:a@b.c',
  '',
])('opens no %s', async (url) => {
  await expect(system('linux').openExternal(url)).rejects.toThrow('https');
  expect(opened).toEqual([]);
});

describe('a question', () => {
  it('has no as the button of Enter and of Escape, and yes as the other', async () => {
    dialogs.asked.length = 0;
    dialogs.presses.push(0, 1);
    const ask = () => system('linux').confirm(questions.manySecrets, new AbortController().signal);
    expect([await ask(), await ask()]).toEqual([false, true]);
    const { title, body, yes, no } = questions.manySecrets;
    const shown = { type: 'warning', message: title, detail: body, buttons: [no, yes], defaultId: 0, cancelId: 0 };
    expect(dialogs.asked).toEqual([expect.objectContaining(shown), expect.objectContaining(shown)]);
  });
});

describe('a notice', () => {
  it('is shown by the system with its sentence and nothing else', async () => {
    notified.length = 0;
    await system('linux').notify(notices.codeSent);
    expect(notified).toEqual([notices.codeSent]);
  });

  it('is called missing where the system shows none', () => {
    control.notifies = false;
    const without = system('linux').missing.has('notices');
    control.notifies = true;
    expect([without, system('linux').missing.has('notices')]).toEqual([true, false]);
  });
});

describe('sleep and the screen lock', () => {
  it('are told with their names until the listener is let go', () => {
    const heard: string[] = [];
    const stop = system('darwin').onSuspend((why) => heard.push(why));
    for (const event of ['suspend', 'lock-screen', 'user-did-resign-active']) powerMonitor.emit(event);
    stop();
    stop();
    for (const event of ['suspend', 'lock-screen', 'user-did-resign-active']) powerMonitor.emit(event);
    expect(heard).toEqual(['suspend', 'screen_lock', 'screen_lock']);
  });

  it('are called missing where Electron does not tell them, as is what else a system lacks', () => {
    expect([...system('linux').missing]).toEqual(['own_title_bar', 'native_menu', 'content_protection', 'screen_lock_event']);
    expect([...system('darwin').missing]).toEqual(['own_title_bar']);
    expect([...system('win32').missing]).toEqual(['own_title_bar', 'native_menu']);
    expect([...system('freebsd').missing]).toEqual(expect.arrayContaining(['tray', 'stay_without_window']));
  });
});

describe('the idle time', () => {
  it('is the whole machine’s', () => {
    control.idle = 42;
    expect(system('darwin').idleSeconds()).toBe(42);
    control.idle = 0;
  });

  it('is not believed under Wayland, where it may be 0 for ever', () => {
    vi.stubEnv('WAYLAND_DISPLAY', 'wayland-0');
    const host = system('linux');
    vi.unstubAllEnvs();
    expect([host.idleSeconds(), host.missing.has('idle_time')]).toEqual([null, true]);
  });
});

describe('the keychain', () => {
  it.each<[NodeJS.Platform, string | null]>([
    ['linux', 'secret_service'],
    ['darwin', 'macos_keychain'],
    ['win32', 'windows_credentials'],
    ['freebsd', null],
  ])('on %s is %s', (node, backend) => {
    whenReady.now();
    const host = system(node);
    expect([host.keychain?.backend ?? null, host.missing.has('keychain')]).toEqual([backend, backend === null]);
  });

  it('is none where Electron itself would keep secrets in plain text', () => {
    whenReady.now();
    control.storage = 'basic_text';
    const hosts = [system('linux'), system('darwin')];
    control.storage = 'gnome_libsecret';
    expect(hosts.map(({ keychain, missing }) => [keychain === null, missing.has('keychain')])).toEqual([
      [true, true],
      [false, false],
    ]);
  });
});
