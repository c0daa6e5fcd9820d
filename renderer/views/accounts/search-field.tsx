import { useRef } from 'react';
import { accountsText } from '../../../shared/text/accounts.ts';
import { Icon } from '../../components/icon.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Kbd } from '../../components/kbd.tsx';
import { useCommand } from '../../lib/commands.ts';
import { ariaKeys } from '../../lib/keys.ts';

export type SearchFieldProps = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Down from the field: into the list. */
  readonly onDown: () => void;
  /** What is searched, where it is not the accounts. */
  readonly label?: string | undefined;
};

/** The field in the bar that searches the list; Escape empties it, Down goes into the list. */
export function SearchField({ value, onChange, onDown, label = accountsText.search }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const focus = (): void => {
    field.current?.focus();
    field.current?.select();
  };
  useCommand('search', focus);
  return (
    <div className={value === '' ? 'search-field' : 'search-field is-filled'} role="search">
      <Icon name="search" />
      <input
        ref={field}
        type="text"
        value={value}
        maxLength={200}
        placeholder={label}
        aria-label={label}
        aria-keyshortcuts={ariaKeys('Mod+F')}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.preventDefault();
            if (value === '') onDown();
            else onChange('');
          } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault();
            onDown();
          }
        }}
      />
      {value === '' ? (
        <Kbd keys="Mod+F" hidden />
      ) : (
        <IconButton
          icon="x"
          size="small"
          label={accountsText.clearSearch}
          onClick={() => {
            onChange('');
            field.current?.focus();
          }}
        />
      )}
    </div>
  );
}
