import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { lendingStory } from './story.ts';

// Entry of `npm run demo`, bundled by build/demo.mjs: the repository's folder is the first argument, the pictures' folder the second.
const [root, pictures] = process.argv.slice(2);
if (root === undefined || pictures === undefined) throw new Error('usage: demo ROOT PICTURES');
await rm(pictures, { recursive: true, force: true });
await mkdir(pictures, { recursive: true });

let taken = 0;
const story = lendingStory({
  root,
  say: (sentence) => console.log(`   ${sentence}`),
  async picture(page, name) {
    // A ring that is moving or a toast that arrives would be caught half-way.
    await page.waitForTimeout(250);
    await page.screenshot({ path: path.join(pictures, `${name}.png`) });
    taken++;
  },
});
try {
  for (const [index, step] of story.steps.entries()) {
    console.log(`${index + 1}. ${step.title}`);
    await step.play();
  }
  console.log(`\nAll ${story.steps.length} steps played. ${taken} pictures are in ${path.relative(root, pictures)}/.`);
} finally {
  await story.end();
}
