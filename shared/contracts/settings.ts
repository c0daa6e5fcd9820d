import { z } from 'zod';
import {
  ACCOUNT_SORTS,
  CLIPBOARD_CHOICES,
  CLOSED_CHOICES,
  CONTRASTS,
  LANGUAGES,
  MAX_LOCK_MINUTES,
  MOTIONS,
  type Settings,
  TEXT_SIZES,
  THEMES,
  USES,
} from '../settings.ts';

/** The shape of `Settings`; the page knows them by shared/settings.ts, which needs no validator. */
export const settings = z.strictObject({
  lockMinutes: z.int().min(0).max(MAX_LOCK_MINUTES),
  lockOnSuspend: z.boolean(),
  lockWhenClosedMinutes: z.literal(CLOSED_CHOICES),
  digestWhenLocked: z.boolean(),
  clipboardSeconds: z.literal(CLIPBOARD_CHOICES),
  theme: z.enum(THEMES),
  contrast: z.enum(CONTRASTS),
  textSize: z.enum(TEXT_SIZES),
  motion: z.enum(MOTIONS),
  language: z.enum(LANGUAGES),
  use: z.enum(USES).nullable(),
  accountSort: z.enum(ACCOUNT_SORTS),
  stayInTray: z.boolean(),
  protectWindow: z.boolean(),
  quickKey: z.boolean(),
}) satisfies z.ZodType<Settings>;

/** Some settings to change; the others stay. */
export const settingsChange = settings.partial();
export type SettingsChange = z.infer<typeof settingsChange>;
