export type KeyMarkProps = {
  /** Width in px of the small mark; 22 when left out. */
  readonly size?: number | undefined;
};

/** The product's mark for the rail and headings: a key whose bow is a ring of time. */
export function KeyMark({ size = 22 }: KeyMarkProps) {
  return (
    <svg className="keymark" width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <path d="M12 13.2V24" stroke="var(--accent)" strokeWidth="2.6" />
      <path d="M12 17h4.9M12 20.9h3.6" stroke="var(--accent)" strokeWidth="2.2" />
      <circle cx="12" cy="7.6" r="5.6" stroke="var(--time-track)" strokeWidth="2.6" />
      <path d="M16.29 4A5.6 5.6 0 1 1 12 2" stroke="var(--accent)" strokeWidth="2.6" />
      <circle cx="16.29" cy="4" r="2.1" fill="var(--time)" stroke="var(--surface-rail)" strokeWidth="0.8" />
    </svg>
  );
}

/** The large key of the lock screen, 132 by 170 px. */
export function LockArt() {
  return (
    <svg width="132" height="170" viewBox="52 12 176 240" fill="none" aria-hidden="true">
      <path d="M140 180v70M140 206h38M140 231h26" stroke="var(--accent)" strokeWidth="15" />
      <circle cx="140" cy="104" r="76" stroke="var(--time-track)" strokeWidth="15" />
      <path d="M198.22 55.15A76 76 0 1 1 140 28" stroke="var(--accent)" strokeWidth="15" />
      <circle cx="198.22" cy="55.15" r="12.3" fill="var(--time)" stroke="var(--surface-rail)" strokeWidth="4.5" />
    </svg>
  );
}

/** The key with a minute dial, for the first run's side; 236 px wide. */
export function DialArt() {
  return (
    <svg className="art" width="236" height="211" viewBox="0 0 280 250" fill="none" aria-hidden="true">
      <path d="M140 184v66M140 208h36M140 230h25" stroke="var(--accent)" strokeWidth="13" />
      <circle cx="140" cy="104" r="80" stroke="var(--time-track)" strokeWidth="13" />
      <path d="M201.28 52.58A80 80 0 1 1 140 24" stroke="var(--accent)" strokeWidth="13" />
      <circle cx="201.28" cy="52.58" r="10.7" fill="var(--time)" stroke="var(--surface-rail)" strokeWidth="3.9" />
      <path d={ticks(140, 104)} stroke="var(--ink-faint)" strokeWidth="1.5" opacity=".7" />
    </svg>
  );
}

/** Sixty minute ticks around a centre, each fifth one long. */
function ticks(cx: number, cy: number): string {
  const at = (radius: number, minute: number): string => {
    const angle = (minute * Math.PI) / 30;
    return `${(cx + radius * Math.sin(angle)).toFixed(1)} ${(cy - radius * Math.cos(angle)).toFixed(1)}`;
  };
  return Array.from({ length: 60 }, (_, minute) => `M${at(minute % 5 === 0 ? 56 : 60, minute)}L${at(64, minute)}`).join('');
}

/** Three hooks with one key hung up, for the empty vault. */
export function HookArt() {
  return (
    <svg width="216" height="164" viewBox="0 0 216 164" fill="none" aria-hidden="true">
      <g stroke="var(--line-strong)" strokeWidth="2" strokeLinecap="round">
        <path d="M8 12h200M36 12v14a7 7 0 0 0 14 0M108 12v14a7 7 0 0 0 14 0M180 12v14a7 7 0 0 0 14 0" />
      </g>
      <path d="M114 93v64M114 115h28M114 134h19" stroke="var(--accent)" strokeWidth="9" />
      <circle cx="114" cy="63" r="30" stroke="var(--time-track)" strokeWidth="9" />
      <path d="M136.98 43.72A30 30 0 1 1 114 33" stroke="var(--accent)" strokeWidth="9" />
      <circle cx="136.98" cy="43.72" r="7.4" fill="var(--time)" stroke="var(--surface)" strokeWidth="2.7" />
      <path d="M108 26a7 7 0 0 0 14 0" stroke="var(--line-strong)" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
