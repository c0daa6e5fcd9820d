import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { addDays } from '../../../renderer/lib/plain-date.ts';
import { dayOf, instantAt } from '../../../renderer/views/handoff/own-zone.ts';
import { formatDay } from '../../../shared/text/dates.ts';
import type { FakeState } from '../../support/fake-engine/state.ts';
import { asked, button, closePage, openPage, type Page } from '../../support/page.tsx';

afterEach(closePage);

/** Opens the place over the sample studio, with Harbour Bakery's centre shown. */
async function openBusiness(prepare: (state: FakeState) => void = () => undefined): Promise<Page> {
  const page = await openPage({ start: 'sample' }, ({ state }) => prepare(state));
  await page.user.click(await button(/^Business/));
  await screen.findByRole('heading', { name: 'Business', level: 1 });
  return page;
}

async function openHarbour(): Promise<Page> {
  const page = await openBusiness();
  await page.user.click(await screen.findByRole('option', { name: /Harbour Bakery/ }));
  await screen.findByRole('heading', { name: 'Harbour Bakery', level: 2 });
  return page;
}

const rowOf = async (name: string): Promise<HTMLElement> => {
  const people = await screen.findByRole('region', { name: 'People and partners' });
  const row = within(people).getByText(name).closest('li');
  if (row === null) throw new Error(`no row of ${name}`);
  return row;
};
const dialog = (): HTMLElement => screen.getByRole('dialog');
const membersOf = ({ engine }: Page) =>
  engine.state.business.centres.find(({ row }) => row.name === 'Harbour Bakery')?.members ?? [];

describe('the business centres', () => {
  it('begin empty with a sentence and one button, which notes the first', async () => {
    const page = await openBusiness((state) => {
      state.business.centres = [];
    });
    await screen.findByText('No business centre yet');
    await page.user.click(await button('Note a centre'));
    await page.user.click(within(dialog()).getByRole('button', { name: 'Save' }));
    expect(screen.getByRole('alert').textContent).toBe('Give it the name it has at the platform.');
    expect(page.engine.state.calls).not.toContain('business.save');
    await page.user.type(screen.getByRole('textbox', { name: 'Name' }), 'Orchard Optics');
    await page.user.type(screen.getByRole('textbox', { name: 'Number' }), '7291880011223344{Enter}');
    await screen.findByRole('heading', { name: 'Orchard Optics', level: 2 });
    expect(page.engine.state.business.centres[0]?.row).toMatchObject({
      ...{ platform: 'tiktok_business', name: 'Orchard Optics', number: '7291880011223344', owner: 'me', client: null },
    });
  });

  it('are walked by arrows, and the list says how many there are', async () => {
    const { user } = await openBusiness();
    await screen.findByText('3 centres', { selector: '.label' });
    const first = await screen.findByRole('option', { name: /Fennel/ });
    await user.click(first);
    await user.keyboard('{ArrowDown}');
    await screen.findByRole('heading', { name: 'Harbour Bakery', level: 2 });
    expect(document.activeElement?.textContent).toContain('Harbour Bakery');
    await user.keyboard('{End}');
    await screen.findByRole('heading', { name: 'Lindqvist Cycles', level: 2 });
    expect(screen.getByText('Jon Lindqvist’s')).toBeTruthy();
  });

  it('are searched, and those put away are listed apart', async () => {
    const page = await openBusiness((state) => {
      const [fennel] = state.business.centres;
      if (fennel !== undefined) fennel.row.archived = true;
    });
    await screen.findByText('2 centres', { selector: '.label' });
    await page.user.type(screen.getByRole('textbox', { name: 'Find a centre' }), 'lind');
    await screen.findByText('1 centre', { selector: '.label' });
    await page.user.type(screen.getByRole('textbox', { name: 'Find a centre' }), 'xx');
    await screen.findByText('No centre is like that.');
    await page.user.clear(screen.getByRole('textbox', { name: 'Find a centre' }));
    await page.user.click(screen.getByRole('combobox', { name: 'Which centres' }));
    await page.user.click(await screen.findByRole('option', { name: 'Archived' }));
    expect(await screen.findByRole('heading', { name: 'Fennel & Co', level: 2 })).toBeTruthy();
  });

  it('show what is owned apart from what is lent, who keeps it, and copy a number as no secret', async () => {
    const page = await openHarbour();
    const things = screen.getByRole('region', { name: 'Things' });
    expect(within(things).getByText('kept by the platform')).toBeTruthy();
    const lent = within(things).getByText('May use').closest('.block');
    expect(lent?.textContent).toContain('Brightside test');
    expect(lent?.textContent).not.toContain('Shop pixel');
    await page.user.click(await button('Copy the number of Harbour Bakery'));
    await waitFor(() => expect(page.engine.state.business.copied).toEqual(['7291884402213340674']));
  });

  it('count in the rail who is in after the last day, and show it in madder with a button', async () => {
    await openHarbour();
    expect(await button(/^Business 1/)).toBeTruthy();
    const row = await rowOf('Brightside Ads');
    expect(row.querySelector('.tag.exposed')?.textContent).toMatch(/^over since /);
    expect(within(row).getByRole('button', { name: 'Remove' })).toBeTruthy();
    expect((await rowOf('Tomás Reyes')).textContent).toContain('Business Center: Standard lowest');
  });
});

