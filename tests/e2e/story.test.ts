import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, describe, it } from 'vitest';
import { lendingStory } from './story/story.ts';

const hasOathtool = spawnSync('oathtool', ['--version']).status === 0;

describe.skipIf(!hasOathtool)('the lending story, in two real windows with two vaults', () => {
  const story = lendingStory({ root: path.resolve(import.meta.dirname, '../..') });
  afterAll(() => story.end());
  // Each step stands on the one before: after a failure the rest would only say so again.
  let broken = false;
  for (const step of story.steps) {
    it(step.title, { timeout: 120_000 }, async ({ skip }) => {
      if (broken) skip('an earlier step failed');
      broken = true;
      await step.play();
      broken = false;
    });
  }
});
