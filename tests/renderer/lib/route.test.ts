import { afterEach, describe, expect, it } from 'vitest';
import {
  back,
  currentRoute,
  go,
  goInto,
  guardPlace,
  HOME,
  leaveThen,
  replace,
  resetRoute,
  type Route,
} from '../../../renderer/lib/route.ts';

afterEach(resetRoute);

const people: Route = { view: 'people', person: null };
const edit: Route = { view: 'edit', account: null, client: null };

describe('the route', () => {
  it('goes on and back, and is not beyond its beginning', () => {
    expect(back()).toBe(false);
    go(people);
    go(edit);
    expect(currentRoute()).toBe(edit);
    expect(back()).toBe(true);
    expect(currentRoute()).toBe(people);
    expect(back()).toBe(true);
    expect(currentRoute()).toBe(HOME);
    expect(back()).toBe(false);
  });

  it('replaces a place without a step in the history', () => {
    go(people);
    replace({ view: 'people', person: 'me' });
    back();
    expect(currentRoute()).toBe(HOME);
  });

  it('comes back from what was opened in a list to the list with the same row chosen', () => {
    go(people);
    goInto({ view: 'people', person: 'tomas' });
    expect(currentRoute()).toEqual({ view: 'people', person: 'tomas', open: true });
    back();
    expect(currentRoute()).toEqual({ view: 'people', person: 'tomas', open: false });
    back();
    expect(currentRoute()).toBe(HOME);
  });

  it('keeps a bounded history', () => {
    for (let n = 0; n < 200; n++) go({ view: 'people', person: String(n) });
    let steps = 0;
    while (back()) steps++;
    expect(steps).toBe(49);
  });

  it('asks the guard of a place before it is left, once, and only of that place', () => {
    go(edit);
    let asked: (() => void) | null = null;
    guardPlace((leave) => {
      asked = leave;
    });
    go(people);
    expect(currentRoute()).toBe(edit);
    let locked = false;
    leaveThen(() => {
      locked = true;
    });
    expect(locked).toBe(false);
    back();
    (asked as (() => void) | null)?.();
    expect(currentRoute()).toBe(HOME);
    go(people);
    expect(currentRoute()).toBe(people);
  });

  it('is free again when the guard is taken away', () => {
    go(edit);
    const free = guardPlace(() => undefined);
    free();
    go(people);
    expect(currentRoute()).toBe(people);
  });
});
