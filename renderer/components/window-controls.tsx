export type WindowControlsProps = {
  readonly onMinimise: () => void;
  readonly onMaximise: () => void;
  readonly onClose: () => void;
  readonly words: { readonly minimise: string; readonly maximise: string; readonly close: string };
};

/** The window's three buttons, where no title bar of the system has them. */
export function WindowControls({ onMinimise, onMaximise, onClose, words }: WindowControlsProps) {
  return (
    <div className="controls">
      <button type="button" aria-label={words.minimise} onClick={onMinimise}>
        <svg viewBox="0 0 10 10" aria-hidden="true">
          <path d="M0 5.5h10" />
        </svg>
      </button>
      <button type="button" aria-label={words.maximise} onClick={onMaximise}>
        <svg viewBox="0 0 10 10" aria-hidden="true">
          <rect x=".5" y=".5" width="9" height="9" rx="1.5" />
        </svg>
      </button>
      <button type="button" aria-label={words.close} onClick={onClose}>
        <svg viewBox="0 0 10 10" aria-hidden="true">
          <path d="m.5.5 9 9M9.5.5l-9 9" />
        </svg>
      </button>
    </div>
  );
}
