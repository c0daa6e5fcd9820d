import { useId } from 'react';
import { clientText } from '../../../shared/text/account-form.ts';
import { ClientTag } from '../../components/client-tag.tsx';
import { colours } from './free-colour.ts';

export type ColourPickerProps = { readonly name: string; readonly value: number; readonly onChange: (value: number) => void };

/** The eight colours of a client's tag, each shown with the client's own letters. */
export function ColourPicker({ name, value, onChange }: ColourPickerProps) {
  const group = useId();
  return (
    <fieldset className="colours">
      <legend>{clientText.colour}</legend>
      {colours.map((colour) => (
        <label key={colour}>
          <input
            type="radio"
            className="hole"
            name={group}
            checked={colour === value}
            onChange={() => onChange(colour)}
            aria-label={clientText.colourName(colour)}
          />
          <ClientTag name={name} colour={colour} />
        </label>
      ))}
    </fieldset>
  );
}
