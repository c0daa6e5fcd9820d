import { type ReactNode, useState } from 'react';
import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import { accountText } from '../../../shared/text/accounts.ts';
import { formatDay } from '../../../shared/text/dates.ts';
import { Caption } from '../../components/card.tsx';
import { Fields } from '../../components/field.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { useFocusKept } from '../../lib/focus-lost.ts';
import type { Reveal } from '../../lib/reveal.ts';
import { EarlierKeys } from './earlier-keys.tsx';
import { type PutBack, PutBackButton, PutBackDialog } from './put-back-dialog.tsx';
import { SecretRow } from './secret-row.tsx';

export type EarlierValuesProps = { readonly account: AccountDetail; readonly reveal: Reveal };

/** What the secrets of an account were before: to be seen and copied, all but keys, and to be put back. */
export function EarlierValues({ account, reveal }: EarlierValuesProps) {
  const { id, history, earlier, earlierKeys, trashed } = account;
  const [asked, setAsked] = useState<PutBack | null>(null);
  useFocusKept(`${asked?.field}`);
  const onAsk = trashed === null ? setAsked : null;
  const until = (replaced: number): string => accountText.until(formatDay(replaced, engineNow()));
  const row = (entry: PutBack, name: string): ReactNode => (
    <SecretRow
      key={entry.field}
      account={id}
      field={entry.field}
      name={name}
      reveal={reveal}
      acts={onAsk !== null && <PutBackButton entry={entry} onAsk={onAsk} />}
    />
  );
  return (
    <>
      <Values title={accountText.earlier}>
        {history.map((one) => {
          const day = until(one.replaced);
          return row({ of: 'password', field: `history/${one.id}`, name: '', until: day }, day);
        })}
      </Values>
      <Values title={accountText.earlierSecrets}>
        {earlier.map(({ id: entry, of, name, replaced }) => {
          const [day, field] = [until(replaced), name ?? ''];
          const what = of === 'field' ? field : accountText.earlierOf[of];
          return row({ of, field: `earlier/${entry}`, name: field, until: day }, accountText.earlierUntil(what, day));
        })}
      </Values>
      <EarlierKeys account={id} keys={earlierKeys} until={until} onAsk={onAsk} />
      <PutBackDialog account={id} entry={asked} onClose={() => setAsked(null)} onDone={reveal.conceal} />
    </>
  );
}

function Values({ title, children }: { readonly title: string; readonly children: readonly ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <>
      <Caption>{title}</Caption>
      <Fields slim>{children}</Fields>
    </>
  );
}
