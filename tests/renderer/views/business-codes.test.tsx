import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { addDays } from '../../../renderer/lib/plain-date.ts';
import { dayOf, instantAt } from '../../../renderer/views/handoff/own-zone.ts';
import { formatDay } from '../../../shared/text/dates.ts';
import { asked, button, closePage, openPage, type Page, said } from '../../support/page.tsx';

afterEach(closePage);

const DAY = 86_400;

async function openPart(part: 'Ad codes' | 'Numbers', start: 'sample' | 'empty' = 'sample'): Promise<Page> {
  const page = await openPage({ start });
  await page.user.click(await button(/^Business/));
  await page.user.click(await screen.findByRole('radio', { name: part }));
  return page;
}

const codes = async (): Promise<readonly HTMLElement[]> =>
  within(await screen.findByRole('list', { name: 'Ad codes' })).findAllByRole('listitem');

describe('ad codes', () => {
  it('begin empty with a sentence and one button', async () => {
    const page = await openPart('Ad codes', 'empty');
    await screen.findByText('No ad code yet');
    await page.user.click(await button('Note an ad code'));
    await page.user.click(await button('Save'));
    expect(screen.getByRole('alert').textContent).toBe('Say which account the post is on.');
  });

  it('that run come soonest first with their days left, and those that are over on wish', async () => {
    const page = await openPart('Ad codes');
    const live = await codes();
    expect(live.map((row) => row.querySelector('b.cut')?.textContent)).toEqual([
      'Saffron rolls, reel of 20 Nov',
      'Advent reel, opening the oven at five',
      'Spice tins, spark',
    ]);
    expect(within(live[0] as HTMLElement).getByRole('img', { name: /^[12] days? left$/ })).toBeTruthy();
    expect(within(live[2] as HTMLElement).getByText('The code itself is not kept here.')).toBeTruthy();
    await page.user.click(screen.getByRole('checkbox', { name: 'With those that are over' }));
    await waitFor(async () => expect(await codes()).toHaveLength(5));
    expect(screen.getByText(/^withdrawn /)).toBeTruthy();
    expect(screen.getByText(/^over since /)).toBeTruthy();
  });

  it('are noted with one of four lengths, and the last day is shown before it is saved', async () => {
    const page = await openPart('Ad codes');
    const { user, engine } = page;
    await user.click(await button('New ad code'));
    await user.click(await button('Choose an account'));
    await user.type(await screen.findByRole('textbox', { name: 'Find an account' }), 'fennel');
    await user.click(await screen.findByRole('option', { name: /TikTok.*@fennel/ }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Choose' }));
    await user.type(await screen.findByRole('textbox', { name: 'Which post' }), 'Chutney, reel');
    await user.type(screen.getByLabelText('The code'), '#s3cr3tC0de+/=');
    const now = engine.state.now();
    expect(screen.getByText(`Its last day is ${formatDay(now + 30 * DAY - 1, now)}.`)).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: '60 days' }));
    await waitFor(() => expect(screen.getByText(/^Its last day is /).textContent).toContain(formatDay(now + 60 * DAY - 1, now)));
    await user.click(await button(`Made on: ${formatDay(now, now)}`));
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toContain('today, chosen'));
    await user.keyboard('{ArrowLeft}{Enter}');
    const made = instantAt(addDays(dayOf(now), -1), 0);
    await button(`Made on: ${formatDay(made, now)}`);
    expect(screen.getByText(/^Its last day is /).textContent).toContain(formatDay(made + 60 * DAY - 1, now));
    expect(screen.getAllByRole('radio', { name: /days$/ }).map((one) => one.getAttribute('value'))).toEqual([
      '7',
      '30',
      '60',
      '365',
    ]);
    await user.click(await button('Save'));
    await asked(engine, 'business.saveAdCode');
    const saved = engine.state.business.adCodes.at(-1);
    expect(saved).toMatchObject({ about: 'Chutney, reel', days: 60, kept: true, account: { username: '@fennel.and.co' } });
    expect(engine.state.business.codes[saved?.id ?? '']).toBe('#s3cr3tC0de+/=');
    await screen.findByText('Chutney, reel');
    expect(document.body.textContent).not.toContain('#s3cr3tC0de');
  });

  it('are copied as secrets: the row counts down and the code is never on the page', async () => {
    const { user, engine } = await openPart('Ad codes');
    const [first] = await codes();
    await user.click(within(first as HTMLElement).getByRole('button', { name: 'Copy the code' }));
    await said(/^Ad code copied/);
    await within(first as HTMLElement).findByText(/^Clears in/);
    expect(engine.state.business.copied).toHaveLength(1);
    expect(document.body.textContent).not.toContain(engine.state.business.copied[0] ?? 'none');
  });

  it('are withdrawn on the word only, which says that a running ad may go on', async () => {
    const { user, engine } = await openPart('Ad codes');
    await codes();
    await user.click(await button('More for Saffron rolls, reel of 20 Nov'));
    await user.click(await screen.findByRole('menuitem', { name: 'Withdrawn at the platform' }));
    expect(await screen.findByText('An ad that already runs may go on for a little while.')).toBeTruthy();
    expect(engine.state.calls).not.toContain('business.endAdCode');
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Withdrawn at the platform' }));
    await waitFor(async () => expect(await codes()).toHaveLength(2));
  });

  it('in a vault that takes no changes can be copied, not noted', async () => {
    const { user, engine } = await openPart('Ad codes');
    engine.state.readOnly = 'in_use';
    engine.state.changed('vault');
    const [first] = await codes();
    await waitFor(async () => expect((await button('New ad code')).getAttribute('aria-disabled')).toBe('true'));
    await user.click(within(first as HTMLElement).getByRole('button', { name: 'Copy the code' }));
    await asked(engine, 'business.copyAdCode');
  });
});

