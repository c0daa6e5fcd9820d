import type { LedgerRow } from '../../../shared/contracts/engine/ledger.ts';
import { lanesWords } from '../../../shared/text/ledger.ts';
import { type Chart, placeIn } from './chart.ts';

export type LoanLanesProps = { readonly row: LedgerRow; readonly chart: Chart; readonly now: number };

/** The bars of one loan: dashed for the password, solid for codes, hollow for a role, and from the end on what is exposed. */
export function LoanLanes({ row, chart, now }: LoanLanesProps) {
  const { password, codes, role, exposed } = row.lanes;
  const bars = [
    { kind: 'password', bar: password },
    { kind: 'role', bar: role },
    { kind: 'codes', bar: codes },
  ].filter(({ bar }) => bar !== null);
  const top = (at: number): number => (bars.length < 2 ? 15 : 10 + (at * 20) / bars.length);
  return (
    <span className="led-lanes">
      <span className="hole">{lanesWords(row, now)}</span>
      {bars.map(({ kind, bar }, at) => (
        <Bar key={kind} kind={kind} bar={bar} chart={chart} top={top(at)} />
      ))}
      <Bar kind="exposed" bar={exposed} chart={chart} top={top(0)} />
    </span>
  );
}

type BarProps = {
  readonly kind: string;
  readonly bar: LedgerRow['lanes']['codes'];
  readonly chart: Chart;
  readonly top: number;
};

function Bar({ kind, bar, chart, top }: BarProps) {
  const place = placeIn(chart, bar);
  if (place === null) return null;
  const style = { left: `${place.left * 100}%`, width: `${place.width * 100}%`, top };
  return <i className={`led-bar ${kind}`} aria-hidden="true" style={style} />;
}
