import type { SandboxLoan } from '../contracts/engine/sandbox.ts';
import type { InboxRow } from '../contracts/engine/inbox.ts';
import type { SandboxNews } from '../sandbox-news.ts';
import { firstName } from './common.ts';
import { formatDay, formatDayTime, formatDuration, formatEnd, formatTime, sameDay } from './dates.ts';
import { inLanguage } from './language.ts';

/** A sealed message by what it is, as something that lies on a desk: `Handoff of Harbour TikTok`. */
export const letterName = inLanguage('sandbox-beside.letterName', (kind: InboxRow['kind'], about: string | null): string => {
  const of = about === null ? '' : ` of ${about}`;
  const names: Readonly<Record<InboxRow['kind'], string>> = {
    card: 'Card',
    handoff: `Handoff${of}`,
    refusal: 'A no to a request',
    request: about === null ? 'Request to borrow' : `Request for ${about}`,
    code_request: `Request for a code${of}`,
    code: `Code${of}`,
    receipt: about === null ? 'Receipt' : `Receipt for ${about}`,
    revoke: about === null ? 'End of a loan' : `End of ${about}`,
    pass: `New codes${of}`,
  };
  return names[kind];
});

/** The last day of a loan and what is left of it, or how it went: `until Fri 4 Dec, 9 days left`. */
export const loanState = inLanguage(
  'sandbox-beside.loanState',
  ({ state, until, exposed }: Pick<SandboxLoan, 'state' | 'until' | 'exposed'>, now: number): string => {
    switch (state) {
      case 'offered':
        return `not taken up yet, until ${formatEnd(until, now)}`;
      case 'active':
        return `until ${formatEnd(until, now)}, ${formatDuration(until - now)} left`;
      case 'ending':
        return `ends ${formatEnd(until, now)}, ${formatDuration(until - now)} left`;
      case 'ended':
        return exposed ? `ended ${formatDay(until - 1, now)}, still exposed` : `ended ${formatDay(until - 1, now)}`;
      case 'given_back':
        return `given back ${formatDay(until, now)}`;
      case 'refused':
        return exposed ? `declined ${formatDay(until, now)}, still exposed` : `declined ${formatDay(until, now)}`;
      case 'closed':
        return 'closed';
    }
  },
);

/** Who the other person of a loan is. */
export const loanPerson = inLanguage(
  'sandbox-beside.loanPerson',
  ({ side, person }: Pick<SandboxLoan, 'side' | 'person'>): string =>
    side === 'given' ? `lent to ${firstName(person)}` : `lent by ${firstName(person)}`,
);

/** When codes are there: `codes now, until 11:00`, `codes from Thu 26 Nov, 9:00`. */
export const loanCodes = inLanguage(
  'sandbox-beside.loanCodes',
  ({ open, at }: NonNullable<SandboxLoan['codes']>, now: number): string => {
    const when = sameDay(at, now) ? formatTime(at) : formatDayTime(at, now);
    return open ? `codes now, until ${when}` : `codes from ${when}`;
  },
);

type Sentence = (me: string, who: string, about: string) => string;

const sentences: Readonly<Record<SandboxNews, Sentence>> = {
  'password-changed': (me, _, about) => `${me} changed the password of ${about}`,
  'handoff-sealed': (me, who, about) => `${me} sealed a handoff of ${about} for ${who}`,
  'handoff-read': (me, who, about) => `A handoff of ${about} from ${who} reached ${me}`,
  'handoff-accepted': (me, who, about) => `${me} took up ${about}, lent by ${who}`,
  'handoff-declined': (me, who, about) => `${me} declined ${about} from ${who}`,
  'received-password-used': (me, _, about) => `${me} used the password of ${about}`,
  'received-code-shown': (me, _, about) => `${me} looked at a code of ${about}`,
  'given-back': (me, who, about) => `${me} gave ${about} back to ${who}`,
  'receipt-opened': (me, who, about) => `A receipt told ${me} that ${who} opened ${about}`,
  'receipt-declined': (me, who, about) => `A receipt told ${me} that ${who} declined ${about}`,
  'receipt-purged': (me, who, about) => `A receipt told ${me} that ${who} gave ${about} back`,
  'receipt-expired': (me, who, about) => `A receipt told ${me} that ${about} is over at ${who}’s`,
  'request-made': (me, who, about) => `${me} asked ${who} for ${about}`,
  'request-read': (me, who, about) => `A request of ${who} for ${about} reached ${me}`,
  'request-refused': (me, who, about) => `${me} said no to ${who} about ${about}`,
  'refusal-read': (me, who, about) => `${me} read that ${who} said no to ${about}`,
  'code-asked': (me, who, about) => `${me} asked ${who} for a code of ${about}`,
  'code-request-read': (me, who, about) => `A request of ${who} for a code of ${about} reached ${me}`,
  'code-sent': (me, who, about) => `${me} sealed a few minutes of codes of ${about} for ${who}`,
  'code-typed-sent': (me, who, about) => `${me} sealed a code of ${about} for ${who}`,
  'code-denied': (me, who, about) => `${me} refused ${who} a code of ${about}`,
  'code-read': (me, who, about) => `A code of ${about} from ${who} reached ${me}`,
  'grant-extended': (me, who, about) => `${me} extended ${about} for ${who}`,
  'grant-reduced': (me, who, about) => `${me} lowered ${about} for ${who}`,
  'secret-sent-anew': (me, who, about) => `${me} sealed the new secret of ${about} for ${who}`,
  'pass-sealed': (me, who, about) => `${me} sealed new codes of ${about} for ${who}`,
  'pass-read': (me, who, about) => `New codes of ${about} from ${who} reached ${me}`,
  'grant-ended-early': (me, who, about) => `${me} ended ${about} for ${who}`,
  'grant-ended': (_, who, about) => `The last day of ${about} for ${who} was over`,
  'grant-closed': (me, who, about) => `${me} closed ${about} for ${who}`,
  'revoke-sealed': (me, who, about) => `${me} sealed the end of ${about} for ${who}`,
  'revoke-read': (me, who, about) => `${me} read that ${who} ended ${about}`,
  'received-purged': (me, _, about) => `The secrets of ${about} left ${me}’s vault`,
};

/** What happened on the side of `me`, told to the other; names are whole ones, null where there is none. */
export const newsSentence = inLanguage(
  'sandbox-beside.newsSentence',
  (news: { readonly what: SandboxNews; readonly who: string | null; readonly about: string | null }, me: string): string =>
    sentences[news.what](
      firstName(me),
      news.who === null ? 'someone' : firstName(news.who),
      news.about ?? 'something removed since',
    ),
);
