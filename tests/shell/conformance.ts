import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Capability } from '../../shared/contracts/shell.ts';
import { MAX_MESSAGE } from '../../shared/limits.ts';
import type { Peer, Port } from '../../shared/port.ts';
import { questions } from '../../shared/text/question.ts';
import type { ChosenFile, EngineProcess, Shell } from '../../main/shell/shell.ts';

/** A host under test, and hands for the page, the person and the system around it. */
export interface ShellDriver {
  /** Not yet open. Its engine echoes: each text of either pipe is answered, on that pipe, with "echo <page|shell> <text>". */
  readonly shell: Shell;
  readonly page: PageDriver;
  readonly person: PersonDriver;
  /** What the system was told to open, in order. */
  opened(): readonly string[];
  /** An existing folder for this run's files. */
  readonly folder: string;
  /** Frees what `shell.close()` leaves. */
  dispose(): Promise<void>;
}

/** Works the current page through its own bridge. */
export interface PageDriver {
  post(to: Peer, text: string): Promise<void>;
  /** What this page's bridge has delivered since the page loaded. */
  received(): Promise<readonly (readonly [from: Peer, text: string])[]>;
  /** Does by script what a person does by hand: every kind of input there is. */
  pretend(): Promise<void>;
  /** Another value for each page that is loaded. */
  instance(): Promise<string>;
}

/** Does what a person does outside the page's own scripts. */
export interface PersonDriver {
  /** Answers the next dialog with a path, null for cancel. Called before the dialog is shown. */
  answerDialog(path: string | null): Promise<void>;
  drop(path: string): Promise<void>;
  /** Presses a key in the window. */
  press(): Promise<void>;
  closeWindow(): Promise<void>;
  /** Brings a closed window back; only of a host that stays without one. */
  reopenWindow?(): Promise<void>;
  /** Answers the next question of the system's own dialog. Called before it is shown; only of a host whose dialogs are a test's. */
  answerQuestion?(yes: boolean): Promise<void>;
}

/** Resolves with the first `count` texts a port delivers. */
export function nextTexts(port: Port, count = 1): Promise<string[]> {
  return new Promise((done) => {
    const texts: string[] = [];
    const stop = port.onMessage((text) => {
      texts.push(text);
      if (texts.length < count) return;
      stop();
      done(texts);
    });
  });
}

