import type { Locator, Page } from 'playwright';
import { chooseUse } from '../../support/first-run.ts';
import { type Desk, makeDesk, type RealApp, startApp } from '../../support/real-app.ts';

type Place = 'Accounts' | 'Inbox' | 'People' | 'Lent to me' | 'Asked for' | 'Ledger' | 'Runs' | 'Business';

/** Someone at a desk of their own, with the app open or closed. */
export class Person {
  readonly name: string;
  readonly desk: Desk;
  readonly #password: string;
  readonly #root: string;
  readonly #zone: string | undefined;
  #app: RealApp | null = null;

  private constructor(name: string, password: string, root: string, desk: Desk, zone: string | undefined) {
    this.name = name;
    this.#password = password;
    this.#root = root;
    this.desk = desk;
    this.#zone = zone;
  }

  /** Someone whose computer is set to a time zone; to that of this machine when none is named. */
  static async at(name: string, password: string, root: string, zone?: string): Promise<Person> {
    return new Person(name, password, root, await makeDesk(), zone);
  }

  get page(): Page {
    if (this.#app === null) throw new Error(`${this.name} has no window open`);
    return this.#app.page;
  }

  /** The process of the engine behind the window, and everything else the host knows. */
  get app(): RealApp {
    if (this.#app === null) throw new Error(`${this.name} has no window open`);
    return this.#app;
  }

  /** Opens the window, its clock so many seconds ahead of the machine's. */
  async open(clockOffset: number): Promise<void> {
    this.#app = await inZone(this.#zone, () => startApp(this.desk, this.#root, { clockOffset }));
    this.page.setDefaultTimeout(30_000);
    await this.page.getByRole('main').first().waitFor();
  }

  async close(): Promise<void> {
    await this.#app?.close();
    this.#app = null;
  }

  /** Closes the window and opens it at another time, unlocked. */
  async reopen(clockOffset: number): Promise<void> {
    await this.close();
    await this.open(clockOffset);
    await this.unlock();
  }

  /** The first run: name, passphrase twice, the recovery words, three of them typed back. */
  async makeVault(): Promise<void> {
    const { page } = this;
    await chooseUse(page);
    await page.getByLabel('Vault name').fill(this.name);
    await page.getByRole('textbox', { name: 'Passphrase' }).fill(this.#password);
    await page.getByRole('textbox', { name: 'Once more' }).fill(this.#password);
    await page.getByRole('button', { name: 'Make the vault' }).click();
    const words = page.locator('.sheet-words li');
    await words.first().waitFor();
    const sheet = (await words.allInnerTexts()).map((word) => word.replace(/[^a-z]/g, ''));
    for (const [index, word] of sheet.entries()) {
      const box = page.getByRole('textbox', { name: `word ${index + 1}`, exact: true });
      if ((await box.count()) > 0) await box.fill(word);
    }
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: 'Accounts', level: 1 }).waitFor();
  }

  async unlock(): Promise<void> {
    const { page } = this;
    await page
      .getByLabel(/passphrase/i)
      .first()
      .fill(this.#password);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation').first().waitFor();
  }

  /** Goes to a place of the rail. */
  async goTo(place: Place): Promise<void> {
    await this.page
      .getByRole('navigation')
      .getByRole('button', { name: new RegExp(`^${place}`) })
      .click();
  }

  /** The card a person sends, and the eight words they read out on a call. */
  async readOutCard(): Promise<{ readonly card: string; readonly words: readonly string[] }> {
    await this.goTo('People');
    const { page } = this;
    const mine = page.getByRole('region', { name: 'My card' });
    const text = (await mine.getByText('LATCHKEYCARD1.').textContent()) ?? '';
    const words = await mine.getByRole('listitem').allInnerTexts();
    return { card: text.trim(), words: words.map((word) => word.replace(/[^a-z]/g, '')) };
  }

  /** Takes in a card as it came over a chat. */
  async addPerson(card: string): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: 'Add a person' }).first().click();
    await page.getByRole('textbox', { name: 'Their card' }).fill(`Hi, this is mine:\n\n${card}\n\nSee you!`);
    await page.getByRole('button', { name: 'Read the card' }).click();
    await page.getByRole('textbox', { name: 'word 1', exact: true }).waitFor();
  }

  /** Types the words someone reads out, four letters of each. */
  async typeWords(words: readonly string[]): Promise<void> {
    const { page } = this;
    for (const [index, word] of words.entries()) {
      await page.getByRole('textbox', { name: `word ${index + 1}`, exact: true }).pressSequentially(word.slice(0, 4));
    }
    await page.getByRole('button', { name: /^Compare/ }).click();
    await page.getByText('The words fit').first().waitFor();
  }

