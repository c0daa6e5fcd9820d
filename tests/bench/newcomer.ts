import path from 'node:path';
import type { Locator, Page } from 'playwright';
import { makeDesk, startApp } from '../support/real-app.ts';

// One fresh process of the bench: somebody new, from an empty home to the first code on screen, at a machine's speed. As one line of JSON.

const PASSPHRASE = 'copper tunnel hazard biology motion';
const KEY = 'JBSWY3DPEHPK3PXP';

/** A person's hands, counted: what is pressed, how many fields are typed into, and how many characters. */
class Hands {
  presses = 0;
  fields = 0;
  characters = 0;

  async press(what: Locator): Promise<void> {
    await what.click();
    this.presses++;
  }

  async type(where: Locator, text: string): Promise<void> {
    await where.fill(text);
    this.fields++;
    this.characters += text.length;
  }
}

/** Types back the words of the recovery sheet that are asked for. */
async function wordsBack(page: Page, hands: Hands): Promise<void> {
  const words = page.locator('.sheet-words li');
  await words.first().waitFor();
  const sheet = (await words.allInnerTexts()).map((word) => word.replace(/[^a-z]/g, ''));
  for (const [index, word] of sheet.entries()) {
    const box = page.getByRole('textbox', { name: `word ${index + 1}`, exact: true });
    if ((await box.count()) > 0) await hands.type(box, word);
  }
}

const started = Number(process.env['BENCH_START'] ?? Date.now());
const desk = await makeDesk();
const app = await startApp(desk, path.resolve('.'));
const { page } = app;
const hands = new Hands();
const button = (name: string | RegExp): Locator => page.getByRole('button', { name }).first();
const box = (name: string): Locator => page.getByRole('textbox', { name });
const seconds = (): number => (Date.now() - started) / 1000;
try {
  await hands.press(button(/^Keep passwords and codes/));
  await hands.type(page.getByLabel('Vault name'), 'Kite');
  await hands.type(box('Passphrase'), PASSPHRASE);
  await hands.type(box('Once more'), PASSPHRASE);
  await hands.press(button('Make the vault'));
  await wordsBack(page, hands);
  const sheet = { sheetFields: 3, sheetPresses: 1 };
  await hands.press(button('Continue'));
  await hands.press(button('Add an account'));
  await hands.type(box('Username'), '@kite');
  await hands.type(box('Password'), 'a password of mine');
  await hands.press(button('Save'));
  await hands.press(button('Add a second factor'));
  await hands.type(box('Setup key or otpauth address'), KEY);
  await hands.press(button('Read the key'));
  await page.locator('.code .digits:not(.none)').waitFor();
  const first = { presses: hands.presses, fields: hands.fields, characters: hands.characters, seconds: seconds() };
  await hands.press(button('Not on a phone yet'));
  await button('Not on a phone yet').waitFor({ state: 'hidden' });
  await page.locator('.code .digits:not(.none)').waitFor();
  console.log(JSON.stringify({ ...first, ...sheet, savedPresses: hands.presses, savedSeconds: seconds() }));
} finally {
  await app.close();
  await desk.remove();
}
process.exit(0);
