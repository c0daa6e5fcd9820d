import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../main/engine/session.ts';
import { addAccount, befriend, draftFor, lend, newWorld, take, WORLD_PASSWORD } from '../support/session-world.ts';
import { type Desk, makeDesk, putVault, type RealApp, startApp } from '../support/real-app.ts';
import { startLooks } from './safety/looks.ts';

const DAY = 86_400;
const looks = startLooks();
const clock = { now: Math.floor(Date.now() / 1000) - 20 * DAY };
let desk: Desk;
let app: RealApp;

const day = (offset: number): string => new Date((Math.floor(Date.now() / 1000) + offset * DAY) * 1000).toISOString().slice(0, 10);

/** Twelve accounts lent to one person, some of which have ended, and three business centres. */
async function fill(owner: Session, contact: string): Promise<void> {
  const places = ['tiktok', 'instagram', 'facebook', 'etsy', 'shopify', 'youtube', 'pinterest', 'x', 'linkedin', 'reddit'];
  for (let at = 0; at < 12; at++) {
    const platform = places[at % places.length] ?? 'tiktok';
    const title = `${platform[0]?.toUpperCase()}${platform.slice(1)}${at < places.length ? '' : ' two'}`;
    const username = at % 2 === 0 ? '@harbourbakery' : '@fennel.co';
    const account = await addAccount(owner, { platform, title, username, password: `password ${at}` });
    await lend(owner, draftFor(account, contact, at < 4 ? day(-3) : day(12), { device: 'Chrome on Windows' }));
    const device = { account, place: 'Lisbon', seen: 'today', whose: 'contact' as const, contact };
    if (at % 3 === 0) take(await owner.devices.save({ ...device, name: 'Pixel 8', keep: null, signedOut: false }));
  }
  for (const name of ['Harbour', 'Fennel', 'Orchard']) {
    const centre = owner.book.newId();
    take(
      await owner.book.change((draft) => {
        draft.put('centre', centre, { platform: 'meta_business', name, owner: 'me', made: clock.now, archived: false });
        draft.put('member', owner.book.newId(), {
          ...{ centre, as: 'person' as const, contact, name: 'Tomás Reyes', level: 'Employee', lowest: true },
          ...{ assets: [], state: 'active' as const, made: clock.now },
        });
        return {};
      }),
    );
  }
}

beforeAll(async () => {
  desk = await makeDesk();
  const world = await newWorld('Maren Voss', clock);
  const other = (await newWorld('Tomás Reyes', clock)).session;
  const contact = (await befriend(world.session, other)).a;
  take(await world.session.contacts.save({ id: contact, organisation: null, role: 'freelancer', zone: 'Asia/Tokyo' }));
  await fill(world.session, contact);
  await putVault(desk, world.file.bytes ?? new Uint8Array());
  app = await startApp(desk, path.resolve(import.meta.dirname, '../..'));
  app.page.setDefaultTimeout(30_000);
  await unlock();
}, 180_000);

afterAll(async () => {
  await app?.close();
  await desk.remove();
});

const step = () => app.page.locator('.step.now .title');
/** Titles of the steps, in their order. */
const titles = () => app.page.locator('.step .title').allTextContents();

async function unlock(): Promise<void> {
  await app.page
    .getByLabel(/passphrase/i)
    .first()
    .fill(WORLD_PASSWORD);
  await app.page.keyboard.press('Enter');
  await app.page.getByRole('listbox').locator('.item b').first().waitFor();
}

async function accountMenu(title: string, command: string): Promise<void> {
  await app.page.getByRole('button', { name: /^Accounts/ }).click();
  await app.page
    .getByRole('option', { name: new RegExp(`^${title},|^${title} `) })
    .first()
    .click();
  await app.page.getByRole('button', { name: 'More actions' }).click();
  await app.page.getByRole('menuitem', { name: command }).click();
}

