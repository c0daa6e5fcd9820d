import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { axeFindings } from './story/axe.ts';
import { lendingStory } from './story/story.ts';

const hasOathtool = spawnSync('oathtool', ['--version']).status === 0;

describe.skipIf(!hasOathtool)('the lending story, in two real windows with two vaults', () => {
  const findings: string[] = [];
  let looked = 0;
  const story = lendingStory({
    root: path.resolve(import.meta.dirname, '../..'),
    async picture(page, name) {
      looked++;
      findings.push(...(await axeFindings(page)).map((finding) => `${name}: ${finding}`));
    },
  });
  afterAll(() => story.end());
  // Each step stands on the one before: after a failure the rest would only say so again.
  let broken = false;
  for (const step of story.steps) {
    it(step.title, { timeout: 120_000 }, async ({ skip }) => {
      if (broken) skip('an earlier step failed');
      broken = true;
      await expect(step.play()).resolves.toBeUndefined();
      broken = false;
    });
  }

  it('shows no screen that axe finds fault with, in light or in dark', () => {
    console.log(`axe: ${looked} screens, light and dark, ${findings.length} findings`);
    expect(findings).toEqual([]);
    expect(looked).toBeGreaterThanOrEqual(20);
  });
});
