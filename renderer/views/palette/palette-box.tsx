import { type KeyboardEvent, type RefObject, useEffect, useId, useRef } from 'react';
import { paletteText } from '../../../shared/text/palette.ts';
import { KeyMark } from '../../components/key-mark.tsx';
import { isKeyOf } from '../../lib/key-binding.ts';
import { PaletteFoot } from './palette-foot.tsx';
import type { Act, Result } from './result.ts';
import { ResultRow } from './result-row.tsx';
import { LOGIN_KEYS, type Palette, usePalette } from './use-palette.ts';

export type PaletteBoxProps = {
  readonly quick: boolean;
  readonly onAct: (act: Act) => void;
  /** Escape at the first step. */
  readonly onClose: () => void;
  readonly field: RefObject<HTMLInputElement | null>;
};

/** One field, what is found for it, and the keys of the row at hand. The focus stays in the field. */
export function PaletteBox({ quick, onAct, onClose, field }: PaletteBoxProps) {
  const palette = usePalette(quick, onAct);
  const { query, rows, active, more, accounts } = palette;
  const list = useId();
  const idOf = (row: Result): string => `${list}-${row.id}`;
  const { total, shown } = accounts;
  return (
    <>
      <div className="palette-field">
        <KeyMark />
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-haspopup="listbox"
          aria-autocomplete="list"
          aria-controls={list}
          aria-activedescendant={active === null ? undefined : idOf(active)}
          aria-label={more === null ? paletteText.title : paletteText.moreOf(more.title)}
          placeholder={more === null ? paletteText.placeholder : paletteText.filterMore}
          value={query}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          onChange={(event) => palette.type(event.target.value)}
          onKeyDown={(event) => onKey(event, palette, onAct, onClose)}
        />
        {query !== '' && more === null && total > shown && <span className="small faint">{paletteText.ofAll(shown, total)}</span>}
        <span className="hole" role="status">
          {query === '' ? '' : rows.length === 0 ? paletteText.nothing(query) : paletteText.found(rows.length)}
        </span>
      </div>
      <Found id={list} palette={palette} idOf={idOf} />
      <PaletteFoot palette={palette} quick={quick} />
    </>
  );
}

type FoundProps = {
  readonly id: string;
  readonly palette: Palette;
  readonly idOf: (row: Result) => string;
};

function Found({ id, palette, idOf }: FoundProps) {
  const { active, groups, query } = palette;
  const box = useRef<HTMLDivElement>(null);
  const current = active?.id;
  useEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
  }, [current]);
  return (
    // Chromium makes a list that scrolls a stop of its own, where no key would do anything: the focus stays in the field.
    <div
      ref={box}
      id={id}
      className="palette-list"
      role="listbox"
      aria-label={paletteText.results}
      tabIndex={-1}
      onMouseDown={(event) => event.preventDefault()}
    >
      {groups.map(({ name, rows }) => (
        <div key={name} role="group" aria-label={name}>
          <div className="label" aria-hidden="true">
            {name}
          </div>
          {rows.map((row) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the field has the focus and the keys
            <div
              key={row.id}
              id={idOf(row)}
              className="palette-row"
              role="option"
              aria-selected={row.id === current}
              onMouseMove={() => palette.choose(row.id)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => palette.take(row)}
            >
              <ResultRow result={row} />
            </div>
          ))}
        </div>
      ))}
      {groups.length === 0 && query !== '' && (
        <div className="palette-nothing" role="presentation">
          <b>{paletteText.nothing(query)}</b>
          <span className="soft">{paletteText.nothingTodo}</span>
        </div>
      )}
    </div>
  );
}

function onKey(event: KeyboardEvent<HTMLInputElement>, palette: Palette, onAct: (act: Act) => void, onClose: () => void): void {
  if (event.nativeEvent.isComposing) return;
  if (!took(event, palette, onAct, onClose)) return;
  event.preventDefault();
  event.stopPropagation();
}

/** Whether a key was ours. */
function took(event: KeyboardEvent<HTMLInputElement>, palette: Palette, onAct: (act: Act) => void, onClose: () => void): boolean {
  const { key, currentTarget: field, nativeEvent } = event;
  const modified = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
  if (isKeyOf('find', nativeEvent)) return (onClose(), true);
  if (key === 'Enter' && (event.ctrlKey || event.metaKey)) return (palette.showMore(), true);
  const command = LOGIN_KEYS.find((id) => isKeyOf(id, nativeEvent));
  if (command !== undefined) {
    // Text chosen in the field is what is meant to be copied.
    if (command === 'copyUsername' && field.selectionStart !== field.selectionEnd) return false;
    const act = palette.acts.find((one) => one.command === command);
    if (act !== undefined) onAct(act.act);
    return true;
  }
  if (modified) return false;
  const atEnd = field.selectionStart === field.value.length && field.selectionEnd === field.value.length;
  switch (key) {
    case 'ArrowDown':
    case 'ArrowUp':
      palette.move(key === 'ArrowDown' ? 1 : -1);
      return true;
    case 'Enter':
      palette.enter();
      return true;
    case 'ArrowRight':
      return atEnd && palette.showMore();
    case 'ArrowLeft':
    case 'Backspace':
      return field.value === '' && palette.back();
    case 'Escape':
      if (!palette.back()) onClose();
      return true;
    default:
      return false;
  }
}
