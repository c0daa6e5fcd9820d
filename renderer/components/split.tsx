import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { onePane, useMedia } from '../lib/media.ts';

export type SplitProps = {
  /** Which of the two is shown when there is room for one. */
  readonly open: 'list' | 'detail';
  /** Back to the list, by Escape in a narrow window. */
  readonly onBack: () => void;
  readonly listLabel: string;
  /** Head, list and foot of the left pane. */
  readonly list: ReactNode;
  readonly detailLabel?: string | undefined;
  /** Changes when another thing is shown, so that the detail starts at its top again. */
  readonly detailKey?: string | undefined;
  readonly children: ReactNode;
};

/** A list beside the detail of its chosen row; one of the two under 720 px. */
export function Split({ open, onBack, listLabel, list, detailLabel, detailKey, children }: SplitProps) {
  const single = useMedia(onePane);
  const detail = useRef<HTMLElement>(null);
  useEffect(() => {
    if (detailKey !== undefined && detail.current) detail.current.scrollTop = 0;
  }, [detailKey]);
  return (
    <div className="split" data-open={open}>
      <section className="pane" aria-label={listLabel} data-pane="list">
        {list}
      </section>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves the pane, as the bar's back button does */}
      <section
        ref={detail}
        className="scroll detail"
        aria-label={detailLabel}
        data-pane="detail"
        onKeyDown={(event: KeyboardEvent) => {
          // A dialog opened from here bubbles through React, though it stands elsewhere in the page.
          const inside = event.currentTarget.contains(event.target as Node);
          if (event.key !== 'Escape' || !single || event.defaultPrevented || !inside) return;
          event.stopPropagation();
          onBack();
        }}
      >
        {children}
      </section>
    </div>
  );
}

export type PaneHeadProps = { readonly children: ReactNode };

/** The line over a list: how it is sorted, how to filter, how to add. */
export function PaneHead({ children }: PaneHeadProps) {
  return <div className="pane-head">{children}</div>;
}
