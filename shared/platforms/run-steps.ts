import { genericSteps } from './generic.ts';
import type { RunStep } from './run-step.ts';
import { tiktokSteps } from './tiktok.ts';

const known: Readonly<Record<string, readonly RunStep[]>> = { tiktok: tiktokSteps };

/** The acts of an end-of-access run on a platform, in their order; what is not known of it is said as "look for". */
export function runStepsFor(platform: string): readonly RunStep[] {
  const own = Object.hasOwn(known, platform) ? (known[platform] ?? []) : [];
  return genericSteps.map((step) => own.find((one) => one.id === step.id) ?? step);
}
