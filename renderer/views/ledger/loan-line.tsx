import type { LedgerRow } from '../../../shared/contracts/engine/ledger.ts';
import { exposedWords, leftWords, ledgerText } from '../../../shared/text/ledger.ts';
import { lentWords } from '../../../shared/text/ledger-words.ts';
import { Button } from '../../components/button.tsx';
import { ClientTag } from '../../components/client-tag.tsx';
import { Mark } from '../../components/mark.tsx';
import { Tooltip } from '../../components/tooltip.tsx';
import type { Chart } from './chart.ts';
import { actOf, type LoanAct } from './loan-act.ts';
import { LoanLanes } from './loan-lanes.tsx';
import { LoanTag } from './loan-tag.tsx';

export type LoanLineProps = {
  readonly row: LedgerRow;
  /** The name of its account's platform. */
  readonly platform: string;
  readonly chart: Chart;
  readonly now: number;
  /** Whether Tab goes on to the button of this line. */
  readonly current: boolean;
  readonly busy: boolean;
  /** Why nothing can be changed now. */
  readonly why: string | null;
  readonly onOpen: () => void;
  readonly onAct: (act: LoanAct) => void;
};

/** The cells of one loan: account, person, bars, date, and what it wants done. */
export function LoanLine({ row, platform, chart, now, current, busy, why, onOpen, onAct }: LoanLineProps) {
  const { account, person } = row;
  const two = [account.username, account.more > 0 ? ledgerText.more(account.more) : null].filter((part) => part !== null);
  const act = actOf(row);
  const said = act !== null && 'start' in act ? act.said : undefined;
  const still = row.exposed.length === 0 ? undefined : exposedWords(row.exposed, now);
  const isLive = row.state === 'ending' || row.state === 'active';
  return (
    <>
      <span className="led-account" role="gridcell">
        {account.client === null ? (
          <Mark platform={account.platform} size="small" />
        ) : (
          <ClientTag name={account.client.name} colour={account.client.colour} />
        )}
        <span className="cut">
          <b className="cut">
            {/* For the mouse: by the keyboard Enter opens the line. */}
            <button type="button" className="led-name cut" tabIndex={-1} onClick={onOpen}>
              {account.title}
            </button>
          </b>
          <span className="small soft cut">{two.length === 0 ? platform : two.join(' ')}</span>
          {account.client !== null && <span className="hole">{account.client.name}</span>}
        </span>
      </span>
      <span className="led-who cut" role="gridcell">
        <b className="cut">{person.name}</b>
        <span className="small soft cut">{lentWords(row)}</span>
      </span>
      <span className="led-time" role="gridcell">
        <LoanLanes row={row} chart={chart} now={now} />
      </span>
      <span className="led-until" role="gridcell" title={still}>
        <LoanTag row={row} now={now} />
        {still !== undefined && <span className="hole">{still}</span>}
      </span>
      <span className="led-act" role="gridcell">
        {act === null ? (
          isLive && <span className="small faint">{leftWords(row.until, now)}</span>
        ) : (
          <Tooltip text={why === null ? said : undefined}>
            <Button
              size="small"
              tabIndex={current ? 0 : -1}
              aria-label={said}
              busy={busy ? ledgerText.starting : null}
              why={'start' in act || act.changes ? why : null}
              onClick={() => onAct(act)}
            >
              {act.label}
            </Button>
          </Tooltip>
        )}
      </span>
    </>
  );
}
