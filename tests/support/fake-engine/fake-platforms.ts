import type { AddedPlatform, OwnStep, PlatformReading } from '../../../shared/contracts/engine/platforms.ts';

/** Platforms added to a fake vault, where its accounts have steps, and what the next file holds. */
export interface FakePlatforms {
  added: AddedPlatform[];
  /** The text of the added platforms; null when a test needs none of their facts. */
  text: string | null;
  ownSteps: Record<string, OwnStep[]>;
  /** What the next file read holds. */
  file: PlatformReading;
  /** Platforms that another one needs. */
  needed: string | null;
}

/** Nothing added, and a file with nothing wrong in it but that it is no JSON. */
export function fakePlatforms(): FakePlatforms {
  return {
    added: [],
    text: null,
    ownSteps: {},
    file: { fits: false, problems: [{ fault: 'not_json', platform: null, field: null, what: null }] },
    needed: null,
  };
}