describe('letting somebody in', () => {
  it('starts at the platform’s lowest level, says when another is more, and asks until when', async () => {
    const page = await openHarbour();
    const { user } = page;
    await user.click(await button('Invite'));
    expect(screen.getByText('Start low, raise later.')).toBeTruthy();
    expect(screen.getByRole('combobox', { name: 'Level' }).textContent).toBe('Business Center: Standard · lowest');
    await user.click(screen.getByRole('radio', { name: 'A partner’s business' }));
    await user.click(screen.getByRole('combobox', { name: 'From People' }));
    await user.click(await screen.findByRole('option', { name: 'Ines Kaya, Brightside Ads' }));
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value).toBe('Brightside Ads');
    await user.click(screen.getByRole('combobox', { name: 'Level' }));
    await user.click(await screen.findByRole('option', { name: 'Ad account: Operator' }));
    expect(screen.getByText('Ad account: Operator is more than the lowest. Start low, raise later.')).toBeTruthy();
    await user.click(screen.getByRole('combobox', { name: 'Level' }));
    await user.click(await screen.findByRole('option', { name: /^Ad account: Analyst/ }));
    await user.click(screen.getByRole('checkbox', { name: 'Shop pixel' }));
    await user.click(screen.getByRole('button', { name: 'Note it' }));
    expect(screen.getByRole('alert').textContent).toBe('Say until when, or that there is no last day.');
    expect(page.engine.state.calls).not.toContain('business.saveMember');
    await user.click(screen.getByRole('radio', { name: 'No last day' }));
    await user.click(screen.getByRole('button', { name: 'Note it' }));
    await asked(page.engine, 'business.saveMember');
    expect(membersOf(page).at(-1)).toMatchObject({
      ...{ as: 'partner', name: 'Brightside Ads', level: 'Ad account: Analyst', lowest: true, state: 'invited', until: null },
      person: { name: 'Ines Kaya' },
    });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('takes a level in one’s own words where the catalogue has none', async () => {
    const page = await openBusiness((state) => {
      for (const { row } of state.business.centres) row.platform = 'other';
    });
    await page.user.click(await button('Invite'));
    expect(screen.queryByRole('combobox', { name: 'Level' })).toBeNull();
    await page.user.type(screen.getByRole('textbox', { name: 'Name' }), 'Mia Holm');
    await page.user.click(screen.getByRole('radio', { name: 'No last day' }));
    await page.user.click(screen.getByRole('button', { name: 'Note it' }));
    expect(screen.getByRole('alert').textContent).toBe('Say at which level.');
    await page.user.type(screen.getByRole('textbox', { name: 'Level, as the platform calls it' }), 'Viewer');
    await page.user.click(screen.getByRole('checkbox', { name: 'It is the lowest the platform has' }));
    await page.user.click(screen.getByRole('button', { name: 'Note it' }));
    await screen.findByText('Mia Holm');
    expect(page.engine.state.business.centres[0]?.members[0]).toMatchObject({ level: 'Viewer', lowest: true });
  });

  it('is raised by the same dialog, which keeps what stood', async () => {
    const page = await openHarbour();
    const { user } = page;
    await user.click(await button('Change what Tomás Reyes may do'));
    await user.click(await screen.findByRole('menuitem', { name: 'Raise or lower' }));
    await screen.findByRole('dialog', { name: 'What Tomás Reyes may do' });
    expect(screen.getByRole('combobox', { name: 'Level' }).textContent).toBe('Business Center: Standard · lowest');
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Harbour Bakery EU' }).checked).toBe(true);
    const before = membersOf(page).find(({ name }) => name === 'Tomás Reyes');
    await user.click(screen.getByRole('combobox', { name: 'Level' }));
    await user.click(await screen.findByRole('option', { name: 'Ad account: Operator' }));
    await user.click(screen.getByRole('button', { name: 'Note it' }));
    await asked(page.engine, 'business.saveMember');
    const after = membersOf(page).find(({ name }) => name === 'Tomás Reyes');
    expect(after).toMatchObject({ level: 'Ad account: Operator', lowest: false, assets: before?.assets, state: 'active' });
    expect(Math.abs((after?.until ?? 0) - (before?.until ?? 0))).toBeLessThan(86_400);
  });

  it('until a last day that is chosen in words from a calendar', async () => {
    const page = await openHarbour();
    const { user } = page;
    const now = page.engine.state.now();
    await user.click(await button('Change what Tomás Reyes may do'));
    await user.click(await screen.findByRole('menuitem', { name: 'Raise or lower' }));
    const until = membersOf(page).find(({ name }) => name === 'Tomás Reyes')?.until ?? 0;
    await user.click(await button(`Last day: ${formatDay(until - 1, now)}`));
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toContain('chosen'));
    await user.keyboard('{ArrowRight}{Enter}');
    await button(`Last day: ${formatDay(until - 1 + 86_400, now)}`);
    await user.click(screen.getByRole('button', { name: 'Note it' }));
    await asked(page.engine, 'business.saveMember');
    expect(membersOf(page).find(({ name }) => name === 'Tomás Reyes')?.until).toBe(instantAt(addDays(dayOf(until - 1), 1), 1440));
  });

  it('says of who waits that they are in', async () => {
    const page = await openHarbour();
    const row = await rowOf('Jon Lindqvist');
    expect(row.textContent).toContain('invited, not in yet');
    await page.user.click(within(row).getByRole('button', { name: 'They are in' }));
    await waitFor(() => expect(membersOf(page).find(({ name }) => name === 'Jon Lindqvist')?.state).toBe('active'));
  });

  it('shows the platform’s steps, the way to link an account by QR code, and the host before a page opens', async () => {
    const page = await openHarbour();
    await screen.findByText('Invite them like this');
    expect(screen.getByText(/open Users > Members > Invite member/)).toBeTruthy();
    expect(screen.getByText('Choose Link an existing TikTok account > Send a QR code.')).toBeTruthy();
    await page.user.click(await button('Open ads.tiktok.com'));
    expect(await screen.findByRole('dialog', { name: 'Open ads.tiktok.com in your browser?' })).toBeTruthy();
  });
});

