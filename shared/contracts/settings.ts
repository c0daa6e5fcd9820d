import { z } from 'zod';
import { CLIPBOARD_CHOICES, CLOSED_CHOICES, CONTRASTS, MAX_LOCK_MINUTES, type Settings, TEXT_SIZES, THEMES } from '../settings.ts';

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
}) satisfies z.ZodType<Settings>;

/** Some settings to change; the others stay. */
export const settingsChange = settings.partial();
export type SettingsChange = z.infer<typeof settingsChange>;
