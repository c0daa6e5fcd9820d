import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Dialog } from '../../../renderer/components/dialog.tsx';
import { TextInput } from '../../../renderer/components/text-input.tsx';
import { Ui } from '../../../renderer/components/ui.tsx';

afterEach(cleanup);

function Asking({ loses, act = () => undefined, field }: { loses?: boolean; act?: () => void; field?: boolean }) {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  return (
    <Ui>
      <button type="button" onClick={() => setOpen(true)}>
        ask
      </button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Make a new sheet?"
        lead="This cannot be undone."
        safe="Keep the old one"
        act={{ label: 'Make a new sheet', onAct: act }}
        loses={loses}
      >
        {field ? <TextInput label="Name" value={name} onChange={setName} /> : undefined}
      </Dialog>
    </Ui>
  );
}

async function ask(): Promise<ReturnType<typeof userEvent.setup>> {
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'ask' }));
  return user;
}

describe('a dialog', () => {
  it('starts on the safe button when something is lost, and is an alert', async () => {
    render(<Asking loses />);
    await ask();
    const dialog = await screen.findByRole('alertdialog', { name: 'Make a new sheet?' });
    expect(dialog.getAttribute('aria-describedby')).not.toBeNull();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Keep the old one'));
  });

  it('starts on the verb when nothing is lost, in the field when there is one', async () => {
    render(<Asking />);
    await ask();
    await screen.findByRole('dialog');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Make a new sheet'));
    cleanup();
    render(<Asking field />);
    await ask();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Name')));
  });

  it('closes on Escape and gives the focus back', async () => {
    render(<Asking loses />);
    const user = await ask();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Keep the old one'));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'ask' })));
  });

  it('puts the safe button first, and acts only on its verb', async () => {
    const act = vi.fn();
    render(<Asking act={act} />);
    const user = await ask();
    const buttons = (await screen.findByRole('dialog')).querySelectorAll('.acts button');
    expect([...buttons].map((button) => button.textContent)).toEqual(['Keep the old one', 'Make a new sheet']);
    await user.click(screen.getByRole('button', { name: 'Make a new sheet' }));
    expect(act).toHaveBeenCalledOnce();
  });

  it('brings no style element into the page', async () => {
    render(<Asking />);
    await ask();
    await screen.findByRole('dialog');
    expect(document.querySelectorAll('style')).toHaveLength(0);
  });
});
