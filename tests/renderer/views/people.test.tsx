import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { currentRoute } from '../../../renderer/lib/route.ts';
import { endedGrant, lentToUs } from '../../support/fake-engine/lent.ts';
import { type FakeState, steadyId } from '../../support/fake-engine/state.ts';
import { button, closePage, openPage, said } from '../../support/page.tsx';

afterEach(closePage);

const right = ['orbit', 'lemon', 'saddle', 'copper', 'tunnel', 'hazard', 'motion', 'fabric'];

const DAY = 86_400;

async function openPeople(name?: string, prepare: (state: FakeState) => void = () => undefined) {
  const page = await openPage({ start: 'sample' }, ({ state }) => prepare(state));
  await page.user.click(await button(/^People/));
  const list = await screen.findByRole('listbox', { name: 'People' });
  if (name !== undefined) {
    const row = within(list)
      .getAllByRole('option')
      .find((option) => option.querySelector('b')?.textContent === name);
    if (row === undefined) throw new Error(`no ${name}`);
    await page.user.click(row);
    await screen.findByRole('heading', { name, level: 2 });
  }
  return page;
}

/** The lines of what someone has, and of what they lend, once they are there. */
async function loans(): Promise<HTMLElement[][]> {
  await waitFor(() => expect(document.querySelector('.access li')).not.toBeNull());
  return [...document.querySelectorAll('.access')].map((list) => [...list.querySelectorAll<HTMLElement>('li')]);
}

const places = (): HTMLInputElement[] => within(screen.getByRole('group', { name: 'The words you hear' })).getAllByRole('textbox');

describe('people', () => {
  it('says of each whether words were compared', async () => {
    await openPeople();
    const list = screen.getByRole('listbox', { name: 'People' });
    expect(within(list).getAllByLabelText('words compared')).toHaveLength(2);
    expect(within(list).getAllByLabelText('words not compared yet')).toHaveLength(2);
  });

  it('shows my card as text and QR, and my eight words', async () => {
    const { engine, user } = await openPeople('My card');
    expect(await screen.findByText(/^LATCHKEYCARD1\./)).toBeTruthy();
    expect(screen.getByRole('img', { name: /Card as a QR code/ })).toBeTruthy();
    expect(document.querySelectorAll('.eight-words li')).toHaveLength(8);
    await user.click(await button('Copy the card'));
    await said(/Card copied/);
    expect(engine.state.calls).toContain('me.copyCard');
  });
});

describe('adding a person', () => {
  it('takes a pasted card and goes on to comparing words', async () => {
    const { user } = await openPeople();
    await user.click(await button('Add a person'));
    await user.click(await screen.findByLabelText('Their card'));
    await user.paste('  LATCHKEYCARD1.abc\n');
    await user.click(await button('Read the card'));
    expect(await screen.findByRole('heading', { name: 'Nora Blum', level: 2 })).toBeTruthy();
    expect(screen.getByText('You have not compared words with Nora.')).toBeTruthy();
  });

  it('says what is wrong with a text that is no card, and keeps it', async () => {
    const { user, engine } = await openPeople();
    await user.click(await button('Add a person'));
    const field = await screen.findByLabelText<HTMLTextAreaElement>('Their card');
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user.type(field, 'hello');
    await user.click(await button('Read the card'));
    expect(await screen.findByText(/There is no Latchkey message in this text/)).toBeTruthy();
    expect(field.value).toBe('hello');
    await user.clear(field);
    await user.type(field, 'LATCHKEYCARD1.OWN');
    await user.click(await button('Read the card'));
    expect(await screen.findByText(/This is your own card/)).toBeTruthy();
    expect(engine.state.people).toHaveLength(4);
  });
});

