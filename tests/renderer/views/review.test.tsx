import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { endedGrant } from '../../support/fake-engine/lent.ts';
import { type FakeState, steadyId } from '../../support/fake-engine/state.ts';
import { button, change, closePage, openPage } from '../../support/page.tsx';

afterEach(closePage);

const DAY = 86_400;

/** Opens the review over so many live loans. */
async function openReview(count: number) {
  const page = await openPage({ start: 'sample' }, ({ state }: { state: FakeState }) => {
    state.grants = [];
    for (let i = 0; i < count; i++)
      endedGrant(state, {
        id: steadyId(`loan ${i}`),
        title: `Shop ${i}`,
        state: 'active',
        until: state.now() + (20 + i) * DAY,
        exposed: i === 0,
      });
  });
  await page.user.click(await button(/^Review/));
  await waitFor(() => expect(document.querySelector('.bar h1')?.textContent).toBe('Review'));
  return page;
}

const question = (): string => document.querySelector('.review-one')?.getAttribute('aria-label')?.split(',')[0] ?? '';

describe('the review', () => {
  it('says when nothing is lent, and leads to the ledger', async () => {
    const { user } = await openReview(0);
    expect(await screen.findByText('Nothing is lent')).toBeTruthy();
    await user.click(await button('Go to the ledger'));
    await screen.findByRole('heading', { name: 'Ledger', level: 1 });
  });

  it('says that nothing is left to ask about when its loans are over, and is finished by one button', async () => {
    const { user, engine } = await openReview(2);
    await user.click(await button('Start the review'));
    await waitFor(() => expect(question()).toBe('Shop 0'));
    await change(engine, (state) => {
      for (const { row } of state.grants) row.state = 'ended';
      state.changed('grants');
    });
    await screen.findByRole('heading', { name: 'Nothing is lent any more' });
    expect(screen.getByText(/^The December 2026 review has no loan left/)).toBeTruthy();
    expect(document.querySelector('.bar')?.textContent).toContain('December 2026');
    expect(screen.queryByText('0/0')).toBeNull();
    expect(screen.queryByText('All answered')).toBeNull();
    await user.click(await button('Finish the review'));
    await screen.findByText('The review is finished');
    expect(engine.state.calls).toContain('review.finish');
  });

  it('goes from loan to loan by one key each, and back', async () => {
    const { user } = await openReview(3);
    await user.click(await button('Start the review'));
    await waitFor(() => expect(question()).toBe('Shop 0'));
    expect(screen.getByText('password stays exposed until changed')).toBeTruthy();
    await user.keyboard('k');
    await waitFor(() => expect(question()).toBe('Shop 1'));
    await user.keyboard('e');
    await waitFor(() => expect(question()).toBe('Shop 2'));
    expect(screen.getByText('2/3')).toBeTruthy();
    await user.keyboard('{ArrowLeft}');
    await waitFor(() => expect(question()).toBe('Shop 1'));
    expect((await button(/^End/)).getAttribute('aria-pressed')).toBe('true');
    await user.keyboard('z');
    await waitFor(() => expect(screen.getByText('1/3')).toBeTruthy());
    await user.keyboard('s');
    await waitFor(() => expect(question()).toBe('Shop 2'));
  });

  it('does nothing until the summary is confirmed, and then says what is left to do', async () => {
    const { user, engine } = await openReview(4);
    await user.click(await button('Start the review'));
    await waitFor(() => expect(question()).toBe('Shop 0'));
    for (const [i, key] of [...'exk'].entries()) {
      await user.keyboard(key);
      await waitFor(() => expect(question()).toBe(`Shop ${i + 1}`));
    }
    expect(engine.state.calls).not.toContain('review.finish');
    await user.click(await button('See the summary'));
    expect(screen.getByText('One loan has no answer. It is asked about next time.')).toBeTruthy();
    const ends = screen.getByRole('region', { name: /^End now/ });
    expect(within(ends).getByText('Shop 0')).toBeTruthy();
    await user.click(await button('Finish the review'));
    await screen.findByText('The review is finished');
    expect(within(screen.getByRole('region', { name: /^Send each/ })).getByText('Shop 0')).toBeTruthy();
    expect(within(screen.getByRole('region', { name: /^Left for you/ })).getByText('Shop 1')).toBeTruthy();
    expect(engine.state.grants.find(({ row }) => row.title === 'Shop 0')?.row.state).toBe('ended');
  });

  it('of sixty loans is done by sixty keys', async () => {
    const { user } = await openReview(60);
    await user.click(await button('Start the review'));
    await waitFor(() => expect(question()).toBe('Shop 0'));
    for (let i = 0; i < 60; i++) {
      await user.keyboard('k');
      await waitFor(() => expect(screen.getByText(`${i + 1}/60`)).toBeTruthy());
    }
    expect(screen.getByText('All answered')).toBeTruthy();
  }, 60_000);
});
