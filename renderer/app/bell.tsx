import { remindersText } from '../../shared/text/reminders.ts';
import { IconButton } from '../components/icon-button.tsx';
import { go, useRoute } from '../lib/route.ts';
import { useDay } from '../views/ledger/use-day.ts';

/** The way to the reminders, at the end of every bar; a dot tells that something is due. */
export function Bell({ due }: { readonly due: number }) {
  const { view } = useRoute();
  const here = view === 'reminders';
  // What falls due as a day begins is written nowhere.
  useDay('vault.state');
  return (
    <span className="bell" data-due={due > 0 || undefined}>
      <IconButton
        icon="bell"
        label={remindersText.bell(due)}
        aria-current={here ? 'page' : undefined}
        onClick={() => {
          if (!here) go({ view: 'reminders' });
        }}
      />
    </span>
  );
}
