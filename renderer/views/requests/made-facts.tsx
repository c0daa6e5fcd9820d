import type { RequestDetail } from '../../../shared/contracts/engine/requests.ts';
import { formatDay, formatDayTime } from '../../../shared/text/dates.ts';
import { askedOf, askedText } from '../../../shared/text/requests.ts';
import { Field, Fields } from '../../components/field.tsx';
import { plainLine } from '../../lib/plain-text.ts';
import { usePlatforms } from '../../lib/platforms.ts';
import { ReceivedText } from '../inbox/received-text.tsx';

export type MadeFactsProps = { readonly request: RequestDetail; readonly now: number };

/** What was asked for, as it was sent. */
export function MadeFacts({ request: { row, why, device, ids }, now }: MadeFactsProps) {
  const platforms = usePlatforms();
  const asked = plainLine(askedOf(row));
  return (
    <Fields slim>
      <Field name={askedText.to}>{row.person === null && row.addressee !== null ? askedText.meant(asked) : asked}</Field>
      <Field name={askedText.platform}>{plainLine(platforms.name(row.platform))}</Field>
      <Field name={askedText.role} wraps>
        <ReceivedText>{row.role}</ReceivedText>
      </Field>
      <Field name={askedText.why} wraps>
        <ReceivedText lines>{why}</ReceivedText>
      </Field>
      <Field name={askedText.until}>{formatDay(row.until - 1, now)}</Field>
      {device !== null && (
        <Field name={askedText.device} wraps>
          <ReceivedText>{device}</ReceivedText>
        </Field>
      )}
      {ids.map(({ name, value }) => (
        <Field key={`${name}\n${value}`} name={plainLine(name)} wraps>
          <ReceivedText>{value}</ReceivedText>
        </Field>
      ))}
      <Field name={askedText.made}>{formatDayTime(row.made, now)}</Field>
    </Fields>
  );
}
