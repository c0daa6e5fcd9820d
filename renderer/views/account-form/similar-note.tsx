import { useDeferredValue } from 'react';
import { similarText } from '../../../shared/text/account-list.ts';
import { useAsk } from '../../lib/query.ts';
import { go } from '../../lib/route.ts';
import type { AccountDraft } from './account-draft.ts';

/** Says that an account like the one being written is there already, with the way to it; nothing while there is none. */
export function SimilarNote({ draft }: { readonly draft: AccountDraft }) {
  const { id, client, platform, title, username } = useDeferredValue(draft);
  const known = useAsk('accounts.similar', {
    ...(id === null ? {} : { id }),
    ...{ client, platform, title: title.trim(), username: username.trim() },
  });
  const accounts = known.data?.accounts ?? [];
  return (
    <div className="similar-note" role="status">
      {accounts.length > 0 && (
        <p className="hint warn">
          {similarText.known}
          {accounts.map((one) => (
            <button
              key={one.id}
              type="button"
              className="link"
              onClick={() => go({ view: 'accounts', client: 'all', account: one.id, open: true })}
            >
              {similarText.open(one.username === null ? one.title : `${one.title} (${one.username})`)}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}
