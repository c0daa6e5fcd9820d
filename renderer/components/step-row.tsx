import { Fragment, type ReactNode } from 'react';
import { Icon } from './icon.tsx';

export type StepState = 'todo' | 'now' | 'done' | 'skipped';

export type StepRowProps = {
  readonly number: number;
  readonly state: StepState;
  readonly title: string;
  /** Its whole name for screen readers, where the title leaves out what a heading over it says. */
  readonly label?: string | undefined;
  /** Where it is at the platform, in its own words. */
  readonly path?: readonly string[] | undefined;
  /** The language of the path where it is not the window’s. */
  readonly pathLang?: 'en' | undefined;
  /** When it was done, or why it was skipped. */
  readonly when?: ReactNode;
  /** One link out. */
  readonly link?: ReactNode;
  /** A sentence before the content of the step at hand. */
  readonly lead?: ReactNode;
  /** Content of the step at hand, such as devices. */
  readonly children?: ReactNode;
  /** For screen readers: `done`, `skipped`. */
  readonly stateWord?: string | undefined;
  /** Pressed to go to it, when another step is at hand. */
  readonly onGo?: (() => void) | undefined;
};

/** One step of a run. */
export function StepRow({
  number,
  state,
  title,
  label,
  path = [],
  pathLang,
  when,
  link,
  lead,
  children,
  stateWord,
  onGo,
}: StepRowProps) {
  const sign =
    state === 'done' ? <Icon name="check" size="small" /> : state === 'skipped' ? <Icon name="minus" size="small" /> : number;
  return (
    <li className={state === 'todo' ? 'step' : `step ${state}`} aria-current={state === 'now' ? 'step' : undefined}>
      <span className="n" aria-hidden="true">
        {sign}
      </span>
      <div className="grow">
        <div className="row">
          <span className="title">
            {onGo ? (
              <button type="button" aria-label={label} onClick={onGo}>
                {title}
              </button>
            ) : (
              title
            )}
            {stateWord !== undefined && <span className="hole">, {stateWord}</span>}
          </span>
          {when !== undefined && <span className="when">{when}</span>}
          {link}
        </div>
        <Path words={path} lang={pathLang} />
        {lead !== undefined && <p className="lead">{lead}</p>}
        {children}
      </div>
    </li>
  );
}

/** A way through menus in the platform's words. */
export function Path({ words, lang }: { readonly words: readonly string[]; readonly lang?: 'en' | undefined }) {
  if (words.length === 0) return null;
  return (
    <ol className="path" lang={lang}>
      {words.map((word, index) => (
        <Fragment key={word}>
          <li>
            {index > 0 && <Icon name="forward" size="small" />}
            {word}
          </li>
        </Fragment>
      ))}
    </ol>
  );
}

/** The card a run's steps stand in. */
export function Steps({ children }: { readonly children: ReactNode }) {
  return <ol className="card steps">{children}</ol>;
}
