import type { InboxItem } from '../../../shared/contracts/engine/inbox.ts';
import { firstName } from '../../../shared/text/common.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { sealedText } from '../../../shared/text/handoff.ts';
import { inboxText } from '../../../shared/text/inbox.ts';
import { changedText as text } from '../../../shared/text/relay.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Caption } from '../../components/card.tsx';
import { Field, Fields } from '../../components/field.tsx';
import { useAct } from '../../lib/act.ts';
import { plainLine } from '../../lib/plain-text.ts';
import { go } from '../../lib/route.ts';
import { showToast } from '../../lib/toast-store.ts';
import { SealedText } from '../handoff/sealed-text.tsx';
import { ItemHead } from './item-head.tsx';
import { ReceivedText } from './received-text.tsx';
import { SenderBanner } from './sender-banner.tsx';

/** Something that changed what was lent to us: its end, codes for longer, or a code that was asked for. */
export function ChangedItem({ item }: { readonly item: InboxItem }) {
  const { row, reason, answer, received } = item;
  const name = plainLine(firstName(row.from.name));
  const { tone, icon, title, body } = saying(item, name);
  return (
    <>
      <ItemHead row={row} proof={inboxText.signedBy} />
      <div className="stack inbox-stack">
        <SenderBanner contact={row.from.contact} todo={inboxText.unverifiedTodo} />
        <Banner
          tone={tone}
          icon={icon}
          title={title}
          actions={
            received !== null && (
              <Button size="small" iconEnd="forward" onClick={() => go({ view: 'received', received, open: true })}>
                {text.toReceived}
              </Button>
            )
          }
        >
          {body}
        </Banner>
        {reason !== null && (
          <Fields>
            <Field name={inboxText.reason} wraps>
              <ReceivedText lines>{reason}</ReceivedText>
            </Field>
          </Fields>
        )}
        {answer !== null && (
          <div className="stack">
            <Caption end={row.waiting && <Sent id={row.id} />}>{text.receipt(name)}</Caption>
            <p className="small soft">{text.receiptBody(name)}</p>
            <SealedText sealed={answer} fileName={sealedText.receiptFile(row.about ?? '', name)} primary={row.waiting} />
          </div>
        )}
      </div>
    </>
  );
}

/** The receipt was sent; only the person knows that. */
function Sent({ id }: { readonly id: string }) {
  const done = useAct('inbox.done');
  const put = async (): Promise<void> => {
    const reply = await done.run({ id });
    if (!reply.ok && reply.code !== 'busy') showToast({ text: errorLine(reply.code, reply.facts) });
  };
  return (
    <Button size="small" icon="check" busy={done.busy ? text.sent : null} onClick={() => void put()}>
      {text.sent}
    </Button>
  );
}

function saying({ row, received }: InboxItem, name: string) {
  switch (row.kind) {
    case 'revoke':
      return { tone: 'look', icon: 'lent', title: text.revoked(name), body: text.revokedBody } as const;
    case 'pass':
      return received === null
        ? ({ tone: 'look', icon: 'clock', title: text.passDead, body: text.passDeadBody } as const)
        : ({ tone: 'sealed', icon: 'check', title: text.pass, body: text.passBody(name) } as const);
    default:
      return { tone: 'sealed', icon: 'check', title: text.code, body: text.codeBody } as const;
  }
}
