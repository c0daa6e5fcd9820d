import type { Capability, FileKind } from '../../../shared/contracts/shell.ts';
import type { Unsubscribe } from '../../../shared/port.ts';
import type { Notice } from '../../../shared/text/notice.ts';
import type { Question } from '../../../shared/text/question.ts';
import { keytarKeychain, type SystemKeychain } from '../keytar.ts';
import type { ChosenFile, System } from '../shell.ts';
import type { AppPage } from './app-page.ts';
import { Clipboard } from './clipboard.ts';
import { findNotifier, showNotice } from './notice.ts';
import { linkOpener, openLink } from './open-link.ts';
import { askForFile } from './page-files.ts';
import type { Permissions } from './permissions.ts';
import { askQuestion, findQuestionDialog, type QuestionDialog } from './question-dialog.ts';
import { findProgram } from './run-program.ts';
import { askWhereToSave, findSaveDialog, type SaveDialog } from './save-dialog.ts';

/** What neither Chromium nor plain Node can do anywhere. */
const NEVER: readonly Capability[] = [
  'clipboard_conceal',
  'suspend_event',
  'screen_lock_event',
  'idle_time',
  'own_title_bar',
  'stay_without_window',
  'tray',
  'native_menu',
  'quick_window',
  'content_protection',
];

const PLATFORMS: Partial<Record<NodeJS.Platform, System['platform']>> = { linux: 'linux', darwin: 'mac', win32: 'windows' };

/** The operating system as plain Node and a Chromium reach it. */
export class ChromiumSystem implements System {
  readonly missing: ReadonlySet<Capability>;
  readonly platform = PLATFORMS[process.platform] ?? 'other';
  readonly keychain: SystemKeychain | null = keytarKeychain();
  private readonly page: AppPage;
  private readonly clipboard: Clipboard;
  private readonly saveDialog: SaveDialog | null;
  private readonly questionDialog: QuestionDialog | null;
  private readonly notifier: string | null = findNotifier();

  constructor(permissions: Permissions, page: AppPage) {
    this.page = page;
    this.clipboard = new Clipboard(permissions, page);
    this.saveDialog = findSaveDialog();
    this.questionDialog = findQuestionDialog();
    const missing = new Set(NEVER);
    if (this.saveDialog === null) missing.add('save_dialog');
    if (this.questionDialog === null) missing.add('confirm');
    if (this.notifier === null) missing.add('notices');
    const opener = linkOpener();
    if (opener === null || (process.platform === 'linux' && findProgram(opener[0]) === null)) missing.add('open_link');
    if (this.keychain === null) missing.add('keychain');
    this.missing = missing;
  }

  async copyText(text: string): Promise<void> {
    await this.clipboard.write(text);
    // The clipboard is reached through the page, and a copy may outlive it: the window waits for its clearing.
    await this.page.hold(true).catch(() => undefined);
  }

  readText(): Promise<string | null> {
    return this.clipboard.read();
  }

  async clearText(): Promise<void> {
    await this.clipboard.write('');
    await this.page.hold(false).catch(() => undefined);
  }

  async pickFile(kind: FileKind, suggestedName = ''): Promise<ChosenFile | null> {
    if (!kind.startsWith('save_')) return askForFile(this.page);
    if (this.saveDialog === null) throw new Error('save_dialog is missing');
    return askWhereToSave(this.saveDialog, suggestedName);
  }

  async openExternal(url: string): Promise<void> {
    if (this.missing.has('open_link')) throw new Error('open_link is missing');
    await openLink(url);
  }

  async confirm(question: Question, signal: AbortSignal): Promise<boolean> {
    if (this.questionDialog === null) throw new Error('confirm is missing');
    return askQuestion(this.questionDialog, question, signal);
  }

  async notify(notice: Notice): Promise<void> {
    if (this.notifier === null) throw new Error('notices is missing');
    await showNotice(this.notifier, notice);
  }

  // `idle_time` is missing: the window's own events have to do.
  idleSeconds(): null {
    return null;
  }

  // `suspend_event` is missing: there is nothing to listen to.
  onSuspend(): Unsubscribe {
    return () => {};
  }
}
