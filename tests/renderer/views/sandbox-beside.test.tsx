import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { currentRoute } from '../../../renderer/lib/route.ts';
import { speak } from '../../../shared/text/speak.ts';
import { type FakeSandbox, EMPTY_DESK } from '../../support/fake-engine/fake-sandbox.ts';
import { steadyId } from '../../support/fake-engine/state.ts';
import { asked, button, change, closePage, openPage, type Page, said } from '../../support/page.tsx';

const day = 86_400;

function setWidth(width: number): void {
  const { happyDOM } = window as unknown as { readonly happyDOM: { setViewport(to: { width: number }): void } };
  happyDOM.setViewport({ width });
}

afterEach(async () => {
  closePage();
  setWidth(1024);
  await speak('en');
});

/** The other one's desk, with something of everything; `now` is the engine's. */
function desk(now: number): FakeSandbox['beside'] {
  const letter = { kind: 'handoff', about: 'Harbour TikTok', at: now } as const;
  const loan = { side: 'received', platform: 'instagram', person: 'Maren Voss', from: now - 9 * day } as const;
  return {
    onTheWay: [
      { message: steadyId('out'), from: 'owner', ...letter },
      { message: steadyId('in'), from: 'freelancer', kind: 'receipt', about: 'Harbour shop', at: now },
    ],
    waiting: { total: 0, rows: [] },
    accounts: 3,
    loans: {
      total: 5,
      rows: [
        {
          ...loan,
          title: 'Harbour Instagram',
          state: 'active',
          until: now + 5 * day + 3600,
          exposed: false,
          codes: { open: true, at: now + 600 },
        },
        { ...loan, title: 'Kite shop', side: 'given', state: 'ended', until: now - day, exposed: true, codes: null },
      ],
    },
    news: [{ n: 7, at: now, what: 'handoff-accepted', who: 'Maren Voss', about: 'Harbour Instagram' }],
  };
}

/** The sandbox, as its owner, with something on the freelancer's desk. */
async function openSandbox(language: 'en' | 'de' = 'en'): Promise<Page> {
  const page = await openPage({ start: 'new' }, (_, shell) => {
    shell.settings = { ...shell.settings, language };
  });
  await page.user.click(await button(/^Try it|^Ausprobieren/));
  await screen.findByRole('region', { name: /^(?:Sandbox|Probe)$/ });
  await setDesk(page, desk(page.engine.state.now()));
  return page;
}

async function setDesk({ engine }: Page, beside: FakeSandbox['beside']): Promise<void> {
  await change(engine, (state) => {
    if (state.sandbox !== null) state.sandbox.beside = beside;
    state.changed('sandbox');
  });
}

const panel = () => screen.findByRole('complementary', { name: 'Tomás’s side' });

describe('the other side of the sandbox', () => {
  it('stands beside the window: letters, inbox, loans and what happened, in plain words', async () => {
    await openSandbox();
    const beside = within(await panel());
    await beside.findByText('Harbour Instagram');
    expect((await panel()).textContent).toMatch(/Tomás Reyes, the freelancer/);
    expect((await panel()).textContent).toMatch(
      /On the way to Tomás.*Handoff of Harbour TikTok.*On the way to you.*Receipt for Harbour shop/,
    );
    expect((await panel()).textContent).toMatch(/lent by Maren.*5 days left.*codes now, until/);
    expect((await panel()).textContent).toMatch(/lent to Maren.*still exposed.*and 3 more, and 3 accounts of their own/);
    expect((await panel()).textContent).toMatch(/Tomás took up Harbour Instagram, lent by Maren/);
    expect(beside.queryByRole('status')).toBeNull();
    expect((await panel()).querySelector('[aria-live]')).toBeNull();
  });

  it('follows what changes there', async () => {
    const page = await openSandbox();
    await within(await panel()).findByText('Harbour Instagram');
    await setDesk(page, EMPTY_DESK);
    await waitFor(async () => expect((await panel()).textContent).toMatch(/Nothing waits\..*Nothing is lent\./));
  });

  it('gives a sealed message to them, and the focus goes on to opening it there', async () => {
    const { user, engine } = await openSandbox();
    await user.click(await within(await panel()).findByRole('button', { name: 'Give it to Tomás' }));
    await asked(engine, 'sandbox.give');
    expect(engine.state.sandbox?.given).toEqual([steadyId('out')]);
    await said(/Tomás has it in the inbox/);
    const open = await within(await panel()).findByRole('button', { name: 'Open it there' });
    await waitFor(() => expect(document.activeElement).toBe(open));
    await user.click(open);
    await screen.findByRole('complementary', { name: 'Maren’s side' });
    expect(currentRoute()).toEqual({ view: 'inbox', item: steadyId('out'), open: true });
  });

  it('brings a message of theirs here', async () => {
    const { user, engine } = await openSandbox();
    await user.click(await within(await panel()).findByRole('button', { name: 'Bring it here' }));
    await said(/It is in your inbox/);
    expect(engine.state.sandbox?.given).toEqual([steadyId('in')]);
  });

  it('turns with the sides, and asks anew what the other one has', async () => {
    const { user, engine } = await openSandbox();
    await within(await panel()).findByText('Harbour Instagram');
    const before = engine.state.calls.filter((call) => call === 'sandbox.beside').length;
    await user.click(await button('Go to Tomás’s side'));
    const other = await screen.findByRole('complementary', { name: 'Maren’s side' });
    expect(within(other).getByText('Maren Voss, the owner')).toBeTruthy();
    await asked(engine, 'sandbox.beside', before + 1);
    await button('Go to Maren’s side');
  });

  it('is reached by F6, and hidden and brought back with the focus', async () => {
    const { user } = await openSandbox();
    const hide = await button('Hide Tomás’s side');
    for (let steps = 0; steps < 6 && document.activeElement !== hide; steps++) fireEvent.keyDown(window, { key: 'F6' });
    expect(document.activeElement).toBe(hide);
    await user.click(hide);
    expect(screen.queryByRole('complementary', { name: 'Tomás’s side' })).toBeNull();
    const look = await button('Look at Tomás’s side');
    await waitFor(() => expect(document.activeElement).toBe(look));
    await user.click(look);
    await panel();
    await waitFor(async () => expect(document.activeElement).toBe(await button('Hide Tomás’s side')));
  });

  it('is a dialog in a window without room beside', async () => {
    setWidth(800);
    const { user } = await openSandbox();
    expect(screen.queryByRole('complementary', { name: 'Tomás’s side' })).toBeNull();
    await user.click(await button('Look at Tomás’s side'));
    const dialog = within(await screen.findByRole('dialog', { name: 'Tomás’s side' }));
    await dialog.findByText('Harbour Instagram');
    await user.click(dialog.getByRole('button', { name: 'Go to Tomás’s side' }));
    await button('Look at Maren’s side');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is said in German', async () => {
    await openSandbox('de');
    const beside = await screen.findByRole('complementary', { name: 'Tomás’ Seite' });
    await within(beside).findByText('Harbour Instagram');
    expect(beside.textContent).toMatch(/Übergabe von Harbour TikTok.*noch 5 Tage.*Codes jetzt, bis/);
    expect(beside.textContent).toMatch(/Tomás hat Harbour Instagram angenommen, geliehen von Maren/);
    expect(beside.textContent).not.toMatch(/\b(?:the|of|lent|codes now|left)\b/);
  });
});
