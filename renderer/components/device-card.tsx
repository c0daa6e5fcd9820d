import { type ReactNode, useId } from 'react';
import { Icon, type IconName } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import { Tooltip } from './tooltip.tsx';

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

export type DeviceAddProps = {
  readonly label: string;
  readonly keys?: string | undefined;
  /** Why none can be added now; it stays focusable and its tip says this. */
  readonly why?: string | null | undefined;
  readonly onAdd: () => void;
};

/** The dashed place for one more device. */
export function DeviceAdd({ label, keys = 'N', why = null, onAdd }: DeviceAddProps) {
  const whyId = useId();
  const add = (
    <button
      type="button"
      className="dev add"
      aria-keyshortcuts={keys}
      aria-disabled={why === null ? undefined : true}
      aria-describedby={why === null ? undefined : whyId}
      onClick={() => why === null && onAdd()}
    >
      <Icon name="plus" />
      <span>
        {label} <Kbd keys={keys} hidden />
      </span>
    </button>
  );
  if (why === null) return <li>{add}</li>;
  return (
    <li>
      <Tooltip text={why}>{add}</Tooltip>
      <span id={whyId} className="hole">
        {why}
      </span>
    </li>
  );
}
