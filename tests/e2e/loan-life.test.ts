import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLooks } from './safety/looks.ts';
import { Person } from './story/person.ts';

const SEED = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const PASSWORD = 'Tr7&mel04-Quay';
const root = path.resolve(import.meta.dirname, '../..');
const looks = startLooks();

const clipboard = async (of: Person): Promise<string> => (await of.app.launched.shell.system.readText()) ?? '';

/** Copies the sealed text on the window and gives it. */
async function taken(from: Person): Promise<string> {
  const before = await clipboard(from);
  await from.page.getByRole('button', { name: 'Copy the text' }).last().click();
  await expect.poll(() => clipboard(from)).not.toBe(before);
  return clipboard(from);
}

async function paste(to: Person, text: string): Promise<void> {
  await to.goTo('Inbox');
  await to.page.getByRole('button', { name: 'Paste a message' }).first().click();
  const dialog = to.page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(text);
  await dialog.getByRole('button', { name: 'Read it' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** The code on a window, six digits. */
async function codeOn({ page }: Person): Promise<string> {
  const digits = page.locator('.code .digits:not(.none)').first();
  await digits.waitFor();
  return (await digits.innerText()).replace(/\D/g, '');
}

describe('the life of a loan, in two real windows with two vaults', () => {
  let owner: Person;
  let freelancer: Person;
  let broken = false;
  const step = (title: string, play: () => Promise<void>): void => {
    it(title, { timeout: 180_000 }, async ({ skip }) => {
      if (broken) skip('an earlier step failed');
      broken = true;
      await expect(play()).resolves.toBeUndefined();
      broken = false;
    });
  };
  const grantPage = async (): Promise<void> => {
    await owner.goTo('Accounts');
    await owner.page.getByRole('button', { name: 'See the loan of TikTok to Tomás' }).click();
    await owner.page.getByRole('heading', { name: 'TikTok for Tomás' }).waitFor();
  };

  beforeAll(async () => {
    owner = await Person.at('Maren Voss', 'copper tunnel hazard biology', root);
    freelancer = await Person.at('Tomás Reyes', 'orbit lemon saddle harvest', root);
  });
  afterAll(async () => {
    for (const person of [owner, freelancer]) {
      await person.close();
      await person.desk.remove();
    }
  });

  step('a login with codes on request is handed off and taken up', async () => {
    await owner.open(0);
    await freelancer.open(0);
    await owner.makeVault();
    await freelancer.makeVault();
    const { page } = owner;
    await page.getByRole('button', { name: 'Add an account' }).first().click();
    await page.getByRole('textbox', { name: 'Username' }).fill('@harbourbakery');
    await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Add a second factor' }).click();
    await page.getByRole('textbox', { name: /Setup key/ }).fill(SEED);
    await page.getByRole('button', { name: 'Read the key' }).click();
    await page.getByRole('textbox', { name: 'Type the code your phone shows' }).fill(await codeOn(owner));
    await page.getByRole('button', { name: 'It is the same' }).click();
    await page.getByRole('button', { name: 'Hand off' }).waitFor();
    const cards = { owner: await owner.readOutCard(), freelancer: await freelancer.readOutCard() };
    await owner.addPerson(cards.freelancer.card);
    await freelancer.addPerson(cards.owner.card);
    await owner.typeWords(cards.freelancer.words);
    await freelancer.typeWords(cards.owner.words);
    await owner.goTo('Accounts');
    await page.getByRole('button', { name: 'Hand off' }).click();
    await page.getByRole('button', { name: 'Choose a person', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Choose', exact: true }).click();
    await page.getByRole('checkbox', { name: /^Codes on request/ }).check();
    await looks.at(page, '01-hand-off');
    await page.getByRole('button', { name: /^Seal for/ }).click();
    await page.getByRole('heading', { name: 'Sealed for Tomás' }).waitFor();
    await paste(freelancer, await taken(owner));
    await freelancer.page.getByRole('button', { name: 'Take it up' }).click();
    await paste(owner, await taken(freelancer));
    await page.getByText('receipt signed').first().waitFor();
  });

  step('outside the window a code is asked for, and answered by hand: it is the owner’s own', async () => {
    await owner.close();
    await freelancer.reopen(40 * 60);
    await owner.open(40 * 60);
    await owner.unlock();
    await freelancer.goTo('Lent to me');
    const { page } = freelancer;
    await page.getByText('No window is left.').waitFor();
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page.getByRole('textbox', { name: /What for/ }).fill('New phone');
    await looks.at(page, '02-ask');
    await page.getByRole('button', { name: 'Make the text' }).click();
    await page.getByText('Waiting for Maren.').waitFor();
    await looks.at(page, '03-waiting');
    const request = await taken(freelancer);
    await paste(owner, request);
    await owner.page.getByText('“New phone”').waitFor();
    await looks.at(owner.page, '04-code-request');
    await owner.page.getByRole('option', { name: /opened/ }).click();
    await owner.page.getByText('Tomás asks for one TikTok code').waitFor();
    await looks.at(owner.page, '05-banner');
    await owner.page.getByRole('button', { name: 'Send one code' }).click();
    await owner.page.getByText('Answered.').waitFor();
    await looks.at(owner.page, '06-answered');
    await paste(freelancer, await taken(owner));
    await page.getByRole('button', { name: 'Go to Lent to me' }).click();
    await owner.goTo('Accounts');
    let same = false;
    for (let tries = 0; tries < 4 && !same; tries++) {
      const [theirs, own] = await Promise.all([codeOn(freelancer), codeOn(owner)]);
      same = theirs === own && theirs.length === 6;
      if (!same) await page.waitForTimeout(1500);
    }
    expect(same).toBe(true);
    await looks.at(page, '07-live-code');
    await page.locator('.asked-code').getByRole('button', { name: 'Copy' }).click();
    await expect.poll(() => clipboard(freelancer)).toMatch(/^\d{6}$/);
  });

  step('the loan is extended by a week, and its last day moves on both sides', async () => {
    await grantPage();
    const { page } = owner;
    await looks.at(page, '08-grant');
    const before = await page.locator('.detail-head .tag').innerText();
    await page.getByRole('button', { name: 'Extend' }).click();
    await page.getByRole('heading', { name: 'Extend' }).waitFor();
    await looks.at(page, '09-extend');
    await page.getByRole('button', { name: /^Seal for/ }).click();
    await page.getByRole('heading', { name: 'Sealed: more time for Tomás' }).waitFor();
    await looks.at(page, '10-extended');
    const text = await taken(owner);
    await page.getByRole('button', { name: 'Done' }).click();
    const after = await page.locator('.detail-head .tag').innerText();
    expect(after).not.toBe(before);
    await paste(freelancer, text);
    await freelancer.goTo('Lent to me');
    await freelancer.page.getByText(after).first().waitFor();
  });

  step('reducing it shows what they keep', async () => {
    const { page } = owner;
    await page.getByRole('button', { name: 'Reduce' }).click();
    await page.getByRole('checkbox', { name: 'Codes on request' }).uncheck();
    await looks.at(page, '11-reduce');
    await page.getByRole('button', { name: /^Seal for/ }).click();
    await page.getByRole('heading', { name: 'Sealed: less for Tomás' }).waitFor();
    await paste(freelancer, await taken(owner));
    await page.getByRole('button', { name: 'Done' }).click();
    await freelancer.goTo('Lent to me');
    await freelancer.page.getByRole('button', { name: 'Reveal password' }).waitFor();
    await expect.poll(() => freelancer.page.getByRole('button', { name: 'Send me a code' }).count()).toBe(0);
  });

  step('it is ended early; the word is read, and a receipt of the removal comes back', async () => {
    const { page } = owner;
    await page.getByRole('button', { name: 'End now' }).click();
    await page.getByRole('textbox', { name: /Why/ }).fill('The campaign is over.');
    await looks.at(page, '12-end');
    await page.getByRole('button', { name: 'End it' }).click();
    await page.getByRole('heading', { name: 'Ended for Tomás' }).waitFor();
    await page.getByText('Ended here; still exposed until you change it').waitFor();
    await looks.at(page, '13-ended');
    await paste(freelancer, await taken(owner));
    await freelancer.page.getByText('Maren ended this.').waitFor();
    await freelancer.page.getByText('The campaign is over.').first().waitFor();
    await looks.at(freelancer.page, '14-revoked');
    const receipt = await taken(freelancer);
    await freelancer.page.getByRole('button', { name: 'Go to Lent to me' }).click();
    await freelancer.page.getByText('It still works until Maren changes it.', { exact: false }).waitFor();
    await looks.at(freelancer.page, '15-ended-there');
    expect(await freelancer.page.getByRole('button', { name: 'Reveal password' }).count()).toBe(0);
    await paste(owner, receipt);
    await grantPage();
    await page.getByText('Told by their app').waitFor();
    await page.getByText('Receipt signed').waitFor();
    await looks.at(page, '16-grant-ended');
  });

  step('the end-of-access run is walked to its end, and the loan is closed', async () => {
    const { page } = owner;
    await page.getByRole('button', { name: 'Take back' }).click();
    const close = page.getByRole('button', { name: 'Close this grant' });
    const make = page.getByRole('button', { name: 'Make a new password', exact: true });
    const skip = page.getByRole('button', { name: 'Skip', exact: true });
    await close.waitFor();
    for (let left = 14; left > 0 && !(await close.isEnabled()); left--) {
      await skip.or(make).first().waitFor();
      if (await make.isVisible()) {
        await make.click();
        await page.getByRole('button', { name: 'It worked' }).click();
        await page.getByText('Password changed').first().waitFor();
        continue;
      }
      await skip.first().click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox').fill('Looked at together');
      await dialog.getByRole('button', { name: 'Skip', exact: true }).click();
      await dialog.waitFor({ state: 'hidden' });
      await page.waitForTimeout(300);
    }
    await close.click();
    await page.getByText('The key is back').first().waitFor();
  });

  it('shows no screen that axe finds fault with, in light or in dark', () => {
    console.log(`axe: ${looks.screens} screens, light and dark, ${looks.findings.length} findings`);
    expect(looks.findings).toEqual([]);
    expect(looks.screens).toBeGreaterThanOrEqual(16);
  });
});
