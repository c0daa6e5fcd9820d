import type { InboxRow } from '../../../shared/contracts/engine/inbox.ts';
import type { SandboxBeside, SandboxLoan, SandboxSide } from '../../../shared/contracts/engine/sandbox.ts';
import { SANDBOX_NEWS, type SandboxNews } from '../../../shared/sandbox-news.ts';
import { endOf, isLive, stateOf } from '../../core/access/grant-state.ts';
import { namedAccount } from '../../core/accounts/named-account.ts';
import type { Data, Entry } from '../../core/records/shapes.ts';
import type { Session } from '../session.ts';

/** Rows of each part: a look across, not a second window. */
const LETTERS = 4;
const WAITING = 3;
const LOANS = 4;
const NEWS = 3;
/** Entries of the log looked through for news. */
const RECENT = 100;

/** The sandbox's two sides by who is shown. */
export interface TwoSides {
  readonly owner: Session;
  readonly freelancer: Session;
  readonly who: SandboxSide;
}

/** Which side is not shown. */
export const OTHER = { owner: 'freelancer', freelancer: 'owner' } as const satisfies Record<SandboxSide, SandboxSide>;

/** What the one who is not shown has before them. SECURITY: it reads facts that lists and the log show; nothing sealed is opened for it. */
export function besideOf(two: TwoSides): SandboxBeside {
  const who = OTHER[two.who];
  const session = two[who];
  const accounts = session.book.all('account').filter(({ data }) => data.trashed === undefined).length;
  const onTheWay = [...lettersOf(two, two.who), ...lettersOf(two, who)].toSorted((a, b) => b.at - a.at).slice(0, LETTERS);
  return {
    who,
    name: session.me.name,
    onTheWay,
    waiting: waitingOf(session),
    accounts,
    loans: loansOf(session),
    news: newsOf(session),
  };
}

/** Messages of one side that still hold and that the other has not read, by whatever way: its own record of what it read tells. */
function lettersOf(two: TwoSides, from: SandboxSide): SandboxBeside['onTheWay'] {
  const [sender, reader] = [two[from], two[OTHER[from]]];
  const [ours, theirs] = [sender.me.card().fp, reader.me.card().fp];
  const read = new Set(reader.book.all('seen').flatMap(({ data }) => (data.from === ours ? [data.message] : [])));
  const now = sender.book.now();
  return sender.book
    .all('sent')
    .filter(({ id, data }) => data.to.includes(theirs) && data.exp > now && data.bytes !== undefined && !read.has(id))
    .map(({ id, data }) => ({ message: id, from, kind: kindOf(data), about: aboutOf(sender, data.grant), at: data.iat }));
}

/** What a message of ours is, as the inbox calls it on the other side. */
function kindOf({ kind, grant }: Data<'sent'>): InboxRow['kind'] {
  switch (kind) {
    case 1:
      // An answer that gives nothing belongs to no grant.
      return grant === undefined ? 'refusal' : 'handoff';
    case 3:
      return 'code_request';
    case 4:
      return 'code';
    case 5:
      return 'receipt';
    case 6:
      return 'revoke';
    case 7:
      return 'pass';
    default:
      return 'request';
  }
}

function aboutOf({ book }: Session, grant: string | undefined): string | null {
  const first = grant === undefined ? undefined : book.get('grant', grant)?.accounts[0];
  return first === undefined ? null : (namedAccount(book, first)?.title ?? book.get('received', first)?.title ?? null);
}

function waitingOf({ book, inbox }: Session): SandboxBeside['waiting'] {
  const total = book.all('arrived').filter(({ data }) => data.waiting).length;
  const rows = inbox.list({ offset: 0, limit: WAITING }).rows.filter(({ waiting }) => waiting);
  return { total, rows: rows.map(({ id, kind, about, at }) => ({ item: id, kind, about, at })) };
}

function loansOf(session: Session): SandboxBeside['loans'] {
  const { book } = session;
  const now = book.now();
  const all = book
    .all('grant')
    .filter(({ data }) => data.side === 'given' || data.opened !== undefined)
    .toSorted((a, b) => Number(isLive(b.data, now)) - Number(isLive(a.data, now)) || b.data.made - a.data.made);
  return { total: all.length, rows: all.slice(0, LOANS).flatMap((entry) => loanOf(session, entry) ?? []) };
}

function loanOf({ book, contacts, grants }: Session, entry: Entry<'grant'>): SandboxLoan | null {
  const { data } = entry;
  const now = book.now();
  const first = data.accounts[0] ?? '';
  const account = data.side === 'given' ? namedAccount(book, first) : book.get('received', first);
  const state = stateOf(data, now);
  if (account === null || state === 'requested') return null;
  const isRunning = isLive(data, now);
  const isEarly = data.ended !== undefined && data.ended < data.until && data.revoked === undefined;
  return {
    side: data.side,
    platform: account.platform,
    title: account.title,
    person: contacts.ref(data.contact).name,
    state: state === 'ended' && data.side === 'received' && isEarly ? 'given_back' : state,
    from: data.from,
    until: endOf(data),
    exposed: data.side === 'given' && !isRunning && grants.row(entry).exposed,
    codes: isRunning && state !== 'offered' ? codesAt(data.windows, now) : null,
  };
}

function codesAt(windows: Data<'grant'>['windows'], now: number): SandboxLoan['codes'] {
  const open = windows.find(({ from, until }) => from <= now && now < until);
  if (open !== undefined) return { open: true, at: open.until };
  const next = windows.find(({ from }) => from > now);
  return next === undefined ? null : { open: false, at: next.from };
}

function newsOf({ log }: Session): SandboxBeside['news'] {
  const { rows } = log.list({ offset: 0, limit: RECENT });
  return rows
    .flatMap(({ n, t, what, who, about }) => (isNews(what) ? [{ n, at: t, what, who: who?.name ?? null, about }] : []))
    .slice(0, NEWS);
}

function isNews(what: string): what is SandboxNews {
  return (SANDBOX_NEWS as readonly string[]).includes(what);
}
