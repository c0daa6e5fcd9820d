import { initials } from '../lib/initials.ts';

export type ClientTagProps = {
  readonly name: string;
  /** One of the eight client colours, 1 to 8. */
  readonly colour: number;
  /** Two letters in place of the name's initials. */
  readonly letters?: string | undefined;
};

/** A client as a key tag: its colour, its hole, two letters. The name beside it is what a screen reader reads. */
export function ClientTag({ name, colour, letters = initials(name) }: ClientTagProps) {
  return (
    <span className={`ctag k${colour}`} aria-hidden="true">
      {letters}
    </span>
  );
}
