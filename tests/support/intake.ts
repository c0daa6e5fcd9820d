import { fireEvent, screen } from '@testing-library/react';
import { button, openPage } from './page.tsx';

/** A picture as the fake engine reads one: its texts in place of its pixels. */
export const pictureOf = (...texts: string[]): File => new File([texts.join('\n')], 'code.png', { type: 'image/png' });

/** Pastes a file as a screenshot is pasted. */
export function paste(file: File): void {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: { files: [file], getData: () => '' } });
  fireEvent(document.body, event);
}

/** Opens the intake of a second factor, with nothing read yet. */
export async function openIntake(prepare: Parameters<typeof openPage>[1] = () => undefined) {
  const page = await openPage({ start: 'sample' }, (engine, shell) => {
    const [one] = engine.state.accounts;
    if (one) one.factors = [];
    prepare(engine, shell);
  });
  await screen.findByRole('heading', { name: 'Instagram' });
  await page.user.click(await button('Add a second factor'));
  await screen.findByLabelText('Setup key or otpauth address');
  return page;
}
