import { centreText, whoseText } from '../../../shared/text/business.ts';
import { capital } from '../../lib/capital.ts';
import { ClientTag } from '../../components/client-tag.tsx';
import { Field, Fields } from '../../components/field.tsx';
import { plainLine } from '../../lib/plain-text.ts';
import { useAsk } from '../../lib/query.ts';
import type { Centre } from './centre.ts';
import { CopyNumber } from './copy-number.tsx';

/** The number others find it by, whose it is, for which client, and what was noted. */
export function CentreFacts({ centre: { row, notes } }: { readonly centre: Centre }) {
  const client = useAsk('clients.list', {}).data?.clients.find(({ id }) => id === row.client);
  return (
    <Fields>
      {row.number !== null && (
        <Field name={centreText.number} acts={<CopyNumber of={row.id} value={row.number} name={row.name} />}>
          <span className="mono">{row.number}</span>
        </Field>
      )}
      <Field name={centreText.whose}>{capital(plainLine(whoseText(row)))}</Field>
      {client !== undefined && (
        <Field name={centreText.client}>
          <span className="row biz-client">
            <ClientTag name={client.name} colour={client.colour} />
            <span className="cut">{client.name}</span>
          </span>
        </Field>
      )}
      {notes !== null && (
        <Field name={centreText.notes} wraps>
          <span className="biz-notes">{notes}</span>
        </Field>
      )}
    </Fields>
  );
}
