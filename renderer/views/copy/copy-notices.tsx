import type { CopyView } from '../../../shared/contracts/engine/copies.ts';
import { copiesText } from '../../../shared/text/copies.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { WorkProgress } from '../work-progress.tsx';
import { reading } from './use-copy.ts';

export type CopyNoticesProps = {
  readonly view: CopyView;
  readonly busy: boolean;
  readonly onReadBehind: () => void;
};

/** What of a copy could not be read, and the way to what stands behind it. */
export function CopyNotices({ view, busy, onReadBehind }: CopyNoticesProps) {
  const { damage, setAside } = view;
  if (damage === null) return setAside === 0 ? null : <p className="small soft">{copiesText.setAside(setAside)}</p>;
  const { kind, lostBytes, gaps, missingSaves, isReadBehind } = damage;
  const lines = [
    copiesText.damage(lostBytes, gaps),
    isReadBehind ? copiesText.behind : copiesText.upTo,
    copiesText.missing(missingSaves),
    setAside === 0 ? '' : copiesText.setAside(setAside),
  ];
  return (
    <>
      <Banner
        tone={kind === 'damaged' ? 'exposed' : 'look'}
        title={kind === 'damaged' ? copiesText.damagedTitle : copiesText.unfinishedTitle}
        actions={
          kind === 'damaged' && !isReadBehind ? (
            <Button size="small" busy={busy ? copiesText.readingBehind : null} onClick={onReadBehind}>
              {copiesText.readBehind}
            </Button>
          ) : undefined
        }
      >
        {lines.filter((line) => line !== '').join(' ')}
      </Banner>
      <WorkProgress tasks={reading} busy={busy} stoppable />
    </>
  );
}
