import { type ReactNode, useState } from 'react';

export type RingProps = {
  /** What is left of a time, or what is done of a run: 0 to 1. */
  readonly value: number;
  /** Brass `time` empties clockwise; verdigris `done` closes clockwise. */
  readonly kind?: 'time' | 'done' | undefined;
  /** Outer size in px; it also chooses thickness and bead. */
  readonly size?: number | undefined;
  /** Another colour than the kind's own. */
  readonly tone?: 'time' | 'sealed' | 'exposed' | 'courtesy' | undefined;
  /** The number or word inside. */
  readonly children?: ReactNode;
  /** What a screen reader says; hidden from it when left out. */
  readonly label?: string | undefined;
  /** Closes once over 400 ms when the value changes: for the end of a run only. */
  readonly flourish?: boolean | undefined;
};

const thicknesses: readonly (readonly [upTo: number, thickness: number])[] = [
  [18, 2.5],
  [22, 3],
  [36, 3.5],
  [50, 4.5],
  [78, 5],
  [92, 6],
  [112, 7],
];

function thicknessOf(size: number): number {
  return thicknesses.find(([upTo]) => size <= upTo)?.[1] ?? 9;
}

function sizeClass(size: number): string {
  if (size < 50) return 'r-48';
  if (size < 70) return 'r-56';
  if (size < 80) return 'r-76';
  return size < 100 ? 'r-84' : 'r-108';
}

const round = (n: number): number => Math.round(n * 100) / 100;

/** A ring of time or progress. The bead is the key on its ring: what is left of a time ends at twelve o'clock. */
export function Ring({ value, kind = 'time', size = 20, tone, children, label, flourish }: RingProps) {
  const part = Math.min(1, Math.max(0, value));
  const thickness = thicknessOf(size);
  const beaded = size >= 32;
  const centre = size / 2;
  // The bead is wider than the line and carries a rim of 2, so a beaded ring sits farther in.
  const radius = round(beaded ? centre - 1.1 * thickness - 1 : centre - thickness / 2);
  const around = 2 * Math.PI * radius;
  const beadTurn = (kind === 'time' ? 1 - part : part) * 360;
  const arcTurn = kind === 'time' ? beadTurn - 90 : -90;
  const hue = tone ?? (kind === 'time' ? 'time' : 'sealed');
  const growing = useGrowing(part) && kind === 'done';
  const names = ['ring', hue !== 'time' && hue, sizeClass(size), flourish ? 'closing' : growing && 'steps']
    .filter(Boolean)
    .join(' ');
  const circle = { cx: centre, cy: centre, r: radius, strokeWidth: thickness };
  const spoken =
    label === undefined
      ? { 'aria-hidden': children === undefined ? (true as const) : undefined }
      : { role: 'img', 'aria-label': label };
  return (
    <span className={names} style={{ width: size, height: size }} {...spoken}>
      <svg width={size} height={size} viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
        <circle className="track" {...circle} />
        {part > 0 && (
          <circle
            className="left"
            {...circle}
            style={{ strokeDasharray: `${round(part * around)} ${round(around)}`, transform: `rotate(${round(arcTurn)}deg)` }}
          />
        )}
        {beaded && part > 0 && (kind === 'time' || part < 1) && (
          <circle
            className="bead"
            cx={centre}
            cy={round(centre - radius)}
            r={round(0.95 * thickness + 1)}
            style={{ transform: `rotate(${round(beadTurn)}deg)` }}
          />
        )}
      </svg>
      {children !== undefined && <span>{children}</span>}
    </span>
  );
}

/**
 * Whether this change is a small step onwards, which glides. A ring of time never does: it ticks with every second, and gliding there would have
 * the window drawn ten times a second for as long as a code is on screen.
 */
function useGrowing(part: number): boolean {
  const [last, setLast] = useState({ part, grows: false });
  if (last.part !== part) {
    const by = part - last.part;
    setLast({ part, grows: by >= 0 && by < 0.2 });
  }
  return last.grows;
}
