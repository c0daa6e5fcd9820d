import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ListBox } from '../../../renderer/components/list-box.tsx';

const names = ['Instagram', 'TikTok', 'Shopify', 'Étsy', 'YouTube'];
afterEach(cleanup);

function Accounts({ onOpen, onSelect }: { onOpen?: (key: string) => void; onSelect?: (key: string) => void }) {
  const [selected, setSelected] = useState<string | null>('Instagram');
  return (
    <ListBox
      label="Accounts"
      items={names}
      keyOf={(name) => name}
      textOf={(name) => name}
      groupOf={(name) => (names.indexOf(name) < 2 ? 'Mine' : 'Lent')}
      selected={selected}
      onSelect={(key) => {
        setSelected(key);
        onSelect?.(key);
      }}
      onOpen={onOpen}
    >
      {(name) => <b>{name}</b>}
    </ListBox>
  );
}

const chosen = (): string | null => screen.getByRole('option', { selected: true }).textContent;

describe('a list box', () => {
  it('is one stop, and arrows, Home and End move selection and focus together', async () => {
    const user = userEvent.setup();
    render(<Accounts />);
    await user.tab();
    expect(document.activeElement?.textContent).toBe('Instagram');
    await user.keyboard('{ArrowDown}');
    expect(chosen()).toBe('TikTok');
    expect(document.activeElement?.textContent).toBe('TikTok');
    await user.keyboard('{End}');
    expect(chosen()).toBe('YouTube');
    await user.keyboard('{ArrowDown}');
    expect(chosen()).toBe('YouTube');
    await user.keyboard('{Home}{ArrowUp}');
    expect(chosen()).toBe('Instagram');
    expect(screen.getAllByRole('option').filter((option) => option.tabIndex === 0)).toHaveLength(1);
    await user.tab();
    expect(document.activeElement).toBe(document.body);
  });

  it('finds rows by typing, accents or not', async () => {
    const user = userEvent.setup();
    render(<Accounts />);
    await user.tab();
    await user.keyboard('et');
    expect(chosen()).toBe('Étsy');
  });

  it('opens the row on Enter and on a double press', async () => {
    const user = userEvent.setup();
    const open = vi.fn();
    render(<Accounts onOpen={open} />);
    await user.tab();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(open).toHaveBeenLastCalledWith('TikTok');
    await user.dblClick(screen.getByRole('option', { name: 'Shopify' }));
    expect(open).toHaveBeenLastCalledWith('Shopify');
  });

  it('leaves keys with a modifier to the application', async () => {
    const user = userEvent.setup();
    const select = vi.fn();
    render(<Accounts onSelect={select} />);
    await user.tab();
    await user.keyboard('{Control>}t{/Control}{Alt>}{ArrowDown}{/Alt}');
    expect(select).not.toHaveBeenCalled();
  });

  it('tells its groups and each row’s place', () => {
    render(<Accounts />);
    expect(screen.getAllByRole('group').map((group) => group.getAttribute('aria-label'))).toEqual(['Mine', 'Lent']);
    expect(screen.getByRole('option', { name: 'Shopify' }).getAttribute('aria-posinset')).toBe('3');
    expect(screen.getByRole('option', { name: 'Shopify' }).getAttribute('aria-setsize')).toBe('5');
  });

  it('goes to a row that is not loaded yet once it is', async () => {
    const user = userEvent.setup();
    const select = vi.fn();
    const list = (loaded: boolean) => (
      <ListBox
        label="Many"
        items={Array.from({ length: 1000 }, (_, i) => (i < 3 || loaded ? `row ${i}` : null))}
        keyOf={(name) => name}
        textOf={(name) => name}
        selected="row 0"
        onSelect={select}
      >
        {(name) => <b>{name}</b>}
      </ListBox>
    );
    const { rerender } = render(list(false));
    screen.getByRole('listbox').focus();
    await user.keyboard('{End}');
    expect(select).not.toHaveBeenCalled();
    rerender(list(true));
    expect(select).toHaveBeenLastCalledWith('row 999');
    expect(select).toHaveBeenCalledTimes(1);
  });
});
