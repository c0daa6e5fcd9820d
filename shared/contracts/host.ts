import { z } from 'zod';
import { call } from '../contract.ts';
import { digest } from './digest.ts';
import { FILE_KINDS, KEYCHAIN_FAULTS, written } from './shell.ts';

const nothing = z.strictObject({});
const time = z.int().min(1).max(253_402_300_799);

const vault = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
/** 32 bytes in base64url. */
const secret = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** What so much was asked of that the person has to say it was them. */
export const MANY = ['secrets', 'codes', 'purges', 'removals', 'overwrites'] as const;
export type Many = (typeof MANY)[number];
/** Of those, what has left the vault if it was not them, so that the vault is locked. */
export type Leaving = 'secrets' | 'codes';
/** The others, which are not done when it was not them: accounts and other things deleted for good, and secrets written over. */
export type Losing = Exclude<Many, Leaving>;

/** What the person is told of outside of the page. */
export const NOTICES = ['code_sent'] as const;
export type NoticeKind = (typeof NOTICES)[number];

const language = z.enum(['en', 'de']);

/** What became of a call to the keychain. */
const kept = z.strictObject({ outcome: z.enum(['ok', ...KEYCHAIN_FAULTS]) });

/** Engine to shell. The shell's orders to the engine are events; the engine answers them with calls. */
export const hostContract = {
  calls: {
    /** The engine is up and asks where it lives. Folders are absolute paths. */
    'host.ready': call(
      'any',
      nothing,
      z.strictObject({
        profile: z.string().max(4096),
        documents: z.string().max(4096),
        /** Seconds added to the system clock; 0 but in tests and the demo. */
        clockOffset: z.int(),
        /** The app's own. */
        version: z.string().min(1).max(32),
        /** What it speaks: reports, calendar files and the sentence above a sealed text are in it. */
        language,
      }),
    ),
    'host.pong': call('any', z.strictObject({ n: z.int() }), nothing),
    /** No call is under way and nothing is left to write: the process may be ended. */
    'host.quiesced': call('any', nothing, nothing),
    /** Whether a vault is open now, for the shell's own timers. */
    'host.vault': call('any', z.strictObject({ open: z.boolean() }), nothing),
    /** What ends when in the open vault, without a name; told when it changes, and last before the vault is closed. */
    'host.digest': call('any', digest, nothing),
    /** Names for the tray, pinned accounts that have a code, in their order; told when they change, and empty before the vault is closed. */
    'host.pinned': call(
      'any',
      z.strictObject({ items: z.array(z.strictObject({ id: vault, name: written(120) })).max(10) }),
      nothing,
    ),
    /**
     * More different secrets were asked for than a person asks for in a minute, or more codes sent than in an hour: has the person
     * confirm it outside of the page. Where that is refused, or the host cannot ask, the answer is no and the vault is locked. Asked the same
     * way, without the lock, before many accounts or other things are deleted for good, and before many secrets are written over; `count` is how many.
     */
    'secrets.confirm': call(
      'any',
      z.strictObject({ of: z.enum(MANY), count: z.int().min(1).optional() }),
      z.strictObject({ goOn: z.boolean() }),
    ),
    /**
     * A code was sealed to somebody: has the system tell the person, so that script in the page cannot do it in silence. Nothing happens
     * where `notices` is missing. How often is bound by what bounds the codes.
     */
    'host.notice': call('any', z.strictObject({ what: z.enum(NOTICES) }), nothing),
    /** Trades a one-use token for the path the person chose. */
    'files.redeem': call(
      'any',
      z.strictObject({ token: z.string().length(22), kind: z.enum(FILE_KINDS) }),
      z.strictObject({ path: z.string().max(4096) }),
    ),
    /**
     * Starts a process that reads one picture and joins it to the engine by a pipe of its own, in place of one that was. Refused as
     * `capability_missing` where the engine starts such processes itself.
     */
    'pictures.start': call('any', nothing, nothing),
    /** Ends that process; nothing happens when there is none. */
    'pictures.end': call('any', nothing, nothing),
    /**
     * Copies a text; `what` names the field, never its value. `seconds` null: it is no secret and stays. Any number: it is one, and
     * is cleared, if still ours, after the seconds of the person's own setting, and at lock and quit.
     */
    'clipboard.copy': call(
      'any',
      z.strictObject({
        text: written(700_000).min(1),
        what: written(64),
        seconds: z.int().min(5).max(600).nullable(),
      }),
      z.strictObject({ until: time.nullable() }),
    ),
    /** The device secret of a vault from the system's keychain; `no_item` when the keychain works and holds none. */
    'keychain.get': call(
      'any',
      z.strictObject({ vault }),
      z.discriminatedUnion('outcome', [
        z.strictObject({ outcome: z.literal('ok'), secret }),
        z.strictObject({ outcome: z.enum(['no_item', ...KEYCHAIN_FAULTS]) }),
      ]),
    ),
    /** Keeps it there, in place of one that was; after anything but `ok` nothing is kept. */
    'keychain.set': call('any', z.strictObject({ vault, secret }), kept),
    /** Takes it away; `ok` also when there was none. */
    'keychain.delete': call('any', z.strictObject({ vault }), kept),
  },
  events: {
    ping: z.strictObject({ n: z.int() }),
    quiesce: nothing,
    /** The person chose another language. */
    language: z.strictObject({ language }),
    /** The person chose a pinned account in the tray: its code is copied as the page's own copying does. */
    copyCode: z.strictObject({ account: vault }),
  },
} as const;
export type HostContract = typeof hostContract;
