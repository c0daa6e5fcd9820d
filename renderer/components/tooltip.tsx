import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';
import { Kbd } from './kbd.tsx';

export type TooltipProps = {
  /** The words of the tip; without them the child stands alone. */
  readonly text: string | undefined;
  readonly keys?: string | undefined;
  readonly side?: 'top' | 'bottom' | 'left' | 'right' | undefined;
  /** The control it explains; it must take a ref and spread its props. */
  readonly children: ReactElement;
};

/** A short explanation on hover and focus; never the only place of a name, since it is not read aloud. */
export function Tooltip({ text, keys, side = 'bottom', children }: TooltipProps) {
  if (text === undefined) return children;
  return (
    <Base.Root>
      <Base.Trigger render={children} delay={500} closeOnClick />
      <Base.Portal>
        <Base.Positioner className="tip-place" side={side} sideOffset={6}>
          <Base.Popup className="tip">
            <span>{text}</span>
            {keys !== undefined && <Kbd keys={keys} hidden />}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
