import type { ReactNode } from 'react';

export type ListRowProps = {
  /** A `Mark`, `Face` or `Ring` of at most 32 px. */
  readonly mark: ReactNode;
  readonly title: ReactNode;
  readonly two?: ReactNode;
  /** At most one mark or word: exposed beats ending beats lent. */
  readonly end?: ReactNode;
};

/** The inside of a row in a list: a mark, a name, a second line, one end mark. */
export function ListRow({ mark, title, two, end }: ListRowProps) {
  return (
    <>
      {mark}
      <span className="cut">
        <b>{title}</b>
        {two !== undefined && <span className="two">{two}</span>}
      </span>
      <span className="end">{end}</span>
    </>
  );
}
