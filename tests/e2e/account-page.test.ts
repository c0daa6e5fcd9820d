import { beforeEach, describe, expect, it } from 'vitest';
import { blankForm } from '../support/session-world.ts';
import { passwordOf } from './safety/place.ts';
import { setScene } from './safety/scene.ts';
import { SafetyWindow } from './safety/window.ts';

describe('the page of an account, in the real app', { timeout: 180_000 }, () => {
  const scene = setScene(['Etsy', 'Canva']);
  const { looks } = scene;
  beforeEach(async () => {
    await scene.place.elsewhere(async (engine) => {
      const form = { ...blankForm, title: 'Instagram', username: '@harbourbakery', tags: ['shop', 'advent'] };
      const fields = [
        { name: 'Store', secret: false, value: 'Lisbon' } as const,
        { name: 'PIN', secret: true, value: '7734' } as const,
      ];
      const notes = 'Two phones are on this account.';
      const { id } = await engine.ask('accounts.save', {
        ...form,
        password: 'Summer2024!',
        notes,
        fields,
        backupCodes: ['1111 2222'],
      });
      await engine.ask('factors.note', { account: id, kind: 'sms', note: 'ends in 41, Maren’s' });
      await engine.ask('accounts.save', {
        ...{ ...form, id, password: passwordOf('Etsy') },
        ...{ notes: 'One phone is on this account.', backupCodes: ['3333 4444'] },
      });
      for (const text of ['JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ']) {
        const { pending } = await engine.ask('factors.read', { text });
        await engine.ask('factors.confirm', { account: id, pending, typed: null });
      }
    });
  });

  it('tells strength and reuse, shows in large type, puts earlier secrets back, and makes new ones', async () => {
    const window = (scene.window = await SafetyWindow.at(scene.place.desk));
    const { page } = window;
    const row = (name: string) => page.getByRole('group', { name, exact: true });
    await page.getByRole('option', { name: /Instagram/ }).click();
    await row('Strength').getByText('Also used by 1 other account').waitFor();
    await looks.at(page, 'account-01-page');

    await window.button('Reveal password').click();
    await window.button('Password in large type').click();
    await window.question.getByText('1: Papa').waitFor({ state: 'attached' });
    await looks.at(page, 'account-02-large-type');
    await window.question.getByRole('button', { name: 'Conceal' }).click();

    await window.button('Make it the password again').click();
    await looks.at(page, 'account-03-put-back');
    await window.question.getByRole('button', { name: 'Put it back' }).click();
    await window.said('The earlier password is the password again');
    await row('Strength')
      .getByText(/^Weak: guessed in/)
      .waitFor();
    expect(await row('Strength').getByText('Also used').count()).toBe(0);

    for (const [act, done] of [
      ['Make them the notes again', 'The earlier notes are the notes again'],
      ['Make them the backup codes again', 'The earlier backup codes are the backup codes again'],
      ['Make it the authenticator again', 'The earlier authenticator is the authenticator again'],
    ] as const) {
      await window.button(act).first().click();
      await window.question.getByRole('button', { name: 'Put it back' }).click();
      await window.said(done);
      await window.question.waitFor({ state: 'detached' });
      expect(await page.evaluate(coveredByToast)).toEqual([]);
    }
    await looks.at(page, 'account-08-earlier', 'like');

    await window.button('Edit').click();
    await window.button('Make one').click();
    const made = row('The password').locator('.secret');
    await made.waitFor();
    await looks.at(page, 'account-04-form');
    const drawn = (await made.innerText()).replace(/\s/g, '');
    expect(drawn).toHaveLength(20);
    await window.button('Use this one').click();
    const field = page.getByRole('textbox', { name: 'Password', exact: true });
    await expect.poll(() => field.inputValue()).toBe(drawn);
    await field.fill('harbourbakery1');
    await page.getByRole('meter', { name: 'Strength' }).waitFor();
    await page.getByText(/^Were the site’s|Were the site’s passwords stolen/).waitFor();
    await looks.at(page, 'account-05-weak');
    await window.button('Cancel').click();
    await window.button('Leave').click();

    await page.keyboard.press('Control+g');
    await row('The password').locator('.secret').waitFor();
    await page.getByRole('radio', { name: 'Words' }).check({ force: true });
    await page.getByText(/^66 bits by chance/).waitFor();
    await looks.at(page, 'account-06-generator');
    await window.question.getByRole('button', { name: 'Copy' }).click();
    await window.said(/Password/);
    await window.question.getByRole('button', { name: 'Close' }).click();

    await window.settings('Passphrase and sheet');
    await page.getByRole('textbox', { name: 'The new passphrase' }).fill('harbour bakery cards');
    await page.getByText(/100 graphics cards would need/).waitFor();
    await looks.at(page, 'account-07-passphrase');
  });
});

/** Names of buttons that the toast lies over; runs in the page. */
function coveredByToast(): string[] {
  const toast = document.querySelector('.toast')?.getBoundingClientRect();
  if (toast === undefined) return [];
  const buttons = [...document.querySelectorAll('button:not(.toast *)')];
  return buttons.flatMap((one) => {
    const { left, right, top, bottom, width } = one.getBoundingClientRect();
    const isOver = width > 0 && left < toast.right && right > toast.left && top < toast.bottom && bottom > toast.top;
    return isOver ? [one.textContent || (one.getAttribute('aria-label') ?? '')] : [];
  });
}
