import type { Book } from '../records/book.ts';
import type { Data, Entry } from '../records/shapes.ts';
import { endOf, isLive, stateOf } from './grant-state.ts';

/** Something with a last day: what someone has of ours, or we of theirs. */
export interface End {
  readonly what: 'loan' | 'received' | 'member' | 'ad_code';
  readonly id: string;
  /** Its last instant, in Unix seconds. */
  readonly at: number;
}

/** Everything that will end, and what is over while its end is still to be done: loans, and people in a business centre. In no order. */
export function comingEnds(book: Book): End[] {
  const now = book.now();
  return [
    ...book.all('grant').flatMap(({ id, data }) => grantEnd(id, data, now)),
    ...book
      .all('member')
      .flatMap(({ id, data: { state, until } }) =>
        state === 'active' && until !== undefined ? [{ what: 'member' as const, id, at: until }] : [],
      ),
    ...book
      .all('ad_code')
      .flatMap(({ id, data: { ended, until } }) =>
        ended === undefined && until > now ? [{ what: 'ad_code' as const, id, at: until }] : [],
      ),
  ];
}

function grantEnd(id: string, grant: Data<'grant'>, now: number): End[] {
  const what = grant.side === 'given' ? 'loan' : 'received';
  if (isLive(grant, now) && (what === 'loan' || grant.opened !== undefined)) return [{ what, id, at: endOf(grant) }];
  return what === 'loan' && stateOf(grant, now) === 'ended' ? [{ what, id, at: endOf(grant) }] : [];
}

/** Sign-in appointments that are not over. */
export function comingAppointments(book: Book): { id: string; run: Data<'run'>; at: Appointment }[] {
  const now = book.now();
  const isComing = ({ from, minutes }: Appointment): boolean => from + minutes * 60 > now;
  return book.all('run').flatMap(({ id, data }: Entry<'run'>) => {
    const { appointment, finished, account } = data;
    if (appointment === undefined || finished !== undefined || !isComing(appointment)) return [];
    return book.get('account', account ?? '') === null ? [] : [{ id, run: data, at: appointment }];
  });
}

type Appointment = NonNullable<Data<'run'>['appointment']>;
