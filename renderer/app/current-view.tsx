import { assertNever } from '../../shared/errors.ts';
import type { Route } from '../lib/route.ts';
import { AccountsView } from '../views/accounts/accounts-view.tsx';
import { AccountForm } from '../views/account-form/account-form.tsx';
import { FactorIntake } from '../views/account-form/factor-intake.tsx';
import { BusinessView } from '../views/business/business-view.tsx';
import { CopyView } from '../views/copy/copy-view.tsx';
import { GrantView } from '../views/grants/grant-view.tsx';
import { HandoffView } from '../views/handoff/handoff-view.tsx';
import { InboxView } from '../views/inbox/inbox-view.tsx';
import { LedgerView } from '../views/ledger/ledger-view.tsx';
import { LogView } from '../views/log/log-view.tsx';
import { PeopleView } from '../views/people/people-view.tsx';
import { ReceivedView } from '../views/received/received-view.tsx';
import { AskView } from '../views/requests/ask-view.tsx';
import { RequestsView } from '../views/requests/requests-view.tsx';
import { RemindersView } from '../views/reminders/reminders-view.tsx';
import { ReviewView } from '../views/review/review-view.tsx';
import { RunsView } from '../views/runs/runs-view.tsx';
import { SettingsView } from '../views/settings/settings-view.tsx';

/** The view of a route. A place whose view is not there yet is in no rail and no button leads to it. */
export function CurrentView({ route }: { readonly route: Route }) {
  switch (route.view) {
    case 'accounts':
      return <AccountsView route={route} />;
    case 'edit':
      return <AccountForm key={route.account ?? 'new'} route={route} />;
    case 'factor':
      return <FactorIntake key={route.account} account={route.account} />;
    case 'people':
      return <PeopleView route={route} />;
    case 'ledger':
      return <LedgerView route={route} />;
    case 'received':
      return <ReceivedView route={route} />;
    case 'runs':
      return <RunsView route={route} />;
    case 'settings':
      return <SettingsView route={route} />;
    case 'copy':
      return <CopyView key={route.backup ?? 'file'} route={route} />;
    case 'handoff':
      return <HandoffView key={`${route.account}/${route.request}`} route={route} />;
    case 'ask':
      return <AskView key={route.contact} route={route} />;
    case 'requests':
      return <RequestsView route={route} />;
    case 'reminders':
      return <RemindersView />;
    case 'review':
      return <ReviewView />;
    case 'business':
      return <BusinessView route={route} />;
    case 'log':
      return <LogView route={route} />;
    case 'grant':
      return <GrantView key={`${route.id}/${route.act ?? ''}`} route={route} />;
    case 'inbox':
      return <InboxView route={route} />;
    default:
      return assertNever(route);
  }
}
