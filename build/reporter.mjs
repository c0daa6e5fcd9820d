import { writeFileSync } from 'node:fs';

/** What came of a run. @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** A run's closing line. @param {Counts} counts */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/**
 * Counts every test and says loudly which ran nowhere. Under `npm test` the counts go to the file named by LATCHKEY_COUNTS, for the
 * script to print after everything else; alone, the closing line is printed here.
 */
export default class ClosingReporter {
  /**
   * @param {ReadonlyArray<import('vitest/node').TestModule>} modules
   * @param {ReadonlyArray<unknown>} errors
   */
  onTestRunEnd(modules, errors) {
    const counts = { passed: 0, failed: errors.length, skipped: 0 };
    for (const module of modules) {
      const states = [...module.children.allTests()].map((test) => test.result().state);
      const of = (/** @type {string} */ state) => states.filter((each) => each === state).length;
      const skipped = states.length - of('passed') - of('failed');
      counts.passed += of('passed');
      // A module whose set-up broke has no failed test, and would otherwise read "0 failed".
      counts.failed += of('failed') === 0 && !module.ok() ? 1 : of('failed');
      counts.skipped += skipped;
      if (skipped > 0) console.log(`SKIPPED ${skipped} in ${module.relativeModuleId}: ran nowhere in this run`);
    }
    const file = process.env.LATCHKEY_COUNTS;
    if (file) writeFileSync(file, JSON.stringify(counts));
    else console.log(`\n${closingLine(counts)}`);
  }
}
