import { isBuilt } from '../../app/places.ts';
import { inboxText } from '../../../shared/text/inbox.ts';
import { accountsText } from '../../../shared/text/accounts.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState, Way } from '../../components/empty-state.tsx';
import { HookArt } from '../../components/key-mark.tsx';
import { runCommand } from '../../lib/commands.ts';
import { type AccountsRoute, go } from '../../lib/route.ts';

/** A vault, a client or a trash without accounts: what belongs here and the way to begin. */
export function NoAccount({ route }: { readonly route: AccountsRoute }) {
  if (route.trashed) {
    return (
      <EmptyState
        title={accountsText.trashEmpty}
        action={
          <Button data-autofocus onClick={() => go({ view: 'accounts', client: 'all', account: null })}>
            {accountsText.toAll}
          </Button>
        }
      >
        {accountsText.trashBody}
      </EmptyState>
    );
  }
  const all = route.client === 'all';
  const state = (
    <EmptyState
      art={<HookArt />}
      title={all ? accountsText.emptyTitle : accountsText.emptyClientTitle}
      action={
        <Button variant="primary" size="large" keys="Mod+N" data-autofocus onClick={() => runCommand('newAccount')}>
          {accountsText.add}
        </Button>
      }
    >
      {all ? accountsText.emptyBody : accountsText.emptyClientBody}
    </EmptyState>
  );
  if (!all || !isBuilt('inbox')) return state;
  return (
    <div className="nothing-yet scroll">
      {state}
      <div className="ways one">
        <Way icon="paste" title={inboxText.paste} keys="Mod+V" onClick={() => runCommand('pasteMessage')}>
          {accountsText.pasteWay}
        </Way>
      </div>
    </div>
  );
}
