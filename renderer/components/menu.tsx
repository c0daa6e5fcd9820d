import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement } from 'react';
import { Icon, type IconName } from './icon.tsx';
import { Kbd } from './kbd.tsx';

/** One command of a menu. */
export type MenuCommand = {
  readonly label: string;
  readonly onAct: () => void;
  readonly icon?: IconName | undefined;
  readonly keys?: string | undefined;
  /** Why it cannot be used now, shown beside it. */
  readonly why?: string | null | undefined;
  readonly danger?: boolean | undefined;
  /** Set for what is switched rather than done: the menu stays open. */
  readonly checked?: boolean | undefined;
  /** A word or number at its end. */
  readonly note?: string | undefined;
};

/** A command, a line between groups, or a heading over the next. */
export type MenuEntry = MenuCommand | 'line' | { readonly heading: string };

export type MenuProps = {
  /** The button that opens it, such as an `IconButton`. */
  readonly trigger: ReactElement;
  readonly entries: readonly MenuEntry[];
  readonly align?: 'start' | 'end' | undefined;
  /** For a menu that a key of the view opens too: whether it is open, and who is told. */
  readonly open?: boolean | undefined;
  readonly onOpen?: ((open: boolean) => void) | undefined;
};

/** A list of commands that opens from a button. */
export function Menu({ trigger, entries, align = 'end', open, onOpen }: MenuProps) {
  return (
    <Base.Root modal={false} {...(open === undefined ? {} : { open })} onOpenChange={(next: boolean) => onOpen?.(next)}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="float" align={align} sideOffset={4}>
          <Base.Popup className="menu">{entries.map(Entry)}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Entry(entry: MenuEntry, index: number) {
  if (entry === 'line') return <Base.Separator key={index} className="menu-line" />;
  if ('heading' in entry) {
    return (
      <div key={index} className="label menu-label" role="presentation">
        {entry.heading}
      </div>
    );
  }
  const { label, icon, keys, why, danger, checked, note, onAct } = entry;
  if (checked !== undefined) {
    return (
      <Base.CheckboxItem key={index} className="menu-item" label={label} checked={checked} onCheckedChange={onAct}>
        <span className="menu-check">{checked && <Icon name="check" size="small" />}</span>
        <span className="grow">{label}</span>
        {note !== undefined && <span className="why">{note}</span>}
      </Base.CheckboxItem>
    );
  }
  return (
    <Base.Item
      key={index}
      className={danger ? 'menu-item danger' : 'menu-item'}
      label={label}
      disabled={Boolean(why)}
      onClick={onAct}
    >
      {icon !== undefined && <Icon name={icon} />}
      <span className="grow">{label}</span>
      {why ? <span className="why">{why}</span> : keys !== undefined && <Kbd keys={keys} hidden />}
    </Base.Item>
  );
}
