import type { ReactNode } from 'react';
import { narrow, useMedia } from '../lib/media.ts';
import { ClientTag } from './client-tag.tsx';
import { Icon, type IconName } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import { KeyMark } from './key-mark.tsx';
import { Ring } from './ring.tsx';
import { Tooltip } from './tooltip.tsx';

export type RailTone = 'sealed' | 'ending' | 'exposed';

export type RailPlace = {
  readonly id: string;
  readonly label: string;
  readonly icon: IconName;
  /** A number or a short date; without a tone it is left out when the rail is narrow. */
  readonly count?: string | number | undefined;
  readonly tone?: RailTone | undefined;
};

export type RailClient = {
  readonly id: string;
  readonly name: string;
  readonly colour: number;
  readonly letters?: string;
  readonly count?: number;
};

export type RailWords = {
  readonly places: string;
  readonly clients: string;
  readonly addClient: string;
  readonly lock: string;
  readonly settings: string;
};

export type RailProps = {
  /** The vault's name; `Latchkey` where nothing may be named. */
  readonly title: string;
  readonly places: readonly RailPlace[];
  readonly clients?: readonly RailClient[] | undefined;
  /** The id of the place or client shown now. */
  readonly current: string | null;
  readonly onGo: (id: string) => void;
  readonly onClient?: ((id: string) => void) | undefined;
  readonly onAddClient?: (() => void) | undefined;
  readonly onLock: () => void;
  /** Left out while there are no settings to go to. */
  readonly onSettings?: (() => void) | undefined;
  /** A `RailClock` at the foot. */
  readonly locks?: ReactNode;
  readonly words: RailWords;
};

/** The sections and clients at the left; icons alone when the window is narrow. */
export function Rail(props: RailProps) {
  const { title, places, clients = [], current, words, locks } = props;
  const isNarrow = useMedia(narrow);
  return (
    <nav className="rail" aria-label={words.places}>
      <div className="brand">
        <KeyMark />
        <b>{title}</b>
        {!isNarrow && <IconButton icon="lock" size="small" label={words.lock} keys="Mod+L" onClick={props.onLock} />}
      </div>
      <div className="rail-places">
        <div className="nav">
          {places.map((place) => (
            <RailItem
              key={place.id}
              label={place.label}
              mark={<Icon name={place.icon} />}
              current={place.id === current ? 'page' : undefined}
              count={place.count}
              tone={place.tone}
              onClick={() => props.onGo(place.id)}
            />
          ))}
        </div>
        {(clients.length > 0 || props.onAddClient) && places.length > 0 && (
          <>
            <div className="label rail-label">
              <span>{words.clients}</span>
              {props.onAddClient && <IconButton icon="plus" size="small" label={words.addClient} onClick={props.onAddClient} />}
            </div>
            <div className="nav">
              {clients.map((client) => (
                <RailItem
                  key={client.id}
                  label={client.name}
                  mark={<ClientTag name={client.name} colour={client.colour} letters={client.letters} />}
                  current={client.id === current ? 'true' : undefined}
                  count={client.count}
                  onClick={() => props.onClient?.(client.id)}
                />
              ))}
            </div>
          </>
        )}
      </div>
      {(locks !== undefined || props.onSettings !== undefined || isNarrow) && (
        <div className="rail-foot">
          <span className="me">{locks}</span>
          {isNarrow && <IconButton icon="lock" label={words.lock} keys="Mod+L" onClick={props.onLock} />}
          {props.onSettings && (
            <IconButton
              icon="settings"
              label={words.settings}
              keys="Mod+,"
              aria-current={current === 'settings' ? 'page' : undefined}
              onClick={props.onSettings}
            />
          )}
        </div>
      )}
    </nav>
  );
}

export type RailClockProps = {
  /** `locks in 8 min`. */
  readonly text: string;
  /** How much of that time is left, 0 to 1. */
  readonly left: number;
};

/** When the vault locks by itself. */
export function RailClock({ text, left }: RailClockProps) {
  return (
    <>
      <Ring size={18} tone="courtesy" value={left} />
      <span className="tiny faint">{text}</span>
    </>
  );
}

type RailItemProps = {
  readonly label: string;
  readonly mark: ReactNode;
  readonly current: 'page' | 'true' | undefined;
  readonly count?: string | number | undefined;
  readonly tone?: RailTone | undefined;
  readonly onClick: () => void;
};

function RailItem({ label, mark, current, count, tone, onClick }: RailItemProps) {
  const isNarrow = useMedia(narrow);
  return (
    <Tooltip text={isNarrow ? label : undefined} side="right">
      <button type="button" className="nav-item" aria-current={current} onClick={onClick}>
        {mark}
        <span className="name">{label}</span>
        {count !== undefined && <em data-tone={tone}>{count}</em>}
      </button>
    </Tooltip>
  );
}
