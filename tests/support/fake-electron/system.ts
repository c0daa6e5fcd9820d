import { EventEmitter } from 'node:events';
import { control } from './control.ts';

/** Page "ClipboardItem": one entry, by MIME type or Electron's custom formats. */
export class FakeClipboardItem {
  readonly items: Readonly<Record<string, string | Blob>>;

  constructor(items: Record<string, string | Blob>) {
    this.items = items;
  }

  get types(): string[] {
    return Object.keys(this.items);
  }
}

/** Page "clipboard": since 44 asynchronous, and in the main process only. */
export class FakeClipboard implements Pick<Electron.Clipboard, 'clear' | 'has' | 'readText' | 'writeText'> {
  /** What the clipboard holds, by format. */
  held: Readonly<Record<string, string | Blob>> = {};
  /** The formats of each write, because each is one atomic change. */
  readonly writes: string[][] = [];
  /** Writes with raw formats fail. */
  refusesRaw = false;

  async readText(): Promise<string> {
    await soon();
    const text = this.held['text/plain'];
    return typeof text === 'string' ? text : '';
  }

  async writeText(text: string): Promise<void> {
    await this.write([new FakeClipboardItem({ 'text/plain': text })]);
  }

  // "All entries supplied in a single write() call are committed to the system clipboard atomically."
  async write(data: readonly FakeClipboardItem[]): Promise<void> {
    await soon();
    const items = Object.assign({}, ...data.map((item) => item.items)) as Record<string, string | Blob>;
    if (this.refusesRaw && Object.keys(items).some((type) => type.startsWith('electron application/osclipboard'))) {
      throw new Error('unsupported format');
    }
    this.held = items;
    this.writes.push(Object.keys(items));
  }

  async has(mimetype: string): Promise<boolean> {
    await soon();
    return mimetype in this.held;
  }

  clear(): void {
    this.held = {};
  }
}

/** The clipboard, and on Linux the primary selection beside it ("undefined on all other platforms"). */
export const clipboards = { main: new FakeClipboard(), selection: new FakeClipboard() };

/** Page "dialog": answers are given beforehand; a dialog nobody answers stays open. */
export const dialogs = {
  answers: [] as (string | null)[],
  asked: [] as Record<string, unknown>[],
  /** Buttons to be pressed in message boxes, by number; a box nobody answers stays open. */
  presses: [] as number[],
};

/** Page "shell": what was opened. */
export const opened: string[] = [];

/** Page "Notification": what was shown; nothing before `show`. */
export const notified: { readonly title: string; readonly body: string }[] = [];

export class FakeNotification implements Pick<Electron.Notification, 'title' | 'body' | 'show'> {
  readonly title: string;
  readonly body: string;

  constructor({ title = '', body = '' }: Electron.NotificationConstructorOptions = {}) {
    this.title = title;
    this.body = body;
  }

  static isSupported(): boolean {
    return control.notifies;
  }

  show(): void {
    notified.push({ title: this.title, body: this.body });
  }
}

/** Page "powerMonitor"; getSystemIdleTime gives whole seconds. */
export const powerMonitor = Object.assign(new EventEmitter(), { getSystemIdleTime: () => control.idle });

/** Takes the next answer of a dialog. */
export function answerDialog(options: Record<string, unknown>): Promise<string | null> {
  dialogs.asked.push(options);
  const answer = dialogs.answers.shift();
  return answer === undefined ? new Promise(() => undefined) : Promise.resolve(answer);
}

/**
 * Presses a button of a message box. Page "dialog", showMessageBox: aborting the signal closes the box as if the person cancelled it,
 * which gives cancelId.
 */
export function pressButton(options: Electron.MessageBoxOptions): Promise<number> {
  dialogs.asked.push(options as unknown as Record<string, unknown>);
  const press = dialogs.presses.shift();
  if (press !== undefined) return Promise.resolve(press);
  return new Promise((done) => options.signal?.addEventListener('abort', () => done(options.cancelId ?? 0)));
}

function soon(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}