describe('comparing words', () => {
  it('never shows the words of the card, and verifies when all eight typed ones fit', async () => {
    const { user, engine } = await openPeople('Ines Kaya');
    for (const word of right) expect(document.body.textContent).not.toContain(word);
    const [field] = places();
    field?.focus();
    await user.keyboard(right.join(' '));
    await user.click(await button(/^Compare/));
    await said(/The words fit. This card is Ines’s./);
    expect(engine.state.people.find((one) => one.id === steadyId('ines'))?.state).toBe('verified');
    await waitFor(() => expect(screen.queryByRole('group', { name: 'The words you hear' })).toBeNull());
  });

  it('says that other words are not those of the card, and leaves the person unverified', async () => {
    const { user, engine } = await openPeople('Ines Kaya');
    places()[0]?.focus();
    await user.keyboard([...right].reverse().join(' '));
    await user.keyboard('{Enter}');
    expect(await screen.findByText(/These are not the words of this card/)).toBeTruthy();
    expect(engine.state.people.find((one) => one.id === steadyId('ines'))?.state).toBe('unverified');
  });

  it('takes no pasted words', async () => {
    const { user, engine } = await openPeople('Ines Kaya');
    places()[0]?.focus();
    await user.paste(right.join(' '));
    expect(await screen.findByText(/Pasted words prove nothing/)).toBeTruthy();
    expect(
      places()
        .map((place) => place.value)
        .join(''),
    ).toBe('');
    expect(engine.state.calls).not.toContain('people.verify');
  });

  it('warns of a name like one already verified', async () => {
    await openPeople('Tomas Reyes');
    expect(await screen.findByText('You know Tomás Reyes, a name like this; this is a different key.')).toBeTruthy();
  });
});