  /** Writes down a login, which is then the one shown; of the platform first offered unless another is named. */
  async addAccount({ platform, username, password }: { platform?: string; username: string; password: string }): Promise<void> {
    const { page } = this;
    await this.goTo('Accounts');
    await page.getByRole('button', { name: 'Add an account' }).first().click();
    if (platform !== undefined) {
      await page.getByRole('combobox', { name: 'Platform' }).click();
      await page.getByRole('option', { name: platform, exact: true }).click();
    }
    await page.getByRole('textbox', { name: 'Username' }).fill(username);
    await page.getByRole('textbox', { name: 'Password' }).fill(password);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(username).first().waitFor();
  }

  /** Gives the account that is shown an authenticator. */
  async addSeed(seed: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Add a second factor' }).click();
    await this.typeSeed(seed);
    await this.page.getByRole('button', { name: 'Hand off' }).waitFor();
  }

  /** Types an authenticator's key where one is asked for, and the code it then shows. */
  async typeSeed(seed: string): Promise<void> {
    const { page } = this;
    await page.getByRole('textbox', { name: /Setup key/ }).fill(seed);
    await page.getByRole('button', { name: 'Read the key' }).click();
    await page.getByRole('textbox', { name: 'Type the code your phone shows' }).fill(await this.code());
    await page.getByRole('button', { name: 'It is the same' }).click();
  }

  /** The code on the window, six digits. */
  async code(): Promise<string> {
    const digits = this.page.locator('.code .digits:not(.none)').first();
    await digits.waitFor();
    return (await digits.innerText()).replace(/\D/g, '');
  }

  async clipboard(): Promise<string> {
    return (await this.app.launched.shell.system.readText()) ?? '';
  }

  /** Copies the sealed text on the window and gives it. */
  async copyText(): Promise<string> {
    const before = await this.clipboard();
    await this.page.getByRole('button', { name: 'Copy the text' }).last().click();
    for (let tries = 0; tries < 300; tries++) {
      const text = await this.clipboard();
      if (text !== before) return text;
      await this.page.waitForTimeout(50);
    }
    throw new Error('nothing was copied');
  }

  /** Reads a message that came over a chat. */
  async paste(text: string): Promise<void> {
    const { page } = this;
    await this.goTo('Inbox');
    await page.getByRole('button', { name: 'Paste a message' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill(text);
    await dialog.getByRole('button', { name: 'Read it' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** The step of a run, opened; it may open by itself when the one before is done. */
  async openStep(step: string): Promise<Locator> {
    const row = this.page.locator('.step').filter({ hasText: step });
    const open = row.getByRole('button', { name: 'Skip' });
    for (let tries = 0; tries < 10 && (await open.count()) === 0; tries++) {
      await row
        .getByRole('button', { name: step, exact: true })
        .click({ timeout: 2000 })
        .catch(() => undefined);
    }
    await open.waitFor();
    return row;
  }

  /** Marks a step of a run as done. */
  async tick(step: string): Promise<void> {
    const row = await this.openStep(step);
    await row.getByRole('button', { name: 'Done' }).click();
    await row
      .getByText(/^today/)
      .first()
      .waitFor();
  }

  /** Leaves a step of a run out, with the reason. */
  async skip(step: string, reason: string): Promise<void> {
    const row = await this.openStep(step);
    await row.getByRole('button', { name: 'Skip' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('textbox').fill(reason);
    await dialog.getByRole('button', { name: 'Skip', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** Writes down a device the platform shows. */
  async addDevice(name: string, whose: string): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: /^Device/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
    await dialog.getByText(whose, { exact: true }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
}

/** Two people take in each other's cards and type the words they hear. */
export async function meet(one: Person, other: Person): Promise<void> {
  const cards = [await one.readOutCard(), await other.readOutCard()] as const;
  await one.addPerson(cards[1].card);
  await other.addPerson(cards[0].card);
  await one.typeWords(cards[1].words);
  await other.typeWords(cards[0].words);
}

/** Whether two windows show the same code, six digits; a step may turn while we look. */
export async function sameCode(one: Person, other: Person): Promise<boolean> {
  for (let tries = 0; tries < 4; tries++) {
    const [first, second] = await Promise.all([one.code(), other.code()]);
    if (first === second && first.length === 6) return true;
    await one.page.waitForTimeout(1500);
  }
  return false;
}

/** What is started by `work`, on a computer set to a time zone. */
async function inZone<T>(zone: string | undefined, work: () => Promise<T>): Promise<T> {
  if (zone === undefined) return work();
  const before = process.env['TZ'];
  process.env['TZ'] = zone;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
}
