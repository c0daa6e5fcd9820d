import type { Page } from 'playwright';
import { chooseUse } from '../../support/first-run.ts';

/** An account as a person writes it down. */
export interface Written {
  readonly title: string;
  readonly username: string;
  readonly password: string;
  readonly notes?: string;
  readonly backupCodes?: readonly string[];
  readonly secrets?: Readonly<Record<string, string>>;
}

/** A hand at a window: it types key by key and clicks. It reads nothing secret back, which would carry it through more processes. */
export class Hand {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The first run; gives the 24 words of the recovery sheet. */
  async makeVault(name: string, password: string): Promise<readonly string[]> {
    const { page } = this;
    await chooseUse(page);
    await page.getByLabel('Vault name').fill(name);
    await page.getByRole('textbox', { name: 'Passphrase' }).pressSequentially(password);
    await page.getByRole('textbox', { name: 'Once more' }).pressSequentially(password);
    await page.getByRole('button', { name: 'Make the vault' }).click();
    const words = page.locator('.sheet-words li');
    await words.first().waitFor();
    const sheet = (await words.allInnerTexts()).map((word) => word.replace(/[^a-z]/g, ''));
    for (const [index, word] of sheet.entries()) {
      const box = page.getByRole('textbox', { name: `word ${index + 1}`, exact: true });
      if ((await box.count()) > 0) await box.pressSequentially(word);
    }
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: 'Accounts', level: 1 }).waitFor();
    return sheet;
  }

  async unlock(password: string): Promise<void> {
    await this.page
      .getByLabel(/passphrase/i)
      .first()
      .pressSequentially(password);
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('navigation').first().waitFor();
  }

  /** Locks, and waits for the page of a locked vault. */
  async lock(): Promise<void> {
    await this.page.keyboard.press('Control+l');
    await this.page
      .getByLabel(/passphrase/i)
      .first()
      .waitFor();
  }

  async goTo(place: string): Promise<void> {
    await this.page
      .getByRole('navigation')
      .getByRole('button', { name: new RegExp(`^${place}`) })
      .click();
  }

  async writeAccount(account: Written): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: 'Add an account' }).first().click();
    await page.getByRole('textbox', { name: 'Title' }).fill(account.title);
    await page.getByRole('textbox', { name: 'Username' }).pressSequentially(account.username);
    await page.getByRole('textbox', { name: 'Password' }).pressSequentially(account.password);
    if (account.backupCodes !== undefined) {
      await page.getByRole('textbox', { name: 'Backup codes' }).pressSequentially(account.backupCodes.join('\n'));
    }
    if (account.notes !== undefined) await page.getByRole('textbox', { name: 'Notes' }).pressSequentially(account.notes);
    for (const [name, value] of Object.entries(account.secrets ?? {})) {
      await page.getByRole('button', { name: 'Add a field' }).click();
      const field = page.locator('.own-field').last();
      await field.getByRole('textbox', { name: 'Name' }).fill(name);
      await field.getByText('Secret', { exact: true }).click();
      await field.getByRole('textbox', { name: 'Value' }).pressSequentially(value);
    }
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(`${account.title} is saved`).first().waitFor();
  }

  /** Takes in the key of an authenticator for the account that is shown, an address by pasting; not compared with a phone. */
  async writeSeed(key: string): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: 'Add a second factor' }).first().click();
    const box = page.getByRole('textbox', { name: /Setup key/ });
    await (key.startsWith('otpauth:') ? box.fill(key) : box.pressSequentially(key));
    await page.getByRole('button', { name: 'Read the key' }).click();
    await page.getByRole('button', { name: 'Not on a phone yet' }).click();
    await page.locator('.code .digits').waitFor();
  }

  async choose(title: string): Promise<void> {
    await this.page
      .getByRole('option', { name: new RegExp(title) })
      .first()
      .click();
    await this.page.getByRole('heading', { name: title }).first().waitFor();
  }

  /** Own card and words, as they are sent and read out. */
  async readOutCard(): Promise<{ readonly card: string; readonly words: string }> {
    await this.goTo('People');
    const mine = this.page.getByRole('region', { name: 'My card' });
    const card = (await mine.getByText('LATCHKEYCARD1.').textContent()) ?? '';
    const words = await mine.getByRole('listitem').allInnerTexts();
    return { card: card.trim(), words: words.map((word) => word.replace(/[^a-z]/g, '')).join(' ') };
  }

  /** Takes in a card and types the words its owner reads out. */
  async befriend(card: string, words: readonly string[]): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: 'Add a person' }).first().click();
    await page.getByRole('textbox', { name: 'Their card' }).fill(card);
    await page.getByRole('button', { name: 'Read the card' }).click();
    for (const [index, word] of words.entries()) {
      await page.getByRole('textbox', { name: `word ${index + 1}`, exact: true }).pressSequentially(word.slice(0, 4));
    }
    await page.getByRole('button', { name: /^Compare/ }).click();
    await page.getByText('The words fit').first().waitFor();
  }

  /** Reads a sealed handoff and takes it up; the received login is shown with its code. */
  async takeUp(sealed: string): Promise<void> {
    const { page } = this;
    await this.goTo('Inbox');
    await page.getByRole('button', { name: 'Paste a message' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill(sealed);
    await dialog.getByRole('button', { name: 'Read it' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Take it up' }).click();
    await page.getByRole('button', { name: 'Copy the text' }).first().waitFor();
    await this.lookAtLent();
  }

  async lookAtLent(): Promise<void> {
    await this.goTo('Lent to me');
    await this.page.locator('.code .digits').waitFor();
  }

  async revealPassword(): Promise<void> {
    await this.page.getByRole('button', { name: 'Reveal password', exact: true }).click();
    await this.page.getByRole('button', { name: 'Conceal password', exact: true }).waitFor();
  }

  async copyPassword(): Promise<void> {
    await this.page.getByRole('button', { name: 'Copy password', exact: true }).click();
    await this.page
      .getByText(/clears in/i)
      .first()
      .waitFor();
  }
}
