import { keyCaps } from '../lib/keys.ts';

export type KbdProps = {
  /** Keys named as in `KeyboardEvent.key` and joined by `+`, with `Mod` for Ctrl or ⌘: `Mod+Shift+C`. */
  readonly keys: string;
  /** True beside a command that tells its keys to a screen reader itself. */
  readonly hidden?: boolean | undefined;
};

/** A key cap as the person's own keyboard has it. */
export function Kbd({ keys, hidden }: KbdProps) {
  return (
    <kbd className="kbd" aria-hidden={hidden}>
      {keyCaps(keys)}
    </kbd>
  );
}
