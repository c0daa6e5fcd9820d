import { type FocusEvent, type KeyboardEvent, type ReactNode, useId } from 'react';
import { fieldText } from '../../shared/text/controls.ts';
import { formatDuration } from '../../shared/text/dates.ts';
import { ariaKeys } from '../lib/keys.ts';
import { useNowWhile } from '../lib/ticker.ts';
import { IconButton } from './icon-button.tsx';
import { Ring } from './ring.tsx';

/** The clipboard's hold on a row: until when, in Unix seconds, and how long in all. */
export type CopiedState = { readonly until: number; readonly length: number };

/** The few words rows share; pass the sentences of `shared/text`, or leave them to it. */
export type FieldWords = {
  readonly copy: (name: string) => string;
  readonly clearsIn: (left: string) => string;
};

export type FieldProps = {
  readonly name: string;
  /** The value; empty values draw as an empty row. */
  readonly children?: ReactNode;
  /** Makes the row a stop of its own, on which Enter copies, and adds a copy button. */
  readonly onCopy?: (() => void) | undefined;
  readonly copyKeys?: string | undefined;
  /** While the value is on the clipboard it gives way to the time left. */
  readonly copied?: CopiedState | null | undefined;
  /** More buttons, before the copy button. */
  readonly acts?: ReactNode;
  /** Lets a long value run over several lines. */
  readonly wraps?: boolean | undefined;
  /** Changed and not saved yet: brass ground and these words, `not saved yet`. */
  readonly unsaved?: string | null | undefined;
  readonly onBlur?: ((event: FocusEvent<HTMLDivElement>) => void) | undefined;
  readonly words?: FieldWords | undefined;
};

/** One fact of a record: its name, its value, what can be done with it. */
export function Field({
  name,
  children,
  onCopy,
  copyKeys,
  copied = null,
  acts,
  wraps,
  unsaved,
  onBlur,
  words = fieldText,
}: FieldProps) {
  const nameId = useId();
  const now = useNowWhile(copied !== null);
  const left = copied === null ? 0 : copied.until - now;
  const names = ['field', wraps && 'wraps', unsaved && 'unsaved'].filter(Boolean).join(' ');
  const stop = onCopy && {
    tabIndex: 0,
    'aria-keyshortcuts': copyKeys === undefined ? 'Enter' : `Enter ${ariaKeys(copyKeys)}`,
    onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => {
      if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
      event.preventDefault();
      onCopy();
    },
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Enter on the row is a second way to its copy button
    <div className={names} role="group" aria-labelledby={nameId} onBlur={onBlur} {...stop}>
      <span className="name" id={nameId}>
        {name}
      </span>
      <span className="value">
        {copied !== null && left > 0 ? <span className="c-sealed">{words.clearsIn(formatDuration(left))}</span> : children}
      </span>
      <span className="acts">
        {unsaved ? <span className="small c-ending strong">{unsaved}</span> : null}
        {copied !== null && left > 0 && <Ring size={16} tone="sealed" value={left / copied.length} />}
        {acts}
        {onCopy && <IconButton icon="copy" size="small" label={words.copy(name)} keys={copyKeys} tabIndex={-1} onClick={onCopy} />}
      </span>
    </div>
  );
}

export type FieldsProps = {
  readonly children: ReactNode;
  /** Names 92 px wide instead of 116, for a column of a page. */
  readonly slim?: boolean | undefined;
};

/** A card of fields. */
export function Fields({ children, slim }: FieldsProps) {
  return <div className={slim ? 'card fields slim' : 'card fields'}>{children}</div>;
}
