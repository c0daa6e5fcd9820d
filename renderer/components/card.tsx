import type { ReactNode } from 'react';

export type CardProps = {
  /** A heading above the card, and a lighter note behind it. */
  readonly caption?: ReactNode;
  readonly note?: ReactNode;
  /** A link or button at the right end of the caption. */
  readonly captionEnd?: ReactNode;
  /** Sunken instead of raised. */
  readonly tinted?: boolean | undefined;
  /** Inner space of 14 px; cards of rows go without. */
  readonly pad?: boolean | undefined;
  /** A view's own class. */
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

/** One block of a page on its own ground; never inside another card. */
export function Card({ caption, note, captionEnd, tinted, pad, className, children }: CardProps) {
  const names = ['card', tinted && 'tinted', pad && 'pad', className].filter(Boolean).join(' ');
  const card = <div className={names}>{children}</div>;
  if (caption === undefined) return card;
  return (
    <div className="block">
      <Caption note={note} end={captionEnd}>
        {caption}
      </Caption>
      {card}
    </div>
  );
}

export type CaptionProps = { readonly children: ReactNode; readonly note?: ReactNode; readonly end?: ReactNode };

/** The small heading above a card or a list of rows. */
export function Caption({ children, note, end }: CaptionProps) {
  return (
    <h2 className="cap">
      <span className={end === undefined ? undefined : 'grow'}>
        {children}
        {note !== undefined && <span className="note"> {note}</span>}
      </span>
      {end}
    </h2>
  );
}
