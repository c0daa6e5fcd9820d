import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inOrder } from './story/in-order.ts';
import { meet, Person, sameCode } from './story/person.ts';

const root = path.resolve(import.meta.dirname, '../..');
// In Los Angeles clocks go forward on 14 March 2027, in Berlin on 28 March: nine hours apart, then eight, then nine again.
const FRIDAY = Date.parse('2027-03-12T08:10:00-08:00') / 1000;
const MONDAY_OF_EIGHT = Date.parse('2027-03-15T17:05:00+01:00') / 1000;
const MONDAY_OF_NINE = Date.parse('2027-03-29T17:50:00+02:00') / 1000;

const until = (instant: number): number => instant - Math.floor(Date.now() / 1000);

// On Windows no environment tells a program another time zone.
describe.skipIf(process.platform === 'win32')('two people nine hours apart, each by their own clock', { timeout: 120_000 }, () => {
  let owner: Person;
  let freelancer: Person;
  let sealed = '';
  inOrder(() => [owner, freelancer]);

  const noteZone = async (of: Person, zone: string): Promise<void> => {
    const { page } = of;
    await of.goTo('People');
    await page
      .getByRole('textbox', { name: 'Time zone' })
      .or(page.getByRole('combobox', { name: 'Time zone' }))
      .fill(zone);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved').first().waitFor();
  };

  it('meet, and note where the other lives', async () => {
    owner = await Person.at('Maren Voss', 'copper tunnel hazard biology', root, 'America/Los_Angeles');
    freelancer = await Person.at('Tomás Reyes', 'orbit lemon saddle harvest', root, 'Europe/Berlin');
    await owner.open(until(FRIDAY));
    await freelancer.open(until(FRIDAY));
    const zones = await Promise.all(
      [owner, freelancer].map(({ page }) => page.evaluate(() => new Intl.DateTimeFormat().resolvedOptions().timeZone)),
    );
    expect(zones).toEqual(['America/Los_Angeles', 'Europe/Berlin']);
    await Promise.all([owner.makeVault(), freelancer.makeVault()]);
    await owner.addAccount({ username: '@harbourbakery', password: 'Tr7&mel04-Quay' });
    await owner.addSeed('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP');
    await meet(owner, freelancer);
    await noteZone(owner, 'Europe/Berlin');
    await noteZone(freelancer, 'America/Los_Angeles');
  });

  it('the owner plans in their own time, and sees both', async () => {
    const { page } = owner;
    await owner.goTo('Accounts');
    await page.getByRole('button', { name: 'Hand off' }).click();
    await page.getByRole('button', { name: 'Choose a person', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Choose', exact: true }).click();
    await page.getByRole('radiogroup', { name: 'Length of the appointment' }).getByText('None').click();
    await page.getByText('Work week', { exact: true }).click();
    await page.getByText('Times are yours, Los Angeles. First window: Fri 12 Mar, 9:00 to 18:00.').waitFor();
    await page.getByText('For Tomás, in Berlin: Fri 12 Mar, 18:00 to Sat 13 Mar, 3:00.').waitFor();
    await page.getByRole('grid', { name: 'Last day' }).getByRole('gridcell', { selected: true }).focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    await page.getByText('Sat 3 Apr, 9:00 in Berlin').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Sealed for Tomás' }).waitFor();
    sealed = await owner.copyText();
    const [sentence] = sealed.split('LATCHKEY1');
    expect(sentence?.replace(/\s+/g, ' ')).toContain(
      'until the end of Fri 2 Apr 2027 (Los Angeles time), Sat 3 Apr 2027, 9:00 in Berlin.',
    );
  });

  it('the freelancer reads it by their own clock, an hour sooner once only the owner’s has changed', async () => {
    const { page } = freelancer;
    await freelancer.paste(sealed);
    await page.getByText('Sat 3 Apr, 9:00, by your clock').waitFor();
    await page.getByText('For Maren, in Los Angeles: the end of Fri 2 Apr.').waitFor();
    await page.getByText('For Maren, in Los Angeles: Fri 12 Mar, 9:00 to 18:00.').waitFor();
    for (const window of [
      'Fri 12 Mar, 18:00 to Sat 13 Mar, 3:00',
      'Mon 15 Mar, 17:00 to Tue 16 Mar, 2:00',
      'Tue 16 Mar, 17:00 to Wed 17 Mar, 2:00',
    ])
      await page.getByText(window).first().waitFor();
    await page.getByRole('button', { name: 'Take it up' }).click();
    await owner.paste(await freelancer.copyText());
    await owner.page.getByText('receipt signed').first().waitFor();
    await freelancer.goTo('Lent to me');
    await expect(page.getByText('Opens 18:00, in', { exact: false }).waitFor()).resolves.toBeUndefined();
  });

  it('the owner’s page of the loan says its end by both clocks, its windows by their own', async () => {
    const { page } = owner;
    await owner.goTo('Accounts');
    await page.getByRole('button', { name: 'See the loan of TikTok to Tomás' }).click();
    await page.getByText('the end of Fri 2 Apr 2027 (Los Angeles time), Sat 3 Apr 2027, 9:00 in Berlin').waitFor();
    await page.getByText('Mon 15 Mar, 9:00 to 18:00', { exact: true }).waitFor();
    await expect(page.getByText('Tue 16 Mar, 9:00 to 18:00', { exact: true }).waitFor()).resolves.toBeUndefined();
  });

  it('the window after the owner’s change opens at 17:00 in Berlin, with the owner’s own code', async () => {
    await owner.reopen(until(MONDAY_OF_EIGHT));
    await freelancer.reopen(until(MONDAY_OF_EIGHT));
    await freelancer.goTo('Lent to me');
    await freelancer.page.getByText('until Tue 2:00, 8 h', { exact: false }).first().waitFor();
    expect(await sameCode(freelancer, owner)).toBe(true);
  });

  it('and once both have changed, at 18:00 again', async () => {
    await freelancer.reopen(until(MONDAY_OF_NINE));
    await freelancer.goTo('Lent to me');
    await freelancer.page.getByText('Outside the window.').waitFor();
    await expect(freelancer.page.getByText('Opens 18:00, in', { exact: false }).waitFor()).resolves.toBeUndefined();
  });
});
