import { z } from 'zod';
import { call } from '../contract.ts';
import { digest } from './digest.ts';
import { FILE_KINDS, KEYCHAIN_FAULTS } from './shell.ts';

const nothing = z.strictObject({});
const time = z.int().min(1).max(253_402_300_799);

const vault = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
/** 32 bytes in base64url. */
const secret = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

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
      }),
    ),
    'host.pong': call('any', z.strictObject({ n: z.int() }), nothing),
    /** No call is under way and nothing is left to write: the process may be ended. */
    'host.quiesced': call('any', nothing, nothing),
    /** Whether a vault is open now, for the shell's own timers. */
    'host.vault': call('any', z.strictObject({ open: z.boolean() }), nothing),
    /** What ends when in the open vault, without a name; told when it changes, and last before the vault is closed. */
    'host.digest': call('any', digest, nothing),
    /**
     * More different secrets were asked for than a person asks for in a minute: has the person confirm it outside of the page. Where
     * that is refused, or the host cannot ask, the answer is no and the vault is locked.
     */
    'secrets.confirm': call('any', nothing, z.strictObject({ goOn: z.boolean() })),
    /** Trades a one-use token for the path the person chose. */
    'files.redeem': call(
      'any',
      z.strictObject({ token: z.string().length(22), kind: z.enum(FILE_KINDS) }),
      z.strictObject({ path: z.string().max(4096) }),
    ),
    /**
     * Copies a text; `what` names the field, never its value. `seconds` null: it is no secret and stays. Any number: it is one, and
     * is cleared, if still ours, after the seconds of the person's own setting, and at lock and quit.
     */
    'clipboard.copy': call(
      'any',
      z.strictObject({
        text: z.string().min(1).max(700_000),
        what: z.string().max(64),
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
  },
} as const;
export type HostContract = typeof hostContract;
