import { assertNever } from '../../../shared/errors.ts';
import { errorText } from '../../../shared/text/errors.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { useAsk } from '../../lib/query.ts';
import { CardItem } from './card-item.tsx';
import { HandoffItem } from './handoff-item.tsx';
import { PlainItem } from './plain-item.tsx';
import { ReceiptItem } from './receipt-item.tsx';

/** One thing that came in. */
export function InboxDetail({ id }: { readonly id: string }) {
  const { data: item, failure } = useAsk('inbox.get', { id });
  if (failure !== null) {
    const { what, todo } = errorText(failure.code, failure.facts);
    return <EmptyState title={what}>{todo}</EmptyState>;
  }
  if (item === undefined) return null;
  switch (item.row.kind) {
    case 'card':
      return <CardItem item={item} />;
    case 'handoff':
      return item.handoff === null ? <PlainItem item={item} /> : <HandoffItem item={item} handoff={item.handoff} />;
    case 'receipt':
      return <ReceiptItem item={item} />;
    case 'refusal':
    case 'request':
    case 'code_request':
    case 'code':
    case 'revoke':
    case 'pass':
      return <PlainItem item={item} />;
    default:
      return assertNever(item.row.kind);
  }
}
