import type { GrantDetail } from '../../../shared/contracts/engine/grants.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { grantText as text } from '../../../shared/text/grant-life.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { useAct } from '../../lib/act.ts';
import { showToast } from '../../lib/toast-store.ts';

export type RequestsCardProps = { readonly grant: GrantDetail; readonly name: string };

/** Whether requests for codes under a grant are shown, and the switch for it. */
export function RequestsCard({ grant: { row, muted }, name }: RequestsCardProps) {
  const mute = useAct('relay.mute');
  const unmute = useAct('relay.unmute');
  const readOnly = useWhyReadOnly();
  const act = muted ? unmute : mute;
  const turn = async (): Promise<void> => {
    const reply = await act.run({ grant: row.id });
    if (!reply.ok && reply.code !== 'busy') showToast({ text: errorLine(reply.code, reply.facts) });
  };
  return (
    <Card
      caption={text.requests}
      captionEnd={
        <Button
          size="small"
          variant="quiet"
          icon="bell"
          why={readOnly}
          busy={act.busy ? (muted ? text.unmute : text.mute) : null}
          onClick={() => void turn()}
        >
          {muted ? text.unmute : text.mute}
        </Button>
      }
      pad
    >
      <p className="small soft" role="status">
        {muted ? (
          <>
            <b>{text.muted(name)}</b> {text.mutedBody}
          </>
        ) : (
          text.heard(name)
        )}
      </p>
    </Card>
  );
}
