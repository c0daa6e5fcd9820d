import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { openIntake } from '../../support/intake.ts';
import { button, change, closePage, openPage } from '../../support/page.tsx';

afterEach(closePage);

describe('codes that follow a counter', () => {
  const counting = { type: 'hotp' as const, algorithm: 'SHA1' as const, digits: 6, period: 30, counter: 41, confirmed: true };

  async function openCounter() {
    const page = await openPage({ start: 'sample' }, ({ state }) => {
      const [one] = state.accounts;
      const factor = { id: 'f'.repeat(22), kind: 'authenticator' as const, note: null, changed: null, outside: false };
      if (one) one.factors = [{ ...factor, authenticator: { ...counting } }];
    });
    await screen.findByRole('heading', { name: 'Instagram' });
    return page;
  }

  it('are shown one at a time, and only when they are asked for', async () => {
    const { user, engine } = await openCounter();
    expect(screen.getByRole('img', { name: 'No code taken' })).toBeTruthy();
    expect(screen.getByText('follows a counter; the next is 41')).toBeTruthy();
    expect(engine.state.calls).not.toContain('codes.live');
    await user.click(await button('Next code'));
    expect(await screen.findByRole('img', { name: '3 1 4 2 0 0' })).toBeTruthy();
    expect(screen.getByText('the code of counter 41, used up here')).toBeTruthy();
    await user.click(await button('Next code'));
    expect(await screen.findByRole('img', { name: '3 1 4 2 0 1' })).toBeTruthy();
  });

  it('are not given when the counter cannot be saved', async () => {
    const { user, engine } = await openCounter();
    await change(engine, (state) => {
      state.readOnly = 'disk_full';
    });
    await user.click(await button('Next code'));
    expect(await screen.findByRole('img', { name: 'No code taken' })).toBeTruthy();
    expect(engine.state.accounts[0]?.factors[0]?.authenticator?.counter).toBe(41);
  });

  it('have their counter set', async () => {
    const { user, engine } = await openCounter();
    await user.click(await button('Set the counter'));
    const field = await screen.findByLabelText('Next counter');
    await user.clear(field);
    await user.type(field, '57{Enter}');
    await waitFor(() => expect(engine.state.accounts[0]?.factors[0]?.authenticator?.counter).toBe(57));
    expect(await screen.findByText('follows a counter; the next is 57')).toBeTruthy();
  });

  it('are shown no more once the counter is set, for copying gives another one', async () => {
    const { user } = await openCounter();
    await user.click(await button('Next code'));
    expect(await screen.findByRole('img', { name: '3 1 4 2 0 0' })).toBeTruthy();
    await user.click(await button('Set the counter'));
    const field = await screen.findByLabelText('Next counter');
    await user.clear(field);
    await user.type(field, '57{Enter}');
    expect(await screen.findByText('follows a counter; the next is 57')).toBeTruthy();
    expect(screen.queryByRole('img', { name: '3 1 4 2 0 0' })).toBeNull();
  });

  it('are taken in with a counter, and no code is shown before', async () => {
    const { user, engine } = await openIntake();
    await user.type(screen.getByLabelText('Setup key or otpauth address'), 'otpauth://hotp/Depot?secret=JBSWY3DPEHPK3PXP{Enter}');
    expect(await screen.findByText(/each is used once, and none is shown before/)).toBeTruthy();
    expect(screen.queryByRole('img', { name: /\d/ })).toBeNull();
    await user.click(await screen.findByText('Settings'));
    const counter = screen.getByLabelText('Next counter');
    await user.clear(counter);
    await user.type(counter, '12');
    await user.click(await button('Not on a phone yet'));
    await waitFor(() =>
      expect(engine.state.accounts[0]?.factors[0]?.authenticator).toMatchObject({ type: 'hotp', counter: 12, confirmed: false }),
    );
  });
});
