import type { Session } from '../../main/engine/session.ts';
import type { Data } from '../../main/core/records/shapes.ts';
import { isRefused } from '../../shared/errors.ts';

/** How much a large vault of loans holds. */
export interface LedgerSizes {
  readonly accounts: number;
  readonly grants: number;
  readonly events: number;
}

/** Ids of such a vault, and how many of its given loans should stand where. */
export interface LedgerVault {
  readonly clients: readonly string[];
  readonly people: readonly string[];
  readonly accounts: readonly string[];
  readonly grants: readonly string[];
  readonly states: { readonly exposed: number; readonly ended: number; readonly active: number; readonly closed: number };
}

const DAY = 86_400;
const BATCH = 1000;
const CLIENTS = 40;
const PEOPLE = 200;

/** Puts records of many loans straight into a vault, in batches; every fifth is exposed, ended, live, live, closed. */
export async function layLoans(session: Session, sizes: LedgerSizes): Promise<LedgerVault> {
  const { book } = session;
  const now = book.now();
  const ids = (count: number): string[] => Array.from({ length: count }, () => book.newId());
  const clients = ids(CLIENTS);
  const people = ids(PEOPLE);
  const accounts = ids(sizes.accounts);
  const grants = ids(sizes.grants);
  const pick = (from: readonly string[], at: number): string => from[at % from.length] ?? '';
  const states = { exposed: 0, ended: 0, active: 0, closed: 0 };
  await inBatches(session, CLIENTS, (draft, at) =>
    draft.put('client', pick(clients, at), { name: `Client ${at}`, colour: (at % 8) + 1, archived: false }),
  );
  const card = session.me.view().card;
  await inBatches(session, PEOPLE, (draft, at) =>
    draft.put('contact', pick(people, at), {
      ...{ name: `Person ${at}`, card: card.slice(0, 200), fp: String(at).padEnd(43, 'A'), state: 'verified', made: now },
      ...(at % 2 === 0 ? { zone: 'America/New_York' } : {}),
    }),
  );
  await inBatches(session, sizes.accounts, (draft, at) =>
    draft.put('account', pick(accounts, at), {
      ...{ client: pick(clients, at), platform: 'instagram', kind: 'personal', title: `Account ${at}`, username: `@name${at}` },
      ...{ tags: [], made: now, changed: now, factors: [], backup_codes: [], fields: [], history: [] },
      versions: { password: 1, notes: 0, candidate: 0, backup: 0 },
    }),
  );
  await inBatches(session, sizes.grants, (draft, at) => {
    const kind = (['exposed', 'ended', 'active', 'active', 'closed'] as const)[at % 5] ?? 'active';
    states[kind]++;
    const over = kind !== 'active';
    const until = over ? now - (at % 300) * DAY - 1 : now + (at % 300) * DAY + 10 * DAY;
    const grant: Data<'grant'> = {
      ...{ side: 'given', grant: pick(grants, at), contact: pick(people, at), accounts: [pick(accounts, at)], live_codes: [] },
      ...{ what: ['password', 'codes'], rules: [], made: now, from: until - 30 * DAY, until, zone: 'Europe/Berlin' },
      ...{ windows: [{ from: until - 20 * DAY, until: until - 10 * DAY }], codes: 100, last_iat: now, opened: now, receipts: [] },
      ...(kind === 'closed' ? { closed: until + 1 } : {}),
    };
    draft.put('grant', pick(grants, at), grant);
    const shown = { account: pick(accounts, at), contact: pick(people, at), grant: pick(grants, at) };
    draft.put('exposure', book.newId(), {
      ...{ ...shown, secret: 'password', ver: 1, at: until - 30 * DAY },
      ...(kind === 'ended' || kind === 'closed' ? { ended: until } : {}),
    });
  });
  await inBatches(session, sizes.events, (draft, at) =>
    draft.note('password-copied', { ref: at % 2 === 0 ? pick(accounts, at / 2) : pick(grants, at) }),
  );
  return { clients, people, accounts, grants, states };
}

type Draft = Parameters<Parameters<Session['book']['change']>[0]>[0];

async function inBatches(session: Session, count: number, each: (draft: Draft, at: number) => void): Promise<void> {
  for (let from = 0; from < count; from += BATCH) {
    const put = await session.book.change((draft) => {
      for (let at = from; at < Math.min(count, from + BATCH); at++) each(draft, at);
      return {};
    });
    if (isRefused(put)) throw new Error(put.refused);
  }
}