describe('a person', () => {
  it('keeps what one writes about them, and refuses a zone that does not exist', async () => {
    const { user, engine } = await openPeople('Ines Kaya');
    const save = await button(/^Save/);
    expect(save.getAttribute('aria-disabled')).toBe('true');
    await user.type(screen.getByLabelText('Time zone'), 'Europe/Nowhere');
    await user.click(save);
    expect(await screen.findByText(/There is no such zone/)).toBeTruthy();
    await user.clear(screen.getByLabelText('Time zone'));
    await user.type(screen.getByLabelText('Time zone'), 'Europe/Lisbon');
    await user.click(screen.getByRole('combobox', { name: 'Role' }));
    await user.click(await screen.findByRole('option', { name: 'freelancer' }));
    await user.click(await button('Save'));
    await said(/Saved/);
    expect(engine.state.people.find((one) => one.id === steadyId('ines'))).toMatchObject({
      zone: 'Europe/Lisbon',
      role: 'freelancer',
    });
  });

  it('shows what they have, the exposed first, each leading to its loan', async () => {
    const { user } = await openPeople('Tomás Reyes', (state) => {
      endedGrant(state);
      endedGrant(state, { id: steadyId('later'), title: 'YouTube', state: 'active', until: state.now() + 10 * DAY });
      endedGrant(state, { id: steadyId('done'), title: 'Mailchimp', state: 'closed', exposed: false });
      lentToUs(state, { row: { title: 'Lent one', lentBy: { contact: steadyId('tomas'), name: 'Tomás Reyes', verified: true } } });
    });
    const [has, lends] = await loans();
    expect(has?.map((row) => row.querySelector('button')?.textContent)).toEqual(['TikTok', 'YouTube']);
    expect(lends?.map((row) => row.querySelector('button')?.textContent)).toEqual(['Lent one']);
    const [exposed, live] = has ?? [];
    expect(within(exposed as HTMLElement).getByRole('img', { name: /^password seen/ })).toBeTruthy();
    expect(exposed?.querySelector('.tag')?.textContent).toMatch(/^ended /);
    expect(live?.textContent).toContain('@harbourbakery');
    expect(within(live as HTMLElement).queryByRole('img', { name: /seen/ })).toBeNull();
    await user.click(await button('See the loan of YouTube'));
    expect(currentRoute()).toEqual({ view: 'grant', id: steadyId('later') });
  });

  it('leads to what they lend', async () => {
    const { user } = await openPeople('Tomás Reyes', (state) => {
      lentToUs(state, { row: { title: 'Lent one', lentBy: { contact: steadyId('tomas'), name: 'Tomás Reyes', verified: true } } });
    });
    expect(await screen.findByText('Tomás has nothing of yours.')).toBeTruthy();
    await user.click(await button('See the loan of Lent one'));
    expect(currentRoute()).toMatchObject({ view: 'received', received: steadyId('received1') });
  });

  it('shows five loans at most, and all of them in the ledger', async () => {
    const { user } = await openPeople('Tomás Reyes', (state) => {
      for (let at = 0; at < 7; at++) endedGrant(state, { id: steadyId(`loan ${at}`), title: `Shop ${at}` });
    });
    expect((await loans())[0]).toHaveLength(5);
    await user.click(await button('See all in the ledger'));
    expect(currentRoute()).toEqual({ view: 'ledger', grant: null, person: steadyId('tomas') });
    expect((await screen.findByRole('combobox', { name: 'Person' })).textContent).toContain('Tomás Reyes');
  });

  it('says at how many business centres they are, and leads there', async () => {
    const { user } = await openPeople('Tomás Reyes', (state) => {
      for (const person of state.people) if (person.id === steadyId('tomas')) Object.assign(person, { centres: 2 });
    });
    expect(await screen.findByText('In 2 business centres')).toBeTruthy();
    await user.click(await button('Open Business'));
    expect(currentRoute().view).toBe('business');
  });

  it('is handed an account that is chosen first', async () => {
    const { user } = await openPeople('Tomás Reyes');
    await user.click(await button('Hand off'));
    const dialog = await screen.findByRole('dialog', { name: 'Choose an account' });
    expect(within(dialog).getByText('Which account do you hand off to Tomás?')).toBeTruthy();
    const [account] = await within(dialog).findAllByRole('option', { name: /TikTok/ });
    await user.click(account as HTMLElement);
    await user.click(within(dialog).getByRole('button', { name: 'Choose' }));
    await waitFor(() =>
      expect(currentRoute()).toEqual({ view: 'handoff', account: expect.any(String), contact: steadyId('tomas') }),
    );
    await screen.findByRole('heading', { name: /Hand off/ });
  });

  it('cannot be handed anything while the vault takes no changes, which the button says', async () => {
    const { user } = await openPeople('Tomás Reyes', (state) => void (state.readOnly = 'disk_full'));
    const handOff = await button('Hand off');
    expect(handOff.getAttribute('aria-disabled')).toBe('true');
    await user.click(handOff);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('leads to what they have, narrowed to them', async () => {
    const { user } = await openPeople('Tomás Reyes');
    await user.click(await button('More actions'));
    await user.click(await screen.findByRole('menuitem', { name: 'See what they have' }));
    expect(currentRoute()).toMatchObject({ view: 'ledger', person: expect.any(String) });
    expect((await screen.findByRole('combobox', { name: 'Person' })).textContent).toContain('Tomás Reyes');
  });

  it('is removed after a question, unless something is still lent', async () => {
    const { user, engine } = await openPeople('Tomás Reyes');
    await user.click(await button('More actions'));
    await user.click(await screen.findByRole('menuitem', { name: /Remove this person/ }));
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Remove this person' }));
    await said(/Something is still lent/);
    expect(engine.state.people).toHaveLength(4);
    await user.click(screen.getByText('Ines Kaya'));
    await user.click(await button('More actions'));
    await user.click(await screen.findByRole('menuitem', { name: /Remove this person/ }));
    await user.click(
      within(await screen.findByRole('alertdialog', { name: 'Remove Ines Kaya?' })).getByRole('button', {
        name: 'Remove this person',
      }),
    );
    await said(/Ines Kaya is removed/);
    expect(engine.state.people).toHaveLength(3);
  });
});
