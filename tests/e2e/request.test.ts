import assert from 'node:assert/strict';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { axeFindings } from './story/axe.ts';
import { meet, Person } from './story/person.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** Folder for pictures of each screen in three widths, light and dark; none are taken without it. */
const pictures = process.env['REQUEST_PICTURES'];
const PASSWORD = 'Tr7&mel04-Quay';
const ACCOUNT = '@harbourbakery';

describe('asking for access, in two real windows with two vaults', () => {
  const findings: string[] = [];
  let looked = 0;
  let people: { readonly owner: Person; readonly freelancer: Person } | null = null;
  const both = (): { readonly owner: Person; readonly freelancer: Person } => {
    assert(people !== null);
    return people;
  };
  afterAll(async () => {
    for (const person of [people?.owner, people?.freelancer]) {
      await person?.close();
      await person?.desk.remove();
    }
  });

  const look = async ({ page }: Person, name: string): Promise<void> => {
    looked++;
    findings.push(...(await axeFindings(page)).map((finding) => `${name}: ${finding}`));
    if (pictures === undefined) return;
    for (const width of [1180, 720, 590]) {
      await page.setViewportSize({ width, height: 760 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.screenshot({ path: path.join(pictures, `${name}-${width}-${colorScheme}.png`) });
      }
    }
    await page.emulateMedia({ colorScheme: null, reducedMotion: null });
    await page.setViewportSize({ width: 1180, height: 760 });
  };
  /** The freelancer's sealed request, made at the open form. */
  const ask = async (why: string, picture?: string): Promise<string> => {
    const { freelancer } = both();
    const { page } = freelancer;
    await page.getByRole('textbox', { name: 'Account, as its owner calls it' }).fill(ACCOUNT);
    await page.getByRole('radio', { name: /Password and codes/ }).check();
    await page.getByRole('textbox', { name: 'What for' }).fill(why);
    await page.getByRole('textbox', { name: 'Device you will use' }).fill('MacBook, Lisbon');
    if (picture !== undefined) await look(freelancer, picture);
    await page.getByRole('button', { name: /^Seal for Maren/ }).click();
    await page.getByRole('heading', { name: 'Request for Maren' }).waitFor();
    return freelancer.copyText();
  };

  it('an owner and a freelancer have each other’s cards, and compared words', { timeout: 180_000 }, async () => {
    const owner = await Person.at('Maren Voss', 'copper tunnel hazard biology', root);
    const freelancer = await Person.at('Tomás Reyes', 'orbit lemon saddle harvest', root);
    people = { owner, freelancer };
    await owner.open(0);
    await freelancer.open(0);
    await owner.makeVault();
    await freelancer.makeVault();
    const { page } = owner;
    await owner.addAccount({ username: ACCOUNT, password: PASSWORD });
    await meet(owner, freelancer);
    await expect(page.getByText('words compared').first().isVisible()).resolves.toBe(true);
  });

  it('a request is narrowed, handed off and taken up', { timeout: 180_000 }, async () => {
    const { owner, freelancer } = both();
    const { page } = freelancer;
    await freelancer.goTo('Asked for');
    await page.getByText('You have asked for nothing').waitFor();
    await look(freelancer, '01-nothing-asked');
    await freelancer.goTo('People');
    await page.getByRole('option', { name: /Maren Voss/ }).click();
    await page.getByRole('button', { name: 'Ask for access' }).click();
    const request = await ask('Running the Advent ads, four reels and stories', '02-ask');
    assert.match(request, /^From Tomás Reyes, for Maren Voss: a request to borrow @harbourbakery/);
    await look(freelancer, '03-request-ready');
    await page.getByRole('button', { name: 'See what you asked for' }).click();
    await page.getByText('Nobody has answered yet.').waitFor();
    await look(freelancer, '04-asked-for');

    await owner.paste(request);
    await owner.page.getByRole('heading', { name: /no password needed/ }).waitFor();
    await look(owner, '05-request-in-the-inbox');
    await owner.page.getByRole('button', { name: 'Narrow' }).click();
    await owner.page.getByText(/Narrowed: a week at most/).waitFor();
    await look(owner, '06-narrowed');
    await owner.page.getByRole('button', { name: /^Seal for/ }).click();
    await owner.page.getByRole('heading', { name: 'Sealed for Tomás' }).waitFor();
    const handoff = await owner.copyText();
    await owner.page.getByRole('button', { name: 'Done' }).first().click();
    await owner.page.getByText('You answered this.').waitFor();
    await look(owner, '07-answered');

    await freelancer.paste(handoff);
    await freelancer.page.getByRole('button', { name: 'Take it up' }).click();
    await freelancer.page.getByText('You took this up').first().waitFor();
    await freelancer.goTo('Asked for');
    await page.getByText('Maren answered.').waitFor();
    await look(freelancer, '08-granted');
    await page.getByRole('main').getByRole('button', { name: 'Go to Lent to me' }).click();
    await page.getByRole('button', { name: 'Reveal password' }).click();
    await expect(page.getByText(PASSWORD).waitFor()).resolves.toBeUndefined();
  });

  it('what was lent is asked for longer, and more time answers that', { timeout: 180_000 }, async () => {
    const { owner, freelancer } = both();
    const { page } = freelancer;
    await page.getByRole('button', { name: 'Ask to keep it longer' }).click();
    await expect(page.getByRole('textbox', { name: 'Account, as its owner calls it' }).inputValue()).resolves.toBe(ACCOUNT);
    await page.getByRole('textbox', { name: 'What for' }).fill('The second half of the campaign');
    await look(freelancer, '13-keep-longer');
    await page.getByRole('button', { name: /^Seal for Maren/ }).click();
    await page.getByRole('heading', { name: 'Request for Maren' }).waitFor();
    await owner.paste(await freelancer.copyText());
    await owner.page.getByText(/^Tomás has this until/).waitFor();
    await look(owner, '14-has-it-already');
    await owner.page.getByRole('button', { name: 'Extend what they have' }).click();
    await owner.page.getByRole('heading', { name: 'Extend', exact: true }).waitFor();
    await look(owner, '15-extend');
    await owner.page.getByRole('button', { name: /^Seal for/ }).click();
    await freelancer.paste(await owner.copyText());
    await page.getByRole('heading', { name: 'Maren changes what you have of TikTok' }).waitFor();
    await look(freelancer, '16-changed');
    await page.getByRole('button', { name: 'Take it up' }).click();
    await page.getByText('You took this up').first().waitFor();
    await freelancer.goTo('Asked for');
    await expect(page.getByRole('group', { name: 'Waiting' }).count()).resolves.toBe(0);
    await freelancer.goTo('Lent to me');
    await expect(page.getByRole('main').getByRole('option').count()).resolves.toBe(1);
  });

  it('another is refused with a reason, which the asker reads', { timeout: 180_000 }, async () => {
    const { owner, freelancer } = both();
    const { page } = freelancer;
    await freelancer.goTo('People');
    await page.getByRole('button', { name: 'Ask for access' }).click();
    await owner.paste(await ask('Everything else'));
    await owner.page.getByRole('button', { name: 'Refuse' }).click();
    await owner.page.getByRole('dialog').getByRole('textbox').fill('One account is enough.');
    await look(owner, '09-refuse');
    await owner.page.getByRole('dialog').getByRole('button', { name: 'Refuse' }).click();
    await owner.page.getByText('You said no.').waitFor();
    await freelancer.paste(await owner.copyText());
    await page.getByText('One account is enough.').waitFor();
    await look(freelancer, '10-refusal');
    await page.getByRole('button', { name: 'See the request' }).click();
    await expect(page.getByText('Maren said no.').waitFor()).resolves.toBeUndefined();
  });

  it('a third is met with steps for a role, and no secret travels', { timeout: 180_000 }, async () => {
    const { owner, freelancer } = both();
    const { page } = freelancer;
    await freelancer.goTo('People');
    await page.getByRole('button', { name: 'Ask for access' }).click();
    await owner.paste(await ask('Ads alone, then'));
    await owner.page.getByRole('button', { name: 'Answer with these steps' }).click();
    await owner.page.getByRole('dialog').getByRole('textbox', { name: 'Level of the role' }).waitFor();
    await look(owner, '11-steps');
    await owner.page.getByRole('dialog').getByRole('button', { name: 'Seal the answer' }).click();
    await owner.page.getByText('You answered this.').waitFor();
    await freelancer.paste(await owner.copyText());
    await page.getByText('a role at the platform, and nothing secret').waitFor();
    await look(freelancer, '12-steps-arrived');
    await page.getByRole('button', { name: 'Take it up' }).click();
    await expect(page.getByText('You took this up').first().waitFor()).resolves.toBeUndefined();
  });

  it('shows no screen that axe finds fault with, in light or in dark', () => {
    console.log(`axe: ${looked} screens, light and dark, ${findings.length} findings`);
    expect(findings).toEqual([]);
    expect(looked).toBe(16);
  });
});
