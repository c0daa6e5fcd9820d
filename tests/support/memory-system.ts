import type { Capability, FileKind } from '../../shared/contracts/shell.ts';
import type { Unsubscribe } from '../../shared/port.ts';
import type { Notice } from '../../shared/text/notice.ts';
import type { Question } from '../../shared/text/question.ts';
import { Listeners } from '../../main/shell/listeners.ts';
import type { SystemKeychain } from '../../main/shell/keytar.ts';
import type { ChosenFile, System } from '../../main/shell/shell.ts';
import { MemoryKeychain } from './memory-keychain.ts';

/** The system of a test: one clipboard, dialogs answered beforehand or later, a record of what was done. */
export class MemorySystem implements System {
  readonly missing = new Set<Capability>(['tray', 'native_menu', 'quick_window', 'content_protection']);
  readonly platform = 'linux';
  clipboard: string | null = null;
  /** The clipboard cannot be read, as under Wayland without the focus. */
  unreadable = false;
  /** No clipboard call is ever answered. */
  stuck = false;
  readonly opened: string[] = [];
  /** Answers for the dialogs to come. */
  readonly chosen: (ChosenFile | null)[] = [];
  /** Dialogs that stand open because no answer was prepared. */
  readonly dialogs: ((file: ChosenFile | null) => void)[] = [];
  readonly asked: FileKind[] = [];
  /** Questions put to the person, and how to answer those that stand open; one taken away is answered with no. */
  readonly questions: { readonly question: Question; readonly answer: (yes: boolean) => void }[] = [];
  /** What the person was told. */
  readonly notices: Notice[] = [];
  /** The keychain; null for a host without one. */
  keychain: SystemKeychain | null = new MemoryKeychain();
  /** Seconds since the last input; null for a host that cannot tell. */
  idle: number | null = null;
  readonly suspend = new Listeners<'suspend' | 'screen_lock'>();

  async copyText(text: string): Promise<void> {
    await this.#answer();
    this.clipboard = text;
  }

  async readText(): Promise<string | null> {
    await this.#answer();
    if (this.unreadable) throw new Error('clipboard');
    return this.clipboard;
  }

  async clearText(): Promise<void> {
    await this.#answer();
    this.clipboard = null;
  }

  pickFile(kind: FileKind): Promise<ChosenFile | null> {
    this.asked.push(kind);
    const next = this.chosen.shift();
    if (next !== undefined) return Promise.resolve(next);
    return new Promise((answer) => void this.dialogs.push(answer));
  }

  openExternal(url: string): Promise<void> {
    this.opened.push(url);
    return Promise.resolve();
  }

  confirm(question: Question, signal: AbortSignal): Promise<boolean> {
    return new Promise((answer) => {
      this.questions.push({ question, answer });
      signal.addEventListener('abort', () => answer(false));
    });
  }

  notify(notice: Notice): Promise<void> {
    this.notices.push(notice);
    return this.stuck ? new Promise(() => undefined) : Promise.resolve();
  }

  onSuspend(fn: (why: 'suspend' | 'screen_lock') => void): Unsubscribe {
    return this.suspend.add(fn);
  }

  idleSeconds(): number | null {
    return this.idle;
  }

  #answer(): Promise<void> {
    return this.stuck ? new Promise(() => undefined) : Promise.resolve();
  }
}
