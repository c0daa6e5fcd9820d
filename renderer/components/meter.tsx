import type { ReactNode } from 'react';

export type MeterProps = {
  /** Parts lit, 0 to 4. */
  readonly level: 0 | 1 | 2 | 3 | 4;
  /** What is measured, for a screen reader. */
  readonly label: string;
  /** The verdict, `Strong.` */
  readonly verdict?: string | undefined;
  /** What stands behind the verdict. */
  readonly children?: ReactNode;
};

const tones = ['exposed', 'exposed', 'ending', 'safe', 'safe'] as const;
const inks = { exposed: 'c-exposed', ending: 'c-ending', safe: 'c-sealed' } as const;

/** The strength of a passphrase in four parts, with the verdict and its reason in words. */
export function Meter({ level, label, verdict, children }: MeterProps) {
  const tone = tones[level];
  return (
    <div>
      <div
        className="meter"
        data-tone={tone}
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={4}
        aria-valuenow={level}
        aria-valuetext={verdict}
      >
        {[1, 2, 3, 4].map((part) => (
          <span key={part} className={part <= level ? 'on' : undefined} />
        ))}
      </div>
      <p className="hint">
        {verdict !== undefined && <b className={inks[tone]}>{verdict}</b>} {children}
      </p>
    </div>
  );
}
