import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import { accountText } from '../../../shared/text/accounts.ts';
import { formatDay } from '../../../shared/text/dates.ts';
import { Caption } from '../../components/card.tsx';
import { Fields } from '../../components/field.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import type { Reveal } from '../../lib/reveal.ts';
import { SecretRow } from './secret-row.tsx';

/** What the notes, the backup codes and secret fields held before they were changed. */
export function EarlierSecrets({ account, reveal }: { readonly account: AccountDetail; readonly reveal: Reveal }) {
  const { id, earlier } = account;
  if (earlier.length === 0) return null;
  const now = engineNow();
  return (
    <>
      <Caption>{accountText.earlierSecrets}</Caption>
      <Fields slim>
        {earlier.map(({ id: entry, of, name, replaced }) => {
          const what = of === 'field' ? (name ?? '') : accountText.earlierOf[of];
          return (
            <SecretRow
              key={entry}
              account={id}
              field={`earlier/${entry}`}
              name={accountText.earlierUntil(what, accountText.until(formatDay(replaced, now)))}
              reveal={reveal}
            />
          );
        })}
      </Fields>
    </>
  );
}
