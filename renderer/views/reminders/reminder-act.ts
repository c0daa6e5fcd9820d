import type { Reminder } from '../../../shared/contracts/engine/reminders.ts';
import { assertNever } from '../../../shared/errors.ts';
import { reminderName, reminderSentence, remindersText as text } from '../../../shared/text/reminders.ts';
import type { IconName } from '../../components/icon.tsx';
import { plainLine } from '../../lib/plain-text.ts';
import type { Route } from '../../lib/route.ts';

/** What a reminder leads to: a place, or a loan whose run is to be started. */
export type ReminderAct = { readonly label: string; readonly to: Route } | { readonly label: string; readonly start: string };

/** What a reminder is about, in a sentence; what others named themselves and their accounts shows nothing but what is read. */
export function sentenceOf(reminder: Reminder): string {
  return plainLine(reminderSentence(reminder));
}

/** As {@link sentenceOf}, with the username of its account: what its buttons are called, where no second line can say it. */
export function nameOf(reminder: Reminder): string {
  return plainLine(reminderName(reminder));
}

/** The one act of a reminder; null when what it is about is not there any more. */
export function actOf({ kind, of, account, centre, run }: Reminder): ReminderAct | null {
  const open = (to: Route): ReminderAct => ({ label: text.open, to });
  switch (kind) {
    case 'loan_ending':
      return of === null ? null : open({ view: 'grant', id: of });
    case 'loan_over':
      if (run !== null) return { label: text.goOn, to: { view: 'runs', run } };
      return of === null ? null : { label: text.takeBack, start: of };
    case 'received_ending':
      return account === null ? null : open({ view: 'received', received: account.id, open: true });
    case 'member_ending':
    case 'member_over':
      return centre === null ? null : open({ view: 'business', centre: centre.id, open: true });
    case 'ad_code_ending':
      return open({ view: 'business', centre: null, tab: 'codes' });
    case 'appointment':
      return run === null ? null : open({ view: 'runs', run });
    case 'review_due':
      return { label: text.review, to: { view: 'review' } };
    case 'seed_old':
      return account === null ? null : open({ view: 'accounts', client: 'all', account: account.id, open: true });
    case 'sheet_untested':
      return { label: text.test, to: { view: 'settings', page: 'passphrase', open: true } };
    default:
      return assertNever(kind);
  }
}

/** The mark of a reminder that is about no account. */
export function iconOf({ kind }: Reminder): IconName {
  if (kind === 'review_due') return 'review';
  return kind === 'sheet_untested' ? 'file' : 'people';
}
