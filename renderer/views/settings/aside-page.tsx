import { asideText } from '../../../shared/text/aside.ts';
import { Button } from '../../components/button.tsx';
import { replace } from '../../lib/route.ts';
import { AsideRecords } from './aside-records.tsx';
import { LogFaultCard } from './log-fault-card.tsx';

/** What of the vault could not be read: records set aside, and a log that does not hold together. */
export function AsidePage() {
  return (
    <>
      <span className="aside-back">
        <Button variant="quiet" icon="back" onClick={() => replace({ view: 'settings', page: 'health', open: true })}>
          {asideText.back}
        </Button>
      </span>
      <AsideRecords />
      <LogFaultCard />
    </>
  );
}
