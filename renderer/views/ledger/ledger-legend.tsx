import { ledgerText as text } from '../../../shared/text/ledger.ts';
import { Kbd } from '../../components/kbd.tsx';

const KINDS = ['codes', 'password', 'role', 'exposed'] as const;

/** What the bars mean and who keeps them, and the keys of the list. */
export function LedgerLegend() {
  return (
    <div className="led-legend small" role="note" aria-label={text.legend}>
      {KINDS.map((kind) => (
        <span key={kind}>
          <i className={`led-bar ${kind}`} aria-hidden="true" />
          {text[kind]}
        </span>
      ))}
      <span className="grow" />
      <span className="led-keys">
        <Kbd keys="ArrowUp" />
        <Kbd keys="ArrowDown" /> <span className="hole">{text.move}</span>
      </span>
      <span className="led-keys">
        <Kbd keys="Enter" /> {text.openKey}
      </span>
      <span className="led-keys">
        <Kbd keys="E" /> {text.endKey}
      </span>
      <span className="led-keys">
        <Kbd keys="L" /> {text.logKey}
      </span>
    </div>
  );
}