/** What every host must do, whatever it is made of. `make` is called once; the last tests close the host. */
export function shellConformance(name: string, make: () => Promise<ShellDriver>): void {
  describe(`${name} as a shell`, () => {
    let driver: ShellDriver;
    let shell: Shell;
    let engine: EngineProcess;
    const waitFor = async (from: Peer, text: string): Promise<void> => {
      await vi.waitFor(async () => expect(await driver.page.received()).toContainEqual([from, text]), { timeout: 10_000 });
    };
    // What the page posts goes one way in order: when this has come, all before it has.
    const settled = async (): Promise<void> => {
      const text = nextTexts(shell.page);
      await driver.page.post('shell', 'settled');
      await text;
    };
    const has = (capability: Capability): boolean => !shell.system.missing.has(capability);

    beforeAll(async () => {
      driver = await make();
      shell = driver.shell;
      await shell.open();
      engine = shell.startEngine();
    });
    afterAll(async () => {
      engine?.kill();
      await shell?.close();
      await driver?.dispose();
    });

    describe('the page-to-shell pipe', () => {
      it('carries text both ways', async () => {
        const text = nextTexts(shell.page);
        await driver.page.post('shell', 'h\u00e9llo \u{1f511}');
        expect(await text).toEqual(['h\u00e9llo \u{1f511}']);
        shell.page.post('gr\u00fc\u00df \u{1f511} "\\\n');
        await waitFor('shell', 'gr\u00fc\u00df \u{1f511} "\\\n');
      });

      it('keeps the order', async () => {
        const numbers = Array.from({ length: 100 }, (_, i) => `n${i}`);
        const texts = nextTexts(shell.page, 100);
        for (const text of numbers) await driver.page.post('shell', text);
        expect(await texts).toEqual(numbers);
        for (const text of numbers) shell.page.post(text);
        await waitFor('shell', 'n99');
        expect((await driver.page.received()).slice(-100)).toEqual(numbers.map((text) => ['shell', text]));
      });

      it('carries the longest message both ways', async () => {
        const long = 'x'.repeat(MAX_MESSAGE);
        const text = nextTexts(shell.page);
        await driver.page.post('shell', long);
        expect((await text)[0]?.length).toBe(MAX_MESSAGE);
        shell.page.post(long);
        await vi.waitFor(async () => expect((await driver.page.received()).at(-1)?.[1].length).toBe(MAX_MESSAGE), {
          timeout: 10_000,
        });
      });

      it('delivers nothing after an unsubscription', async () => {
        const heard: string[] = [];
        const stop = shell.page.onMessage((text) => heard.push(text));
        stop();
        stop();
        const text = nextTexts(shell.page);
        await driver.page.post('shell', 'unheard');
        expect(await text).toEqual(['unheard']);
        expect(heard).toEqual([]);
      });
    });

    describe('the engine', () => {
      it('talks with the shell', async () => {
        expect(engine.pid).toBeGreaterThan(1);
        const text = nextTexts(engine.port);
        engine.port.post('hello');
        expect(await text).toEqual(['echo shell hello']);
      });

      it('gets nothing from a page it is not joined to', async () => {
        const before = (await driver.page.received()).length;
        await driver.page.post('engine', 'too early');
        await settled();
        const text = nextTexts(engine.port);
        engine.port.post('after');
        await text;
        expect((await driver.page.received()).length).toBe(before);
      });

      it('talks with the page it is joined to, and the shell hears none of it', async () => {
        const heard: string[] = [];
        const stops = [engine.port.onMessage((text) => heard.push(text)), shell.page.onMessage((text) => heard.push(text))];
        shell.joinEngine(engine);
        await driver.page.post('engine', 'h\u00e9llo');
        await waitFor('engine', 'echo page h\u00e9llo');
        expect(heard).toEqual([]);
        for (const stop of stops) stop();
      });

      it('exchanges the longest message with the page', async () => {
        const long = 'y'.repeat(MAX_MESSAGE - 'echo page '.length);
        await driver.page.post('engine', long);
        await vi.waitFor(async () => expect((await driver.page.received()).at(-1)).toEqual(['engine', `echo page ${long}`]), {
          timeout: 10_000,
        });
      });

      it('gives way to the next engine joined', async () => {
        const second = shell.startEngine();
        expect(second.pid).not.toBe(engine.pid);
        shell.joinEngine(second);
        await driver.page.post('engine', 'to the second');
        await waitFor('engine', 'echo page to the second');
        second.kill();
        expect(await second.exited).toBe(null);
        await driver.page.post('engine', 'to nobody');
        await settled();
        shell.joinEngine(engine);
        await driver.page.post('engine', 'to the first');
        await waitFor('engine', 'echo page to the first');
        expect(await driver.page.received()).not.toContainEqual(['engine', 'echo page to nobody']);
      });

      it('tells its exit code', async () => {
        const other = shell.startEngine();
        other.port.post('exit 7');
        expect(await other.exited).toBe(7);
        other.port.post('to the dead');
        other.kill();
      });
    });

    describe('renewing the page', () => {
      it('shows a fresh page that is joined as the old one was', async () => {
        const before = await driver.page.instance();
        const heard: string[] = [];
        const stop = shell.page.onMessage((text) => heard.push(text));
        await shell.renewPage();
        expect(await driver.page.instance()).not.toBe(before);
        expect(await driver.page.received()).toEqual([]);
        await driver.page.post('engine', 'again');
        await waitFor('engine', 'echo page again');
        await driver.page.post('shell', 'again');
        await vi.waitFor(() => expect(heard).toEqual(['again']));
        stop();
      });

      it('joins the fresh page to none when none was asked for', async () => {
        shell.joinEngine(null);
        await shell.renewPage();
        await driver.page.post('engine', 'anybody?');
        await settled();
        shell.joinEngine(engine);
        await driver.page.post('engine', 'somebody?');
        await waitFor('engine', 'echo page somebody?');
        expect(await driver.page.received()).not.toContainEqual(['engine', 'echo page anybody?']);
      });
    });

    describe('the system', () => {
      it('names its platform', () => {
        expect(['linux', 'mac', 'windows', 'other']).toContain(shell.system.platform);
      });

      it('copies, reads and clears the clipboard', async ({ skip }) => {
        if (!has('clipboard')) return skip();
        await shell.system.copyText('s\u00e9cret \u{1f511}');
        expect(await shell.system.readText()).toBe('s\u00e9cret \u{1f511}');
        await shell.system.clearText();
        expect(await shell.system.readText()).toBe(null);
      });

      it('gives the file the person picks, and null for cancel', async ({ skip }) => {
        if (!has('open_dialog')) return skip();
        const path = `${driver.folder}/picked.latchkey`;
        await writeFile(path, 'twelve bytes');
        await driver.person.answerDialog(path);
        expect(await shell.system.pickFile('open_vault')).toEqual({ path, name: 'picked.latchkey', size: 12 });
        await driver.person.answerDialog(null);
        expect(await shell.system.pickFile('open_message')).toBe(null);
      });

      it('gives the place the person chooses to save at', async ({ skip }) => {
        if (!has('save_dialog')) return expect(shell.system.pickFile('save_vault')).rejects.toThrow('save_dialog');
        if (shell.host === 'chromium') return skip();
        const path = `${driver.folder}/saved.latchkey`;
        await driver.person.answerDialog(path);
        expect(await shell.system.pickFile('save_vault', 'saved.latchkey')).toEqual({ path, name: 'saved.latchkey', size: null });
        await driver.person.answerDialog(null);
        expect(await shell.system.pickFile('save_message')).toBe(null);
      });

      it('asks a question in a dialog of its own, and takes anything but yes for no', async ({ skip }) => {
        const ask = (signal = new AbortController().signal) => shell.system.confirm(questions.manySecrets, signal);
        if (!has('confirm')) return expect(ask()).rejects.toThrow('confirm');
        const { person } = driver;
        if (person.answerQuestion === undefined) return skip();
        await person.answerQuestion(true);
        expect(await ask()).toBe(true);
        await person.answerQuestion(false);
        expect(await ask()).toBe(false);
        const away = new AbortController();
        const asked = ask(away.signal);
        away.abort();
        expect(await asked).toBe(false);
      });

      it('opens https addresses and nothing else', async ({ skip }) => {
        if (!has('open_link')) return skip();
        await shell.system.openExternal('https://example.com/a?b=c&d="e"');
        await vi.waitFor(() => expect(driver.opened()).toEqual(['https://example.com/a?b=c&d=%22e%22']));
        const refused = [
          'http://example.com/',
          'file:///etc/passwd',
          'javascript:alert(1)',
          'mailto:a@example.com',
          '-h',
          '',
          'https:',
        ];
        for (const url of refused) await expect(shell.system.openExternal(url)).rejects.toThrow();
        expect(driver.opened()).toHaveLength(1);
      });

      it('tells of a file dropped on the page', async ({ skip }) => {
        if (!has('drop')) return skip();
        const path = `${driver.folder}/dropped.txt`;
        await writeFile(path, 'four');
        const dropped = new Promise<ChosenFile>((done) => {
          const stop = shell.onDropped((file) => {
            stop();
            done(file);
          });
        });
        await driver.person.drop(path);
        expect(await dropped).toEqual({ path, name: 'dropped.txt', size: 4 });
      });

      it('tells the idle time, or that it cannot', () => {
        const idle = shell.system.idleSeconds();
        if (has('idle_time')) expect(idle).toBeGreaterThanOrEqual(0);
        else expect(idle).toBe(null);
      });

      it('has a keychain with a name, or says that it has none', () => {
        const { keychain } = shell.system;
        if (has('keychain')) expect(keychain?.backend).toMatch(/^[a-z_]{1,64}$/);
        else expect(keychain).toBe(null);
      });

      it('tells that somebody is there, which no script can pretend', async () => {
        let told = 0;
        const stop = shell.onActive(() => told++);
        await driver.page.pretend();
        await settled();
        expect(told).toBe(0);
        await driver.person.press();
        await vi.waitFor(() => expect(told).toBe(1), { timeout: 10_000 });
        // Not for every key: the next report may come seconds later.
        await driver.person.press();
        await settled();
        expect(told).toBe(1);
        stop();
      });

      it('takes a listener for suspension and lets it go', () => {
        const stop = shell.system.onSuspend(() => {});
        expect(stop).not.toThrow();
        expect(stop).not.toThrow();
      });
    });

    describe('a window closed while the app stays', () => {
      it('is told with its coming back, once each, and ends neither page nor engine', async ({ skip }) => {
        const { person } = driver;
        if (!has('stay_without_window') || person.reopenWindow === undefined) return skip();
        const told: (boolean | 'closed')[] = [];
        const stops = [shell.onWindow((there) => told.push(there)), shell.onClosed(() => told.push('closed'))];
        await person.reopenWindow();
        expect(told).toEqual([]);
        await person.closeWindow();
        await person.closeWindow();
        await vi.waitFor(() => expect(told).toEqual([false]));
        await driver.page.post('engine', 'without a window');
        await waitFor('engine', 'echo page without a window');
        const before = await driver.page.instance();
        await shell.renewPage();
        expect(await driver.page.instance()).not.toBe(before);
        await person.reopenWindow();
        await person.reopenWindow();
        expect(told).toEqual([false, true]);
        for (const stop of stops) stop();
        await person.closeWindow();
        expect(told).toEqual([false, true]);
      });
    });

    describe('the end', () => {
      it('tells that the person closed the window for good, once and only to who still listens', async () => {
        const ends = has('stay_without_window') ? 0 : 1;
        let gone = 0;
        let closed = 0;
        let windows = 0;
        shell.onClosed(() => gone++)();
        shell.onClosed(() => closed++);
        shell.onWindow(() => windows++);
        await driver.person.reopenWindow?.();
        await driver.person.closeWindow();
        await vi.waitFor(() => expect(closed).toBe(ends), { timeout: 10_000 });
        await shell.close();
        await shell.close();
        // A host that stays tells of the window's coming and going instead, and of no end that is the app's own.
        expect([gone, closed, windows]).toEqual([0, ends, ends === 1 ? 0 : 2]);
      });

      it('drops what is posted to a page that is gone', () => {
        expect(() => shell.page.post('anyone?')).not.toThrow();
      });
    });
  });
}
