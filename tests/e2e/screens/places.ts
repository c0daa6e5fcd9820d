import type { Page } from 'playwright';
import { chooseUse } from '../../support/first-run.ts';

/** A screen and the way to it from any other; `bare` when it is worth a look in an empty vault too, `over` when it stands over another. */
export interface Screen {
  readonly name: string;
  readonly bare?: true;
  readonly over?: true;
  to(page: Page): Promise<void>;
}

const rail = (page: Page, place: string): Promise<void> =>
  page
    .getByRole('navigation')
    .first()
    .getByRole('button', { name: new RegExp(`^${place}`) })
    .click();
const button = (page: Page, name: RegExp | string): Promise<void> => page.getByRole('button', { name }).first().click();

/** A place of the rail. */
const place = (name: string, label: string, bare?: true): Screen => ({
  name,
  ...(bare === undefined ? {} : { bare }),
  to: (page) => rail(page, label),
});

/** What a key opens over the accounts. */
async function over(page: Page, keys: string): Promise<void> {
  await account(page, 'TikTok');
  await page.keyboard.press(keys);
  await page.getByRole('dialog').waitFor();
}

async function account(page: Page, title: string): Promise<void> {
  await rail(page, 'Accounts');
  await page
    .getByRole('listbox')
    .getByRole('option', { name: new RegExp(title) })
    .first()
    .click();
}

/** A page of the settings. */
const setting = (name: string, label: RegExp): Screen => ({
  name: `settings-${name}`,
  to: async (page) => {
    await rail(page, 'Settings');
    await page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name: label }).click();
  },
});

/** Every screen of an open vault. */
export const SCREENS: readonly Screen[] = [
  place('accounts', 'Accounts', true),
  {
    name: 'account',
    to: (page) => account(page, 'TikTok'),
  },
  {
    name: 'account-form',
    to: async (page) => {
      await account(page, 'TikTok');
      await page.keyboard.press('Control+e');
    },
  },
  {
    name: 'second-factor',
    to: async (page) => {
      await account(page, 'YouTube');
      await button(page, 'Add a second factor');
    },
  },
  {
    name: 'hand-off',
    to: async (page) => {
      await account(page, 'YouTube');
      await button(page, 'Hand off');
    },
  },
  place('lent-to-me', 'Lent to me', true),
  place('asked-for', 'Asked for', true),
  {
    name: 'ask',
    to: async (page) => {
      await rail(page, 'Asked for');
      await button(page, /^Ask for access/);
    },
  },
  place('ledger', 'Ledger', true),
  place('runs', 'Runs', true),
  place('review', 'Review', true),
  place('inbox', 'Inbox', true),
  place('business', 'Business', true),
  place('people', 'People', true),
  {
    name: 'reminders',
    bare: true,
    to: (page) => button(page, /^(Reminders|\d+ reminder|Nothing)/),
  },
  {
    name: 'loan',
    to: async (page) => {
      await account(page, 'TikTok');
      await button(page, 'See the loan of TikTok to Tomás Reyes');
    },
  },
  {
    name: 'run',
    to: async (page) => {
      await rail(page, 'Runs');
      await button(page, /^Go on/);
    },
  },
  {
    name: 'review-open',
    to: async (page) => {
      await rail(page, 'Review');
      await button(page, /^(Start the review|Go on)/);
      await page.getByText('Does Tomás still need this?').waitFor();
    },
  },
  {
    name: 'ad-codes',
    to: async (page) => {
      await rail(page, 'Business');
      await page.getByText('Ad codes', { exact: true }).first().click();
    },
  },
  {
    name: 'log',
    to: async (page) => {
      await account(page, 'TikTok');
      await button(page, /^All of it/);
    },
  },
  {
    name: 'trash',
    to: async (page) => {
      await rail(page, 'Accounts');
      await button(page, 'Other lists');
      await page.getByRole('menuitem', { name: /^Trash/ }).click();
    },
  },
  { name: 'palette', over: true, to: (page) => over(page, 'Control+k') },
  { name: 'generator', over: true, to: (page) => over(page, 'Control+g') },
  { name: 'all-keys', over: true, to: (page) => over(page, '?') },
  setting('health', /health/i),
  setting('locking', /lock/i),
  setting('passphrase', /passphrase/i),
  setting('backups', /backup/i),
  setting('platforms', /platform/i),
  setting('general', /^General/),
  setting('appearance', /^Appearance/),
  setting('shortcuts', /^Shortcuts/),
];

/** The screens of a computer without a vault, each reached from the one before. */
export const BEFORE: readonly Screen[] = [
  { name: 'first-run', to: () => Promise.resolve() },
  { name: 'make-a-vault', to: (page) => chooseUse(page) },
  {
    name: 'recovery-sheet',
    to: async (page) => {
      await page.getByLabel('Vault name').fill('Maren Voss');
      for (const name of ['Passphrase', 'Once more'])
        await page.getByRole('textbox', { name }).fill('copper tunnel hazard biology');
      await button(page, 'Make the vault');
      await page.locator('.sheet-words li').first().waitFor();
      // Words that open a vault belong into no picture.
      await button(page, 'Conceal the words');
    },
  },
  {
    name: 'locked',
    to: async (page) => {
      await button(page, 'Do this later');
      await page.getByRole('button', { name: 'Go on', exact: true }).click();
      await page.getByRole('navigation').first().waitFor();
      await page.keyboard.press('Control+l');
      await page.getByRole('navigation').first().waitFor({ state: 'detached' });
      await page
        .getByLabel(/passphrase/i)
        .first()
        .waitFor();
    },
  },
];
