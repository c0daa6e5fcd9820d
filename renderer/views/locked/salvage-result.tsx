import { useEffect, useRef } from 'react';
import { rescueText } from '../../../shared/text/rescue.ts';
import { Button } from '../../components/button.tsx';
import { LockFrame } from './lock-frame.tsx';
import type { SalvageReport } from './salvage-dialog.tsx';

/** The report of a salvage: what is in the new vault, and what of the file could not be read. */
export function SalvageResult({ report, onOpen }: { readonly report: SalvageReport; readonly onOpen: () => void }) {
  const { records, frames, gaps, lostBytes, brokenRuns } = report;
  const open = useRef<HTMLButtonElement>(null);
  useEffect(() => open.current?.focus(), []);
  return (
    <LockFrame title={rescueText.reportTitle} line={rescueText.report(records, frames)}>
      <div className="rescue" role="status">
        <ul className="card pad stack">
          {gaps + brokenRuns === 0 && <li>{rescueText.whole}</li>}
          {gaps > 0 && <li>{rescueText.gaps(gaps, lostBytes)}</li>}
          {brokenRuns > 0 && <li>{rescueText.runs(brokenRuns)}</li>}
        </ul>
        <p className="small soft pretty">{rescueText.untouched}</p>
        <Button ref={open} variant="primary" size="large" onClick={onOpen}>
          {rescueText.open}
        </Button>
      </div>
    </LockFrame>
  );
}
