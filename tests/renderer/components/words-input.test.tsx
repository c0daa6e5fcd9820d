import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { WordsInput, type WordsInputProps } from '../../../renderer/components/words-input.tsx';

afterEach(cleanup);
const refusal = 'Type the words as you hear them; pasting proves nothing.';

function Words(props: Partial<WordsInputProps>) {
  const [words, setWords] = useState<readonly string[]>(['', '', '']);
  return <WordsInput label="Words" words={words} onChange={setWords} nameOf={(at) => `word ${at + 1}`} {...props} />;
}

const values = (): string[] => screen.getAllByRole<HTMLInputElement>('textbox').map((input) => input.value);

describe('words typed', () => {
  it('goes on with Space and back with Backspace in an empty place', async () => {
    const user = userEvent.setup();
    render(<Words />);
    await user.click(screen.getByLabelText('word 1'));
    await user.keyboard('orbit lemon ');
    expect(values()).toEqual(['orbit', 'lemon', '']);
    await user.keyboard('{Backspace}');
    expect(document.activeElement).toBe(screen.getByLabelText('word 2'));
  });

  it('keeps letters only, in lower case', async () => {
    const user = userEvent.setup();
    render(<Words />);
    await user.type(screen.getByLabelText('word 1'), 'Or-b1it');
    expect(values()[0]).toBe('orbit');
  });

  it('refuses what is pasted and says why, until typing goes on', async () => {
    const user = userEvent.setup();
    render(<Words pasteRefused={refusal} />);
    await user.click(screen.getByLabelText('word 1'));
    await user.paste('orbit lemon saddle');
    expect(values()).toEqual(['', '', '']);
    expect(screen.getByRole('alert').textContent).toBe(refusal);
    await user.keyboard('o');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('spreads a paste over the places where pasting is allowed', async () => {
    const user = userEvent.setup();
    render(<Words />);
    await user.click(screen.getByLabelText('word 1'));
    await user.paste('1. Orbit\n2. lemon\n3. saddle 4. more');
    expect(values()).toEqual(['orbit', 'lemon', 'saddle']);
  });

  it('is done on Enter in the last place', async () => {
    const user = userEvent.setup();
    const done = vi.fn();
    render(<Words onDone={done} />);
    await user.click(screen.getByLabelText('word 1'));
    await user.keyboard('a{Enter}b{Enter}{Enter}c{Enter}');
    expect(done).toHaveBeenCalledOnce();
  });
});
