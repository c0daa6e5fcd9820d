import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { type Page } from 'playwright';
import { Person } from './person.ts';

/** One step of the story: what it shows, in plain words, and the doing of it in the windows. */
export interface StoryStep {
  readonly title: string;
  play(): Promise<void>;
}

export interface StoryOptions {
  /** The repository's folder, built. */
  readonly root: string;
  /** Keeps a picture of a window, if anybody wants one. */
  readonly picture?: (page: Page, name: string) => Promise<unknown>;
  /** A sentence about something that was seen. */
  readonly say?: (sentence: string) => void;
}

const SEED = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const PASSWORD = 'Tr7&mel04-Quay';
const DAY = 86_400;

/** Debian's own authenticator: the code of the seed at an instant, Unix seconds. */
export function oathtool(at: number): string {
  return execFileSync('oathtool', ['--totp', '-b', '--now', `@${at}`, SEED], { encoding: 'utf8' }).trim();
}

/** The next Wednesday, ten past eight in the morning on this machine's clock; Unix seconds. */
function nextWednesday(): number {
  const day = new Date();
  day.setDate(day.getDate() + ((3 - day.getDay() + 7) % 7 || 7));
  day.setHours(8, 10, 0, 0);
  return Math.floor(day.getTime() / 1000);
}

