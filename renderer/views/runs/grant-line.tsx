import type { ReactNode } from 'react';
import type { GrantRow } from '../../../shared/contracts/engine/grants.ts';
import { runsText } from '../../../shared/text/runs.ts';
import { Mark } from '../../components/mark.tsx';

export type GrantLineProps = {
  readonly grant: GrantRow;
  /** Its date, or how far its run has come. */
  readonly tag: ReactNode;
  /** The one thing to do with it. */
  readonly children: ReactNode;
};

/** One grant in the list of runs. */
export function GrantLine({ grant, tag, children }: GrantLineProps) {
  const two = [grant.username, runsText.lentTo(grant.person.name)].filter((part) => part !== null).join(' · ');
  return (
    <li className="run-line">
      <Mark platform={grant.platform} />
      <span className="cut">
        <b>{grant.title}</b>
        <span className="two small soft">{two}</span>
      </span>
      <span className="run-tag">{tag}</span>
      <span className="run-act">{children}</span>
    </li>
  );
}
