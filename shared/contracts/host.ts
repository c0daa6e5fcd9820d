import { z } from 'zod';
import { call } from '../contract.ts';
import { FILE_KINDS } from './shell.ts';

const nothing = z.strictObject({});
const time = z.int().min(1).max(253_402_300_799);

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
      }),
    ),
    'host.pong': call('any', z.strictObject({ n: z.int() }), nothing),
    /** No call is under way and nothing is left to write: the process may be ended. */
    'host.quiesced': call('any', nothing, nothing),
    /** Whether a vault is open now, for the shell's own timers. */
    'host.vault': call('any', z.strictObject({ open: z.boolean() }), nothing),
    /** Trades a one-use token for the path the person chose. */
    'files.redeem': call(
      'any',
      z.strictObject({ token: z.string().length(22), kind: z.enum(FILE_KINDS) }),
      z.strictObject({ path: z.string().max(4096) }),
    ),
    /** Copies a secret, to be cleared after `seconds` if it is still ours. `what` names the field, never its value. */
    'clipboard.copy': call(
      'any',
      z.strictObject({
        text: z.string().min(1).max(700_000),
        what: z.string().max(64),
        seconds: z.int().min(5).max(600).nullable(),
      }),
      z.strictObject({ until: time.nullable() }),
    ),
  },
  events: {
    ping: z.strictObject({ n: z.int() }),
    quiesce: nothing,
  },
} as const;
export type HostContract = typeof hostContract;