/** A login and its codes lent from one window to another, and taken back. Steps are played in order; `end` closes what is open. */
export function lendingStory({ root, picture = async () => undefined, say = () => undefined }: StoryOptions): {
  readonly steps: readonly StoryStep[];
  end(): Promise<void>;
} {
  const start = nextWednesday();
  let people: { readonly owner: Person; readonly freelancer: Person } | null = null;
  let offset = 0;
  let sealedText = '';
  let receipt = '';
  let freshPassword = '';

  const both = (): { readonly owner: Person; readonly freelancer: Person } => {
    if (people === null) throw new Error('the story has not begun');
    return people;
  };
  const now = (): number => Math.floor(Date.now() / 1000) + offset;
  const goTo = (instant: number): void => {
    offset = instant - Math.floor(Date.now() / 1000);
  };
  /** The code on a window, compared with oathtool for the same instant; a step may turn while we look. */
  const sameAsOathtool = async (page: Page): Promise<string> => {
    const card = page.locator('.code .digits');
    await card.waitFor();
    for (let tries = 0; tries < 3; tries++) {
      const before = oathtool(now());
      const shown = (await card.innerText()).replace(/\s/g, '');
      if (shown === before && oathtool(now()) === before) return shown;
      await page.waitForTimeout(1100);
    }
    throw new assert.AssertionError({
      message: 'the code on the window is not oathtool’s',
      actual: await card.innerText(),
      expected: oathtool(now()),
    });
  };
  const noCode = async (page: Page): Promise<void> => {
    await page.getByText('Outside the window.').waitFor();
    assert.equal(
      await page
        .locator('.code')
        .getByText(/\d{3}\s?\d{3}/)
        .count(),
      0,
    );
  };

  const steps: StoryStep[] = [
    {
      title: 'An owner and a freelancer each make a vault in a window of their own',
      async play() {
        goTo(start);
        const owner = await Person.at('Maren Voss', 'copper tunnel hazard biology', root);
        const freelancer = await Person.at('Tomás Reyes', 'orbit lemon saddle harvest', root);
        people = { owner, freelancer };
        await owner.open(offset);
        await picture(owner.page, '01-make-a-vault');
        await freelancer.open(offset);
        await owner.makeVault();
        await freelancer.makeVault();
        await picture(owner.page, '02-empty-vault');
      },
    },
    {
      title: 'The owner writes down a TikTok account and types its authenticator key: the code is oathtool’s',
      async play() {
        const { page } = both().owner;
        await page.getByRole('button', { name: 'Add an account' }).first().click();
        await page.getByRole('textbox', { name: 'Username' }).fill('@harbourbakery');
        await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
        await page.getByRole('button', { name: 'Save' }).click();
        await page.getByRole('button', { name: 'Add a second factor' }).click();
        await page.getByRole('textbox', { name: /Setup key/ }).fill(SEED.toLowerCase().replace(/(.{4})/g, '$1 '));
        await page.getByRole('button', { name: 'Read the key' }).click();
        const typed = page.getByRole('textbox', { name: 'Type the code your phone shows' });
        await typed.fill('000000');
        await page.getByRole('button', { name: 'It is the same' }).click();
        await page.getByRole('alert').filter({ hasText: /code/i }).first().waitFor();
        await typed.fill(oathtool(now()));
        await picture(page, '03-authenticator');
        await page.getByRole('button', { name: 'It is the same' }).click();
        const code = await sameAsOathtool(page);
        say(`The window shows ${code}, and so does oathtool.`);
        await picture(page, '04-account');
      },
    },
    {
      title: 'They exchange cards, and each types the eight words the other reads out',
      async play() {
        const { owner, freelancer } = both();
        const cards = { owner: await owner.readOutCard(), freelancer: await freelancer.readOutCard() };
        say(`Words read out by the owner: ${cards.owner.words.join(' ')}.`);
        await owner.addPerson(cards.freelancer.card);
        await freelancer.addPerson(cards.owner.card);
        await picture(owner.page, '05-words-to-compare');
        await owner.typeWords(cards.freelancer.words);
        await freelancer.typeWords(cards.owner.words);
        await picture(owner.page, '06-words-compared');
      },
    },
    {
      title: 'The owner seals the password and codes for a sign-in appointment and a working week',
      async play() {
        const { owner } = both();
        const { page } = owner;
        await owner.goTo('Accounts');
        await page.getByRole('button', { name: 'Hand off' }).click();
        await page.getByRole('button', { name: 'Choose a person', exact: true }).click();
        await page.getByRole('dialog').getByRole('button', { name: 'Choose', exact: true }).click();
        await page.getByText('Work week', { exact: true }).click();
        await page.getByText(/\d windows?, /).waitFor();
        say(
          `The panel says: ${(
            await page
              .getByText(/\d codes/)
              .first()
              .innerText()
          ).replace(/\s+/g, ' ')}.`,
        );
        await picture(page, '07-hand-off');
        await page.getByRole('button', { name: /^Seal for/ }).click();
        await page.getByRole('heading', { name: 'Sealed for Tomás' }).waitFor();
        await picture(page, '08-sealed');
        await page.getByRole('button', { name: 'Copy the text' }).click();
        await page.getByText('Sealed text copied').first().waitFor();
        sealedText = await owner.clipboard();
        assert.match(sealedText, /^From Maren Voss, for Tomás Reyes: TikTok/);
        assert.ok(!sealedText.toUpperCase().includes(SEED));
      },
    },
    {
      title: 'The freelancer opens the sealed text and takes it up; a receipt goes back',
      async play() {
        const { owner, freelancer } = both();
        await freelancer.paste(`fwd from chat:\n> ${sealedText.replaceAll('\n', '\n> ')}`);
        await picture(freelancer.page, '09-handoff-in-the-inbox');
        await freelancer.page.getByRole('button', { name: 'Take it up' }).click();
        await freelancer.page.getByRole('button', { name: 'Copy the text' }).click();
        await freelancer.page.getByText('Sealed text copied').first().waitFor();
        receipt = await freelancer.clipboard();
        await owner.paste(receipt);
        await owner.page.getByText('receipt signed').first().waitFor();
        await picture(owner.page, '10-receipt');
      },
    },
    {
      title: 'In the appointment the freelancer has live codes, the same as oathtool’s',
      async play() {
        const { freelancer } = both();
        await freelancer.goTo('Lent to me');
        say(`Now ${await sameAsOathtool(freelancer.page)}.`);
        await picture(freelancer.page, '11-lent-to-me');
        await freelancer.page.getByRole('button', { name: 'Reveal password' }).click();
        await freelancer.page.getByText(PASSWORD).waitFor();
      },
    },
    {
      title: 'Between appointment and office hours there is no code',
      async play() {
        const { freelancer } = both();
        goTo(start + 40 * 60);
        await freelancer.reopen(offset);
        await freelancer.goTo('Lent to me');
        await noCode(freelancer.page);
        await picture(freelancer.page, '12-outside');
      },
    },
    {
      title: 'On Thursday at eleven the working week gives codes again',
      async play() {
        const { freelancer } = both();
        goTo(start + DAY + 170 * 60);
        await freelancer.reopen(offset);
        await freelancer.goTo('Lent to me');
        say(`Thursday: ${await sameAsOathtool(freelancer.page)}.`);
      },
    },
    {
      title: 'On Saturday there is none',
      async play() {
        const { freelancer } = both();
        goTo(start + 3 * DAY + 4 * 3600);
        await freelancer.reopen(offset);
        await freelancer.goTo('Lent to me');
        await noCode(freelancer.page);
      },
    },
    {
      title: 'After the last day the freelancer’s window holds neither password nor codes',
      async play() {
        const { freelancer } = both();
        goTo(start + 8 * DAY);
        await freelancer.reopen(offset);
        await freelancer.goTo('Lent to me');
        await freelancer.page
          .getByRole('option', { name: /TikTok/ })
          .first()
          .click();
        await freelancer.page.getByText(/ended/).first().waitFor();
        assert.equal(await freelancer.page.getByRole('button', { name: 'Reveal password' }).count(), 0);
        assert.equal(await freelancer.page.locator('.code .digits').count(), 0);
        await picture(freelancer.page, '13-ended');
        await freelancer.close();
      },
    },
    {
      title: 'The owner starts the end-of-access run: the grant is ended, not closed, and the password still exposed',
      async play() {
        const { owner } = both();
        await owner.reopen(offset);
        await owner.goTo('Runs');
        await picture(owner.page, '14-runs');
        await owner.page
          .getByRole('button', { name: /^Take back/ })
          .first()
          .click();
        await owner.page.getByText('Password still exposed').waitFor();
        assert.equal(await owner.page.getByRole('button', { name: 'Close this grant' }).isEnabled(), false);
        await picture(owner.page, '15-run');
      },
    },
    {
      title: 'A new password is made, copied, and kept beside the old one until “it worked”',
      async play() {
        const { page } = both().owner;
        await both().owner.skip('Tell Tomás it has ended', 'Told on the phone');
        await both().owner.openStep('Set a new password');
        await page.getByRole('button', { name: 'Make a new password', exact: true }).click();
        await page.getByRole('button', { name: 'Copy the new one' }).click();
        await page
          .getByText(/clears in/i)
          .first()
          .waitFor();
        freshPassword = await both().owner.clipboard();
        assert.ok(freshPassword.length >= 16 && freshPassword !== PASSWORD);
        await picture(page, '16-candidate');
        await page.getByRole('button', { name: 'It worked' }).click();
        await page.getByText('Password changed').first().waitFor();
      },
    },
    {
      title: 'The freelancer’s device is signed out, the owner’s own is kept',
      async play() {
        const { owner } = both();
        const { page } = owner;
        await owner.openStep('Sign out the devices that are not yours');
        await owner.addDevice('iPhone 15', 'Mine');
        await owner.addDevice('MacBook', 'Tomás’s');
        const theirs = page.getByRole('listitem').filter({ hasText: 'MacBook', hasNot: page.getByRole('listitem') });
        await theirs.getByRole('button', { name: 'Sign out' }).click();
        await picture(page, '17-devices');
        await owner.tick('Sign out the devices that are not yours');
      },
    },
    {
      title: 'Only when every step is done or skipped with a reason is the grant closed',
      async play() {
        const { owner } = both();
        const { page } = owner;
        await owner.tick('Look at roles and connected apps');
        assert.equal(await page.getByRole('button', { name: 'Close this grant' }).isEnabled(), false);
        await owner.skip('Check recovery mail and phone', 'Looked at on Monday');
        await picture(page, '18-ready-to-close');
        await page.getByRole('button', { name: 'Close this grant' }).click();
        await page.getByText('The key is back').first().waitFor();
        await picture(page, '19-closed');
        await owner.goTo('Accounts');
        await page.getByText('Never left this vault.').waitFor();
        assert.equal(await page.getByText(/exposed until you change it/i).count(), 0);
        await page.getByRole('button', { name: 'Reveal password', exact: true }).click();
        await page.getByText(freshPassword).waitFor();
        await picture(page, '20-taken-back');
      },
    },
  ];
  return {
    steps,
    async end() {
      if (people === null) return;
      for (const person of [people.owner, people.freelancer]) {
        await person.close();
        await person.desk.remove();
      }
    },
  };
}
