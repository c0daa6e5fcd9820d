import type { AccountDetail, ClientRow, LogEvent, PendingKey } from '../../../shared/contracts/engine/accounts.ts';
import type { GrantDetail, ReceivedDetail } from '../../../shared/contracts/engine/grants.ts';
import type { InboxItem, Sealed } from '../../../shared/contracts/engine/inbox.ts';
import type { Contact } from '../../../shared/contracts/engine/people.ts';
import type { Device } from '../../../shared/contracts/engine/devices.ts';
import type { RunDetail } from '../../../shared/contracts/engine/runs.ts';
import type { CodeRequestDetail } from '../../../shared/contracts/engine/relay.ts';
import type { Reminder } from '../../../shared/contracts/engine/reminders.ts';
import type { RequestDetail } from '../../../shared/contracts/engine/requests.ts';
import type { Health } from '../../../shared/contracts/engine/safety.ts';
import type { Topic } from '../../../shared/topics.ts';
import type { ErrorCode } from '../../../shared/errors.ts';
import type { FakeBusiness } from './fake-business.ts';
import type { FakeSandbox } from './fake-sandbox.ts';
import type { FakeSafety } from './fake-safety.ts';
import type { FakeLogProof } from './fake-log-proof.ts';
import type { FakePlatforms } from './fake-platforms.ts';

/** Secrets of one account, by the names the contract uses for fields. */
export type FakeSecrets = Record<string, string>;

/** A vault held in memory for the tests of the page; nothing in it is real. */
export interface FakeState {
  /** Seconds added to the system clock. */
  offset: number;
  vaults: { vault: string; name: string; folder: string; lastOpened: number | null; present: boolean; remembered: boolean }[];
  password: string;
  name: string;
  open: boolean;
  read: 'clean' | 'repaired' | 'damaged';
  readOnly: string | null;
  /** Why the file does not open, whatever is typed; null when it does. */
  openFails: ErrorCode | null;
  anchor: Health['anchor'];
  sandbox: FakeSandbox | null;
  /** The file, its backups and its keys. */
  safety: FakeSafety;
  clients: Omit<ClientRow, 'accounts'>[];
  accounts: AccountDetail[];
  /** Clients removed, with the accounts they had. */
  removed: Record<string, { client: Omit<ClientRow, 'accounts'>; accounts: string[] }>;
  /** Ids of pinned accounts in their order. */
  pins: string[];
  /** Ids in the order of last use. */
  used: string[];
  secrets: Record<string, FakeSecrets>;
  pending: Record<string, { code: string } & Omit<PendingKey, 'pending' | 'issuer' | 'label'>>;
  /** Pictures sent in, as base64 of the texts that stand for their codes, and those that dialogs and drops give, the last of them again and again. */
  pictures: Record<string, string>;
  chosenPictures: string[];
  transfer: { id: string | null; have: number[]; found: PendingKey[] };
  people: Contact[];
  words: Record<string, string>;
  inbox: InboxItem[];
  grants: GrantDetail[];
  received: ReceivedDetail[];
  runs: RunDetail[];
  devices: Device[];
  /** Grants whose password was changed since it was sent. */
  outdated: Set<string>;
  /** Accounts whose password is not judged now. */
  notJudged: Set<string>;
  sealed: Sealed[];
  requests: RequestDetail[];
  business: FakeBusiness;
  codeRequests: CodeRequestDetail[];
  /** By received item, what came in answer: a typed code, or null for codes that run. */
  relayed: Record<string, { code: string | null; until: number }>;
  /** All of them, those put off among them. */
  reminders: Reminder[];
  log: LogEvent[];
  /** What others hold of the log, and what a check of a file finds. */
  proof: FakeLogProof;
  /** Platforms added, and where accounts have steps. */
  platforms: FakePlatforms;
  /** Calls in their order, for assertions; secrets are not recorded. */
  calls: string[];
  now(): number;
  changed(...topics: Topic[]): void;
}

let last = 0;

/** A fresh id of the contract's shape. */
export function fakeId(prefix = 'id'): string {
  return `${prefix}${String(++last).padStart(4, '0')}`.padEnd(22, 'A').slice(0, 22);
}

/** An id that is the same in every run. */
export function steadyId(name: string): string {
  return name
    .replace(/[^A-Za-z0-9_-]/g, '')
    .padEnd(22, '_')
    .slice(0, 22);
}

/** The one with this id, or the contract's refusal. */
export function byId<T extends { id: string }>(all: readonly T[], id: string): T | { refused: 'not_found' } {
  return all.find((one) => one.id === id) ?? { refused: 'not_found' };
}

/** A made-up code that changes with each step. */
export function fakeCode(seed: string, step: number, digits = 6): string {
  let n = 7;
  for (const unit of `${seed}${step}`) n = (n * 31 + unit.charCodeAt(0)) % 1_000_003;
  return String((n * 7919) % 10 ** digits).padStart(digits, '0');
}

/** The live code of a made-up seed at an instant. */
export function fakeLive(seed: string, now: number, digits = 6, period = 30) {
  const step = Math.floor(now / period);
  const until = (step + 1) * period;
  const soon = until - now <= 5;
  return {
    code: fakeCode(seed, step, digits),
    from: step * period,
    until,
    period,
    next: soon ? fakeCode(seed, step + 1, digits) : null,
    nextFrom: until - 5,
  };
}
