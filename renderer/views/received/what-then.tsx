import type { ReceivedDetail } from '../../../shared/contracts/engine/grants.ts';
import { firstName } from '../../../shared/text/common.ts';
import { afterText } from '../../../shared/text/received.ts';
import { Caption } from '../../components/card.tsx';
import { Edge } from '../../components/promise-mark.tsx';

/** What the last day brings, and who sees to it. */
export function WhatThen({ received }: { readonly received: ReceivedDetail }) {
  const { row, windows, password, backupCodes } = received;
  const owner = firstName(row.lentBy.name);
  const nothing = windows.length === 0 && !password && backupCodes.length === 0;
  return (
    <>
      <Caption>{afterText.title}</Caption>
      <div className="card received-edges">
        {windows.length > 0 && (
          <Edge kind="sealed" label={afterText.codes}>
            {afterText.codesBody}
          </Edge>
        )}
        {password && (
          <Edge kind="courtesy" label={afterText.password}>
            {afterText.passwordBody(owner)}
          </Edge>
        )}
        {backupCodes.length > 0 && (
          <Edge kind="courtesy" label={afterText.backup}>
            {afterText.backupBody(owner)}
          </Edge>
        )}
        {nothing && (
          <Edge kind="courtesy" label={afterText.listing}>
            {afterText.listingBody}
          </Edge>
        )}
      </div>
    </>
  );
}
