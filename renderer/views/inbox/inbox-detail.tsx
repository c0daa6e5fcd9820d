import { assertNever } from '../../../shared/errors.ts';
import { errorText } from '../../../shared/text/errors.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { useAsk } from '../../lib/query.ts';
import { CardItem } from './card-item.tsx';
import { ChangedItem } from './changed-item.tsx';
import { CodeRequestItem } from './code-request-item.tsx';
import { HandoffItem } from './handoff-item.tsx';
import { PlainItem } from './plain-item.tsx';
import { RefusalItem } from './refusal-item.tsx';
import { RequestItem } from './request-item.tsx';
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
      return <RefusalItem item={item} />;
    case 'request':
      return item.request === null ? <PlainItem item={item} /> : <RequestItem item={item} id={item.request} />;
    case 'code_request':
      return item.codeRequest === null ? <PlainItem item={item} /> : <CodeRequestItem item={item} id={item.codeRequest} />;
    case 'code':
    case 'pass':
    case 'revoke':
      return <ChangedItem item={item} />;
    default:
      return assertNever(item.row.kind);
  }
}
