import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLooks } from './safety/looks.ts';
import { meet, Person, sameCode } from './story/person.ts';

const SEED = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const PASSWORD = 'Tr7&mel04-Quay';
const root = path.resolve(import.meta.dirname, '../..');
const looks = startLooks();

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
    await owner.addAccount({ username: '@harbourbakery', password: PASSWORD });
    await owner.addSeed(SEED);
    await meet(owner, freelancer);
    await owner.goTo('Accounts');
    await page.getByRole('button', { name: 'Hand off' }).click();
    await page.getByRole('button', { name: 'Choose a person', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Choose', exact: true }).click();
    await page.getByRole('checkbox', { name: /^Codes on request/ }).check();
    await looks.at(page, '01-hand-off');
    await page.getByRole('button', { name: /^Seal for/ }).click();
    await page.getByRole('heading', { name: 'Sealed for Tomás' }).waitFor();
    await freelancer.paste(await owner.copyText());
    await freelancer.page.getByRole('button', { name: 'Take it up' }).click();
    await owner.paste(await freelancer.copyText());
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
    const request = await freelancer.copyText();
    await owner.paste(request);
    await owner.page.getByText('“New phone”').waitFor();
    await looks.at(owner.page, '04-code-request');
    await owner.page.getByRole('option', { name: /opened/ }).click();
    await owner.page.getByText('Tomás asks for one TikTok code').waitFor();
    await looks.at(owner.page, '05-banner');
    await owner.page.getByRole('button', { name: 'Send one code' }).click();
    await owner.page.getByText('Answered.').waitFor();
    await looks.at(owner.page, '06-answered');
    await freelancer.paste(await owner.copyText());
    await page.getByRole('button', { name: 'Go to Lent to me' }).click();
    await owner.goTo('Accounts');
    expect(await sameCode(freelancer, owner)).toBe(true);
    await looks.at(page, '07-live-code');
    await page.locator('.asked-code').getByRole('button', { name: 'Copy' }).click();
    await expect.poll(() => freelancer.clipboard()).toMatch(/^\d{6}$/);
  });

  step('the loan is extended by a week, and its last day moves on both sides', async () => {
    await grantPage();
    const { page } = owner;
    await looks.at(page, '08-grant');
    const tag = page.locator('.detail-head .tag');
    const before = await tag.innerText();
    await page.getByRole('button', { name: 'Extend' }).click();
    await page.getByRole('heading', { name: 'Extend' }).waitFor();
    await looks.at(page, '09-extend');
    await page.getByRole('button', { name: /^Seal for/ }).click();
    await page.getByRole('heading', { name: 'Sealed: more time for Tomás' }).waitFor();
    await looks.at(page, '10-extended');
    const text = await owner.copyText();
    await page.getByRole('button', { name: 'Done' }).click();
    await expect.poll(() => tag.innerText()).not.toBe(before);
    await freelancer.paste(text);
    await freelancer.goTo('Lent to me');
    await freelancer.page
      .getByText(await tag.innerText())
      .first()
      .waitFor();
  });

  step('reducing it shows what they keep', async () => {
    const { page } = owner;
    await page.getByRole('button', { name: 'Lower' }).click();
    await page.getByRole('checkbox', { name: 'Codes on request' }).uncheck();
    await looks.at(page, '11-reduce');
    await page.getByRole('button', { name: /^Seal for/ }).click();
    await page.getByRole('heading', { name: 'Sealed: less for Tomás' }).waitFor();
    await freelancer.paste(await owner.copyText());
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
    await freelancer.paste(await owner.copyText());
    await freelancer.page.getByText('Maren ended this.').waitFor();
    await freelancer.page.getByText('The campaign is over.').first().waitFor();
    await looks.at(freelancer.page, '14-revoked');
    const receipt = await freelancer.copyText();
    await freelancer.page.getByRole('button', { name: 'Go to Lent to me' }).click();
    await freelancer.page.getByText('It still works until Maren changes it.', { exact: false }).waitFor();
    await looks.at(freelancer.page, '15-ended-there');
    expect(await freelancer.page.getByRole('button', { name: 'Reveal password' }).count()).toBe(0);
    await owner.paste(receipt);
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