describe('runs in a real window', () => {
  it('list what has ended and start anything else', async () => {
    const { page } = app;
    await page.getByRole('button', { name: /^Runs/ }).click();
    await page.getByText('Ended, not closed').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Take back' }).count()).toBe(4);
    await looks.at(page, 'runs');
    await page.getByRole('button', { name: 'Start a run' }).click();
    await page.getByRole('dialog').waitFor();
    await looks.at(page, 'start');
    await page.keyboard.press('Escape');
  });

  it('put an authenticator on an account', async () => {
    const { page } = app;
    await accountMenu('Etsy', 'Put an authenticator on this account');
    await step().getByText('Open the two-step settings').waitFor();
    await expect.poll(titles).toHaveLength(6);
    await looks.at(page, 'put-authenticator');
  });

  it('agree on a sign-in, the hour shown for both', async () => {
    const { page } = app;
    await accountMenu('Instagram', 'Agree on a sign-in');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Device' }).fill('Chrome on Windows');
    await dialog.getByRole('textbox', { name: 'Place' }).fill('Osaka, at home');
    await dialog.getByText('(Tokyo time)').waitFor();
    await looks.at(page, 'agree');
    await dialog.getByRole('button', { name: 'Agree on it' }).click();
    await step().getByText('Agree on a time').waitFor();
    await expect.poll(() => page.locator('.run-panel dd').count()).toBe(2);
    await looks.at(page, 'appointment');
  });

  it('look at the devices after a handoff, pasted as a list', async () => {
    const { page } = app;
    await accountMenu('Shopify', 'Before a handoff');
    await page.getByRole('button', { name: 'Look at the devices before' }).click();
    await page.getByRole('button', { name: 'Paste the list' }).click();
    await page
      .getByRole('textbox', { name: 'The list' })
      .fill('MacBook Pro\tHamburg\tThis device\nWindows PC\tLisbon, Chrome\ttoday 9:14\nUnknown device\tPorto, Firefox\t19 Nov');
    await page.keyboard.press('Control+Enter');
    await page.getByText('3 devices found · 2 not known').waitFor();
    await looks.at(page, 'device-list');
    await page.getByRole('button', { name: 'Save the list' }).click();
    await page.getByRole('listitem', { name: 'Unknown device, whose?' }).waitFor();
    await expect.poll(() => page.locator('.dev.hot').count()).toBe(2);
    await looks.at(page, 'devices');
  });

  it('take back what was lent, by the keyboard alone', async () => {
    const { page } = app;
    await page.getByRole('button', { name: /^Runs/ }).click();
    await page.getByRole('button', { name: 'Take back' }).first().click();
    await step().getByText('Tell Tomás it has ended').waitFor();
    await looks.at(page, 'end-of-access');
    await page.keyboard.press('s');
    await page.keyboard.type('told her on the phone');
    await page.keyboard.press('Enter');
    await step().getByText('Set a new password').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'It worked' }).waitFor();
    await looks.at(page, 'candidate');
    await page.getByRole('button', { name: 'It worked' }).press('Enter');
    await step().getByText('Sign out the devices').waitFor();
    await expect.poll(() => page.locator('.run-promises').textContent()).toContain('Password changed');
  });

  it('lead someone who leaves out of everything, also after a lock', async () => {
    const { page } = app;
    await page.getByRole('button', { name: /^People/ }).click();
    await page.getByRole('option', { name: /^Tomás/ }).click();
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Tomás leaves' }).click();
    await step().getByText('Write down what they can reach').waitFor();
    await looks.at(page, 'leaver');
    await page.keyboard.press(' ');
    await page.getByRole('button', { name: /^End all 8 now/ }).click();
    await looks.at(page, 'leaver-ends');
    await page.getByRole('alertdialog').getByRole('button', { name: 'End all 8 now' }).click();
    await step().getByText('Set a new password').waitFor({ timeout: 60_000 });
    await page.getByRole('radio', { name: 'By account' }).check({ force: true });
    await looks.at(page, 'leaver-by-account');
    await page.keyboard.press('Control+l');
    await unlock();
    await page.getByRole('button', { name: /^Runs/ }).click();
    const line = page.locator('.run-line', { hasText: 'Someone leaves' });
    await line.waitFor();
    await expect.poll(() => line.textContent()).toMatch(/9 of \d+ done/);
    await looks.at(page, 'runs-under-way');
  });

  it('have nothing that axe finds', () => {
    console.log(`screens looked at: ${looks.screens}`);
    expect(looks.findings).toEqual([]);
  });
});
