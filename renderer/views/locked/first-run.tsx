import type { ReactNode } from 'react';
import { commonText } from '../../../shared/text/common.ts';
import { createText } from '../../../shared/text/vault.ts';
import { DialArt, KeyMark } from '../../components/key-mark.tsx';
import { Stepper } from '../../components/stepper.tsx';

export type FirstRunProps = {
  /** The step one is at, from 0. */
  readonly at: number;
  readonly children: ReactNode;
};

/** The first run: what Latchkey is at the left, the step one is at on the right. */
export function FirstRun({ at, children }: FirstRunProps) {
  return (
    <div className="first-run">
      <aside className="first-side" aria-label={commonText.app}>
        <div className="brand">
          <KeyMark />
          <b>{commonText.app}</b>
        </div>
        <DialArt />
        <p className="big">
          {createText.slogan.map((line) => (
            <span key={line} className="first-line">
              {line}
            </span>
          ))}
        </p>
        <p className="soft pretty">{createText.pitch}</p>
        <div className="first-steps" role="group" aria-label={createText.progress}>
          <Stepper steps={createText.steps} at={at} />
        </div>
      </aside>
      <main className="first-main scroll">{children}</main>
    </div>
  );
}
