import { z } from 'zod';
import { call } from '../../contract.ts';
import { SANDBOX_NEWS } from '../../sandbox-news.ts';
import { SANDBOX_STEPS } from '../../sandbox-steps.ts';
import { id, nothing, time } from './common.ts';
import { inboxKind } from './inbox.ts';

/** Whose vault of the two is shown. */
export const sandboxSide = z.enum(['owner', 'freelancer']);
export type SandboxSide = z.infer<typeof sandboxSide>;

/** The sandbox as the window's frame shows it: who one is, whom one can be instead, and what was tried already. */
export const sandboxState = z.strictObject({
  who: sandboxSide,
  name: z.string().max(64),
  other: z.string().max(64),
  done: z.array(z.enum(SANDBOX_STEPS)).max(SANDBOX_STEPS.length),
});
export type SandboxState = z.infer<typeof sandboxState>;

/** A sealed message by what it is and the account it is about; null where it names none. */
const letter = { kind: inboxKind, about: z.string().max(254).nullable(), at: time };

/** Something lent, as the one whose side it is sees it. */
export const sandboxLoan = z.strictObject({
  side: z.enum(['given', 'received']),
  platform: z.string().max(64),
  title: z.string().max(120),
  /** Who has it, or whose it is. */
  person: z.string().max(64),
  state: z.enum(['offered', 'active', 'ending', 'ended', 'given_back', 'refused', 'closed']),
  from: time,
  until: time,
  /** Over, and what was seen under it is not changed yet. */
  exposed: z.boolean(),
  /** Its code windows once it is taken up: whether one is open, and when that changes; null when none is left. */
  codes: z.strictObject({ open: z.boolean(), at: time }).nullable(),
});
export type SandboxLoan = z.infer<typeof sandboxLoan>;

/** What the one who is not shown has before them now: names, states and times, no secret, no code and no key. */
export const sandboxBeside = z.strictObject({
  who: sandboxSide,
  name: z.string().max(64),
  /** Sealed messages between the two that nobody handed across yet, newest first; `from` is whose they are. */
  onTheWay: z.array(z.strictObject({ message: id, from: sandboxSide, ...letter })).max(4),
  /** What waits in their inbox, newest first, and how much there is of it. */
  waiting: z.strictObject({ total: z.int().min(0), rows: z.array(z.strictObject({ item: id, ...letter })).max(3) }),
  /** Accounts of their own. */
  accounts: z.int().min(0),
  /** What they lent or were lent: running ones first, the newest first. */
  loans: z.strictObject({ total: z.int().min(0), rows: z.array(sandboxLoan).max(4) }),
  /** What happened last on their side, newest first; `who` is the other person in it. */
  news: z
    .array(
      z.strictObject({
        n: z.int().min(1),
        at: time,
        what: z.enum(SANDBOX_NEWS),
        who: z.string().max(64).nullable(),
        about: z.string().max(400).nullable(),
      }),
    )
    .max(3),
});
export type SandboxBeside = z.infer<typeof sandboxBeside>;

export const sandboxCalls = {
  /**
   * Opens two vaults in memory, an owner's and a freelancer's, with sample things in them, and is the owner. From here on this engine
   * opens no file, writes none and keeps nothing; a lock ends it, as it ends the process.
   */
  'sandbox.begin': call('closed', nothing, nothing),
  /** Is the other one, or stays. Refused as `not_found` outside the sandbox. */
  'sandbox.as': call('open', z.strictObject({ who: sandboxSide }), nothing),
  /** Puts a sealed message of either into the inbox of the other, as a chat would carry it. Refused as `not_found` outside the sandbox. */
  'sandbox.give': call('open', z.strictObject({ message: id }), z.strictObject({ kind: inboxKind })),
  /** The side that is not shown, as the panel beside the window shows it. Refused as `not_found` outside the sandbox. */
  'sandbox.beside': call('open', nothing, sandboxBeside),
} as const;
