import type { ReactNode } from 'react';
import type { RequestDetail } from '../../../shared/contracts/engine/requests.ts';
import { quoted } from '../../../shared/text/common.ts';
import { formatEnd } from '../../../shared/text/dates.ts';
import { gotText } from '../../../shared/text/requests.ts';
import { Field, Fields } from '../../components/field.tsx';
import { Tag } from '../../components/tag.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { usePlatforms } from '../../lib/platforms.ts';
import { ReceivedText } from './received-text.tsx';

const DAY = 86_400;

export type RequestFactsProps = {
  readonly request: RequestDetail;
  /** Which account of ours is meant. */
  readonly children?: ReactNode;
};

/** What somebody asks for, in their own words: text and nothing more. */
export function RequestFacts({ request: { row, why, device, ids }, children }: RequestFactsProps) {
  const platforms = usePlatforms();
  const now = engineNow();
  const left = row.until - now;
  return (
    <Fields slim>
      <Field name={gotText.account} wraps>
        <ReceivedText>{platforms.name(row.platform)}</ReceivedText>, <ReceivedText>{row.account}</ReceivedText>
      </Field>
      {children}
      <Field name={gotText.why} wraps>
        <ReceivedText lines>{quoted(why)}</ReceivedText>
      </Field>
      <Field name={gotText.role} wraps>
        <ReceivedText>{row.role}</ReceivedText>
      </Field>
      <Field
        name={gotText.until}
        wraps
        acts={<Tag tone="calm">{left > 0 ? gotText.days(Math.ceil(left / DAY)) : gotText.past}</Tag>}
      >
        {formatEnd(row.until, now)}
      </Field>
      {device !== null && (
        <Field name={gotText.device} wraps>
          <ReceivedText>{device}</ReceivedText>
        </Field>
      )}
      {ids.map(({ name, value }) => (
        <div className="field wraps" role="group" aria-label={name} key={`${name}\n${value}`}>
          <span className="name">
            <ReceivedText>{name}</ReceivedText>
          </span>
          <span className="value">
            <ReceivedText>{value}</ReceivedText>
          </span>
        </div>
      ))}
    </Fields>
  );
}
