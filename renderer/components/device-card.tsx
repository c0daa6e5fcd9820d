import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import { Kbd } from './kbd.tsx';

export type DeviceState = 'undecided' | 'keep' | 'out' | 'hot';

export type DeviceCardProps = {
  readonly name: string;
  readonly icon: IconName;
  /** What the platform shows: place, browser, last seen. */
  readonly lines: readonly string[];
  /** `yours`, `Dan’s`, `whose?` */
  readonly whose: string;
  /** `hot` is someone else's and still in: outlined in madder. */
  readonly state: DeviceState;
  /** The word of a decision made, `Keep` or `Signed out`. */
  readonly done?: string | undefined;
  /** Buttons of a decision to make. */
  readonly children?: ReactNode;
};

/** One signed-in session as the platform shows it, and what becomes of it. Stands in a list of class `devices`. */
export function DeviceCard({ name, icon, lines, whose, state, done, children }: DeviceCardProps) {
  return (
    <li className={state === 'undecided' ? 'dev' : `dev ${state}`} aria-label={`${name}, ${whose}`}>
      <div className="row">
        <Icon name={icon} size="large" />
        <b className="cut grow">{name}</b>
      </div>
      {lines.map((line, index) => (
        <p key={line} className={index === 0 ? 'soft' : 'faint'}>
          {line}
        </p>
      ))}
      <div className="foot">
        <span className="whose">{whose}</span>
        {done !== undefined && (
          <span className="done">
            <Icon name="check" size="small" />
            {done}
          </span>
        )}
        {children}
      </div>
    </li>
  );
}

/** The dashed place for one more device. */
export function DeviceAdd({
  label,
  keys = 'N',
  onAdd,
}: {
  readonly label: string;
  readonly keys?: string;
  readonly onAdd: () => void;
}) {
  return (
    <li>
      <button type="button" className="dev add" aria-keyshortcuts={keys} onClick={onAdd}>
        <Icon name="plus" />
        <span>
          {label} <Kbd keys={keys} hidden />
        </span>
      </button>
    </li>
  );
}
