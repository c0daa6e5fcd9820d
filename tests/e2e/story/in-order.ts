import { afterAll, afterEach, beforeEach } from 'vitest';
import type { Person } from './person.ts';

/** Has the tests of a `describe` be steps of one story: after one that fails the rest are skipped, and in the end its people leave. */
export function inOrder(people: () => readonly (Person | undefined)[]): void {
  let broken = false;
  beforeEach(({ skip }) => skip(broken, 'an earlier step failed'));
  afterEach(({ task }) => void (broken ||= task.result?.state === 'fail'));
  afterAll(async () => {
    for (const person of people()) {
      await person?.close();
      await person?.desk.remove();
    }
  });
}
