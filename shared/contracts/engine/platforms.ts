import { z } from 'zod';
import { call } from '../../contract.ts';
import { FILE_FAULTS, MAX_PLATFORMS, MAX_PROBLEMS } from '../../platforms/read-platforms.ts';
import { id, line, nothing, time } from './common.ts';

const name = z.string().max(120);
const month = z.string().length(7);

/** One platform of a file a person wants to add. */
export const foundPlatform = z.strictObject({
  id: z.string().max(64),
  name,
  /** The month its facts are from, as `2026-08`. */
  checked: month,
  /** Whether it takes the place of one the catalogue has, or one added before. */
  replaces: z.enum(['built_in', 'added']).nullable(),
});
export type FoundPlatform = z.infer<typeof foundPlatform>;

/** One platform a person added: what lists and names need of it. */
export const addedPlatform = foundPlatform.extend({
  groups: z.array(z.string().max(32)).max(4),
  /** Its main host; null for software that runs on the owner's own site. */
  domain: z.string().max(253).nullable(),
  signIn: z.string().max(300).nullable(),
  replaces: z.enum(['built_in']).nullable(),
});
export type AddedPlatform = z.infer<typeof addedPlatform>;

/** One thing that is wrong with a platform file; what it names is safe to show. */
export const fileProblem = z.strictObject({
  fault: z.enum(FILE_FAULTS),
  platform: z.union([z.string().max(120), z.int()]).nullable(),
  field: z.string().max(500).nullable(),
  what: z.string().max(300).nullable(),
});

/** What a platform file holds, kept under `reading` until it is added; or what is wrong with it. */
export const platformReading = z.discriminatedUnion('fits', [
  z.strictObject({ fits: z.literal(true), reading: id, platforms: z.array(foundPlatform).max(MAX_PLATFORMS) }),
  z.strictObject({ fits: z.literal(false), problems: z.array(fileProblem).min(1).max(MAX_PROBLEMS) }),
]);
export type PlatformReading = z.infer<typeof platformReading>;

const step = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

/** Where an account has a step of a run: menu words with ` > ` between them, and an https page. */
export const ownStep = z.strictObject({ step, path: z.string().max(254).nullable(), link: z.string().max(2048).nullable() });
export type OwnStep = z.infer<typeof ownStep>;

export const platformCalls = {
  /** Platforms this person added: in short, and as the text of one platform file, which reads; null when there are none. */
  'platforms.added': call(
    'open',
    nothing,
    z.strictObject({
      text: z.string().max(600_000).nullable(),
      added: time.nullable(),
      platforms: z.array(addedPlatform).max(MAX_PLATFORMS),
    }),
  ),
  /** Reads a platform file and says what is in it, or what is wrong and where; adds nothing. */
  'platforms.read': call('open', z.strictObject({ token: z.string().length(22) }), platformReading),
  /** Adds what was read; platforms with the same id take the place of those added before. */
  'platforms.add': call('open', z.strictObject({ reading: id }), nothing),
  /**
   * Takes an added platform out again; one of the catalogue of the same id comes back. `platform_needed` {name} while one that was added
   * too cannot be without it.
   */
  'platforms.remove': call('open', z.strictObject({ id: z.string().max(64) }), nothing),
  'platforms.ownSteps': call('open', z.strictObject({ account: id }), z.strictObject({ steps: z.array(ownStep).max(40) })),
  /** Notes where this account has a step; both null goes back to what the catalogue says. `link_refused` for a link that is no plain https address. */
  'platforms.saveOwnStep': call(
    'open',
    z.strictObject({ account: id, step, path: line(254).nullable(), link: line(2048).nullable() }),
    nothing,
  ),
} as const;
