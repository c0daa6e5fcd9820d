import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { groupKey } from '../../../renderer/views/account-form/key-groups.ts';
import { asked, button, closePage, openPage, said } from '../../support/page.tsx';

afterEach(closePage);

const key = 'jbswy3dpehpk3pxpjbsw';

async function openIntake() {
  const page = await openPage({ start: 'sample' }, ({ state }) => {
    const [one] = state.accounts;
    if (one) one.factors = [];
  });
  await screen.findByRole('heading', { name: 'Instagram' });
  await page.user.click(await button('Add a second factor'));
  const field = await screen.findByLabelText<HTMLInputElement>('Setup key or otpauth address');
  return { ...page, field };
}

describe('taking in an authenticator', () => {
  it('groups the key by fours, takes it off the page once read, and saves it when the phone agrees', async () => {
    const { user, engine, field } = await openIntake();
    await user.type(field, key);
    expect(field.value).toBe('JBSW Y3DP EHPK 3PXP JBSW');
    await user.click(await button('Read the key'));
    const digits = await screen.findByRole('img', { name: /^(\d ){5}\d$/ });
    expect(document.body.outerHTML).not.toContain('JBSW');
    const shown = digits.getAttribute('aria-label')?.replaceAll(' ', '') ?? '';
    const typed = screen.getByLabelText('Type the code your phone shows');
    await user.type(typed, '000 000');
    await user.click(await button('It is the same'));
    expect(await screen.findByText(/Your phone shows another code/)).toBeTruthy();
    expect(engine.state.accounts[0]?.factors).toEqual([]);
    await user.clear(typed);
    const now =
      screen
        .getByRole('img', { name: /^(\d ){5}\d$/ })
        .getAttribute('aria-label')
        ?.replaceAll(' ', '') ?? shown;
    await user.type(typed, `${now}{Enter}`);
    await said(/The authenticator is saved/);
    expect(engine.state.accounts[0]?.factors).toMatchObject([{ kind: 'authenticator', authenticator: { confirmed: true } }]);
    expect(await screen.findByRole('heading', { name: 'Instagram' })).toBeTruthy();
  });

  it('saves a key that is not on a phone yet, and marks it so', async () => {
    const { user, engine, field } = await openIntake();
    await user.click(field);
    await user.paste('otpauth://totp/TikTok:harbour?secret=JBSWY3DPEHPK3PXP&issuer=TikTok');
    expect(field.value).toContain('otpauth://totp/');
    await user.click(await button('Read the key'));
    expect(await screen.findByText('From TikTok')).toBeTruthy();
    await user.click(await button('Not on a phone yet'));
    await said(/not compared with a phone yet/);
    expect(engine.state.accounts[0]?.factors[0]?.authenticator?.confirmed).toBe(false);
    expect((await screen.findAllByText('not compared with a phone yet')).length).toBeGreaterThan(0);
  });

  it.each([
    ['jbsw0189', /A setup key has only the letters A to Z/],
    ['jbswy3dp', /This setup key is too short/],
    ['https://tiktok.com', /not one for authenticator apps/],
    ['otpauth://clock/x?secret=JBSWY3DPEHPK3PXP', /has a part that cannot be right/],
  ])('says in one sentence what is wrong with %s and keeps it', async (text, sentence) => {
    const { user, field } = await openIntake();
    await user.click(field);
    await user.paste(text);
    await user.click(await button('Read the key'));
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(field.value.replaceAll(' ', '').toLowerCase()).toBe(text.toLowerCase());
  });

  it('lets the settings be changed before the code is compared', async () => {
    const { user, engine, field } = await openIntake();
    await user.type(field, `${key}{Enter}`);
    await user.click(await screen.findByText('Settings'));
    await user.click(screen.getByRole('combobox', { name: 'Digits' }));
    await user.click(await screen.findByRole('option', { name: '8' }));
    expect(await screen.findByRole('img', { name: /^(\d ){7}\d$/ })).toBeTruthy();
    await asked(engine, 'factors.adjust', 2);
  });

  it('notes a factor that is not an authenticator', async () => {
    const { user, engine } = await openIntake();
    await user.click(screen.getByRole('combobox', { name: 'How the platform asks' }));
    await user.click(await screen.findByRole('option', { name: 'SMS' }));
    await user.type(await screen.findByLabelText('To whose phone or mailbox'), 'ends in 41, Maren’s{Enter}');
    await asked(engine, 'factors.note');
    await waitFor(() => expect(screen.getByRole('group', { name: 'SMS' }).textContent).toContain('ends in 41'));
  });
});

describe('a key being typed', () => {
  it('is grouped by fours, and nothing else is', () => {
    expect(groupKey('jbsw y3dp ehp')).toBe('JBSW Y3DP EHP');
    expect(groupKey('JBSW-Y3DP')).toBe('JBSW Y3DP');
    for (const other of ['', 'otpa', 'otpauth', 'otpauth://totp/x', 'jbsw0', 'hello!']) expect(groupKey(other)).toBe(other);
  });
});