describe('taking somebody out', () => {
  it('first says what does not come back and what does, and notes it only on the word', async () => {
    const page = await openHarbour();
    const { user } = page;
    await user.click(within(await rowOf('Brightside Ads')).getByRole('button', { name: 'Remove' }));
    await screen.findByRole('dialog', { name: 'Take Brightside Ads out of Harbour Bakery' });
    await asked(page.engine, 'business.stays');
    const stays = within(await screen.findByRole('region', { name: 'Does not come back' }));
    expect(stays.getByText('Brightside test: lent to this centre, and theirs to take along.')).toBeTruthy();
    expect(stays.getByText(/^Ines Kaya: in by their own invitation/)).toBeTruthy();
    expect(stays.getByText(/^2 ad codes they hold still run/)).toBeTruthy();
    const back = within(screen.getByRole('region', { name: 'Comes back' }));
    expect(back.getByText('Harbour Bakery EU and Shop pixel: they can use them no more.')).toBeTruthy();
    expect(screen.getByText(/Only an Admin can remove a partner/)).toBeTruthy();
    expect(page.engine.state.calls).not.toContain('business.removeMember');
    await user.click(screen.getByRole('button', { name: 'They are removed' }));
    await screen.findByText('2 people and partners who left');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await button('Business')).toBeTruthy();
  });

  it('can be left by Escape, and nothing is noted', async () => {
    const page = await openHarbour();
    await page.user.click(within(await rowOf('Brightside Ads')).getByRole('button', { name: 'Remove' }));
    await screen.findByRole('region', { name: 'Does not come back' });
    await page.user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(page.engine.state.calls).not.toContain('business.removeMember');
  });

  it('of an invitation says that it can be accepted until it is taken back', async () => {
    const page = await openHarbour();
    const row = await rowOf('Jon Lindqvist');
    await page.user.click(within(row).getByRole('button', { name: 'Change what Jon Lindqvist may do' }));
    await page.user.click(await screen.findByRole('menuitem', { name: 'Invitation taken back' }));
    expect(await screen.findByText(/Until then it can be accepted/)).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Does not come back' })).toBeNull();
    const taken = within(dialog()).getByRole('button', { name: 'Invitation taken back' });
    await waitFor(() => expect(taken.getAttribute('aria-disabled')).toBeNull());
    await page.user.click(taken);
    await waitFor(() => expect(membersOf(page).find(({ name }) => name === 'Jon Lindqvist')?.state).toBe('removed'));
  });

  it('of a whole centre is refused while somebody is in', async () => {
    const page = await openHarbour();
    await page.user.click(await button('More for this centre'));
    await page.user.click(await screen.findByRole('menuitem', { name: 'Remove from Latchkey' }));
    await page.user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Remove from Latchkey' }));
    await asked(page.engine, 'business.remove');
    expect(page.engine.state.business.centres).toHaveLength(3);
  });
});

describe('a vault that takes no changes', () => {
  it('shows everything and gives the reason on every button that would change it', async () => {
    const page = await openBusiness((state) => {
      state.readOnly = 'in_use';
    });
    await page.user.click(await screen.findByRole('option', { name: /Harbour Bakery/ }));
    for (const name of ['New centre', 'Invite', 'Add a thing', 'Remove', 'They are in', 'Edit this centre']) {
      const blocked = await button(name);
      expect(blocked.getAttribute('aria-disabled')).toBe('true');
      const why = document.getElementById(blocked.getAttribute('aria-describedby') ?? '');
      expect(why?.textContent).not.toBe('');
    }
    await page.user.click(await button('Copy the number of Harbour Bakery'));
    await asked(page.engine, 'business.copyNumber');
  });
});
