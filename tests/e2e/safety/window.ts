import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';
import { type Desk, startApp } from '../../support/real-app.ts';
import { fileOf, PASSWORD, passwordOf } from './place.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const DAY = 86_400;

/** A page of the settings, by its name in their list. */
export type SettingsPage = 'Vault health' | 'Locking' | 'Passphrase and sheet' | 'Backups' | 'Platforms' | 'Appearance';

/** A window of the real app at a desk, and the hand of whoever sits at it. */
export class SafetyWindow {
  readonly page: Page;
  readonly #close: () => Promise<void>;
  readonly #lockFile: string | null;
  #isOpen = true;

  private constructor(page: Page, close: () => Promise<void>, lockFile: string | null) {
    this.page = page;
    this.#close = close;
    this.#lockFile = lockFile;
    page.setDefaultTimeout(20_000);
  }

  /** The hand at a window that somebody else opens and closes. */
  static over(page: Page): SafetyWindow {
    return new SafetyWindow(page, async () => undefined, null);
  }

  /** Opens one, its clock so many days ahead; unlocked with a passphrase unless that is null. */
  static async at(
    desk: Desk,
    { days = 0, password = PASSWORD, chromium }: { days?: number; password?: string | null; chromium?: string } = {},
  ): Promise<SafetyWindow> {
    const app = await startApp(desk, ROOT, { clockOffset: days * DAY, chromium });
    const window = new SafetyWindow(app.page, () => app.close(), `${fileOf(desk)}.lock`);
    await window.page.getByRole('main').first().waitFor();
    if (password !== null) await window.unlock(password);
    return window;
  }

  /** What interrupts: the notice of a file that cannot be saved. */
  get alert(): Locator {
    return this.page.getByRole('alert').filter({ has: this.page.locator('b') });
  }

  /** A notice of the file that waits its turn, by words in it. */
  notice(words: string | RegExp): Locator {
    return this.page
      .getByRole('status')
      .filter({ has: this.page.locator('b') })
      .filter({ hasText: words });
  }

  /** The question that is asked now. */
  get question(): Locator {
    return this.page.getByRole('dialog').or(this.page.getByRole('alertdialog'));
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) });
  }

  /** Waits for a short message at the foot of the window. */
  async said(text: string | RegExp): Promise<void> {
    await this.page.locator('.toast').filter({ hasText: text }).first().waitFor();
  }

  async unlock(password = PASSWORD): Promise<void> {
    await this.tryToUnlock(password);
    await this.page.getByRole('navigation').first().waitFor();
  }

  /** Types a passphrase at the lock screen and sends it off. */
  async tryToUnlock(password: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(password);
    await this.page.keyboard.press('Enter');
  }

  async unlockByWords(words: readonly string[]): Promise<void> {
    await this.button('Use the recovery words').click();
    await this.page.getByRole('textbox', { name: 'The 24 recovery words' }).fill(words.join(' '));
    await this.button('Unlock').click();
    await this.page.getByRole('navigation').first().waitFor();
  }

  /** Chooses a file in the open dialog that comes next. */
  async answerOpenDialog(file: string): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    await session.send('Page.enable');
    await session.send('Page.setInterceptFileChooserDialog', { enabled: true });
    session.once('Page.fileChooserOpened', ({ backendNodeId }) => {
      if (backendNodeId !== undefined) void session.send('DOM.setFileInputFiles', { files: [file], backendNodeId });
    });
  }

  /** Locks, and waits for the lock screen. */
  async lock(): Promise<void> {
    await this.page.keyboard.press('Control+l');
    await this.atLockScreen();
  }

  async atLockScreen(): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Passphrase', exact: true }).waitFor();
  }

  async goTo(place: string): Promise<void> {
    await this.page
      .getByRole('navigation')
      .getByRole('button', { name: new RegExp(`^${place}`) })
      .first()
      .click();
  }

  async settings(page: SettingsPage): Promise<void> {
    const nav = this.page.getByRole('navigation', { name: 'Pages of the settings' });
    if ((await nav.count()) === 0) await this.page.keyboard.press('Control+Comma');
    await nav.getByRole('button', { name: new RegExp(`^${page}`) }).click();
  }

  /** Writes an account down and sends it off, as far as the form. */
  async fillAccount(title: string): Promise<void> {
    await this.goTo('Accounts');
    await this.button(/^(Add an account|New account)/)
      .first()
      .click();
    await this.page.getByRole('textbox', { name: 'Title' }).fill(title);
    await this.page.getByRole('textbox', { name: 'Password' }).fill(passwordOf(title));
    await this.button('Save').click();
  }

  /** Writes an account down; it is on disk when this resolves. */
  async writeAccount(title: string): Promise<void> {
    await this.fillAccount(title);
    await this.said(`${title} is saved`);
  }

  /** Titles of the accounts in the list. */
  async titles(): Promise<string[]> {
    await this.goTo('Accounts');
    await this.page.getByRole('option').first().waitFor();
    return this.page.getByRole('option').locator('b').allInnerTexts();
  }

  /** Waits until the list shows exactly the accounts of these titles, in any order. */
  async shows(titles: readonly string[]): Promise<void> {
    await this.goTo('Accounts');
    await expect.poll(async () => (await this.titles()).toSorted(), { timeout: 10_000 }).toEqual(titles.toSorted());
  }

  /** Types a passphrase into the question that is asked, and answers it with the button of this name. */
  async confirm(act: string, password = PASSWORD): Promise<void> {
    await this.question.locator('input[type=password]').fill(password);
    await this.question.getByRole('button', { name: act, exact: true }).click();
  }

  /** Types the words of a sheet into the places of the question that is asked. */
  async typeSheet(words: readonly string[]): Promise<void> {
    const places = this.question.getByRole('textbox');
    await places.first().waitFor();
    for (const [index, word] of words.entries()) await places.nth(index).fill(word);
  }

  /** The words of a sheet that is shown, three of them typed back. */
  async takeSheet(): Promise<string[]> {
    const { page } = this;
    const items = page.locator('.sheet-words li');
    await items.first().waitFor();
    const sheet = (await items.allInnerTexts()).map((word) => word.replace(/[^a-z]/g, ''));
    for (const [index, word] of sheet.entries()) {
      const box = page.getByRole('textbox', { name: `word ${index + 1}`, exact: true });
      if ((await box.count()) > 0) await box.fill(word);
    }
    return sheet;
  }

  /** Ends the process that holds the vault, as a crash does. */
  async killEngine(): Promise<void> {
    const held = JSON.parse(await readFile(this.#lockFile ?? '', 'utf8')) as { readonly pid: number };
    process.kill(held.pid, 'SIGKILL');
  }

  /** Closes the window in good order. */
  async close(): Promise<void> {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    await this.#close();
  }
}