describe('the book of numbers', () => {
  it('holds those of centres, things and people; is searched and copied', async () => {
    const { user, engine } = await openPart('Numbers');
    const list = await screen.findByRole('list', { name: 'Numbers' });
    expect(within(list).getByText('7291884402213340674')).toBeTruthy();
    expect(within(list).getByText('Pixel · TikTok Business Center')).toBeTruthy();
    await user.type(screen.getByRole('textbox', { name: 'Find a number' }), 'tomás');
    await waitFor(() => expect(screen.getAllByRole('listitem').length).toBe(1));
    expect(screen.getByText('Business Center ID · TikTok Business Center')).toBeTruthy();
    await user.click(await button('Copy the number of Tomás Reyes'));
    await said(/no secret/);
    expect(engine.state.business.copied).toEqual(['7290031884425517']);
    await user.type(screen.getByRole('textbox', { name: 'Find a number' }), 'zz');
    await screen.findByText('No number is like that.');
  });

  it('leads to the centre a number stands in', async () => {
    const { user } = await openPart('Numbers');
    const list = await screen.findByRole('list', { name: 'Numbers' });
    await user.click(within(list).getByRole('button', { name: 'Shop pixel' }));
    expect(await screen.findByRole('heading', { name: 'Harbour Bakery', level: 2 })).toBeTruthy();
  });

  it('begins empty with a sentence and one button', async () => {
    const { user } = await openPart('Numbers', 'empty');
    await screen.findByText('No number yet');
    await user.click(await button('Add numbers'));
    expect(await screen.findByText('Add someone to People first.')).toBeTruthy();
  });

  it('takes the numbers of a person, each with its name', async () => {
    const { user, engine } = await openPart('Numbers');
    await user.click(await button('Add numbers'));
    await user.click(await screen.findByRole('combobox', { name: 'Person' }));
    await user.click(await screen.findByRole('option', { name: 'Ines Kaya, Brightside Ads' }));
    await user.click(await button('Add a number'));
    await user.type(await screen.findByRole('textbox', { name: 'What it is' }), 'Business Center ID');
    await user.click(await button('Save'));
    expect(screen.getByRole('alert').textContent).toBe('A number needs a name and a value.');
    await user.type(screen.getByRole('textbox', { name: 'Number or address' }), '7188430092215546113');
    await user.click(await button('Save'));
    await said(/Numbers saved/);
    expect(Object.values(engine.state.business.numbers).flat()).toContainEqual({
      ...{ platform: 'tiktok_business', name: 'Business Center ID', value: '7188430092215546113' },
    });
  });
});
