import { createContext, type ReactNode, use } from 'react';
import { ariaKeys } from '../lib/keys.ts';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import { Kbd } from './kbd.tsx';
import { Tooltip } from './tooltip.tsx';
import { WindowControls, type WindowControlsProps } from './window-controls.tsx';

export type BarProps = {
  readonly title: string;
  readonly sub?: ReactNode;
  /** Shows a way back at the left. */
  readonly back?: { readonly label: string; readonly onBack: () => void } | undefined;
  /** The field that opens the palette. */
  readonly find?: { readonly label: string; readonly onOpen: () => void } | undefined;
  /** Buttons before the window's own. */
  readonly actions?: ReactNode;
  /** Drawn where the system draws none: Windows and Linux. */
  readonly controls?: WindowControlsProps | undefined;
};

/** What stands at the end of every bar of the window; nothing outside one. */
export const BarEnd = createContext<ReactNode>(null);

/** The bar over a view: its title, the way to find anything, and where the window is dragged. */
export function Bar({ title, sub, back, find, actions, controls }: BarProps) {
  return (
    <header className={back ? 'bar has-back' : 'bar'}>
      {back && <IconButton icon="back" label={back.label} onClick={back.onBack} />}
      <h1>{title}</h1>
      <span className="sub">{sub}</span>
      {actions}
      {find && (
        <Tooltip text={find.label} keys="Mod+K">
          <button type="button" className="find" aria-keyshortcuts={ariaKeys('Mod+K')} onClick={find.onOpen}>
            <Icon name="search" />
            <span>{find.label}</span>
            <Kbd keys="Mod+K" hidden />
          </button>
        </Tooltip>
      )}
      {use(BarEnd)}
      {controls && <WindowControls {...controls} />}
    </header>
  );
}
