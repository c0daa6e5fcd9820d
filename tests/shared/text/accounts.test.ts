import { describe, expect, it } from 'vitest';
import { accessLine, exposureText, returnTag } from '../../../shared/text/accounts.ts';
import { count, list } from '../../../shared/text/common.ts';
import { resemblesText } from '../../../shared/text/people.ts';
import { lockedLine } from '../../../shared/text/vault.ts';

const now = Date.UTC(2026, 10, 24, 12) / 1000;
const day = 86_400;

describe('sentences about an account', () => {
  it('says that a password stays exposed until it is changed', () => {
    const said = exposureText({ secret: 'password', set: now - 21 * day, seenBy: 'Tomás', at: now, until: null }, now);
    expect(said.title).toBe('Password of Tue 3 Nov');
    expect(said.body).toContain('Exposed until you change it.');
  });

  it('says that codes already sent end by themselves or by a new seed', () => {
    const said = exposureText({ secret: 'codes', set: null, seenBy: 'Tomás', at: now, until: now + day }, now);
    expect(said.body).toBe('Tomás has codes up to Wed 25 Nov. Only a new seed ends them sooner.');
  });

  it('writes the tag of a loan by its state', () => {
    expect(returnTag('active', now + day, now)).toBe('back Wed 25 Nov');
    expect(returnTag('ended', now - day, now)).toBe('ended Mon 23 Nov');
    expect(returnTag('closed', now - day, now)).toBe('closed');
  });

  it('lists what is lent', () => {
    expect(accessLine(['password', 'codes', 'live_codes'])).toBe('Password, codes and codes on request');
  });
});

describe('small words', () => {
  it('puts numbers before nouns', () => {
    expect([count(1, 'account'), count(9, 'account'), count(2, 'person', 'people')]).toEqual([
      '1 account',
      '9 accounts',
      '2 people',
    ]);
    expect([list([]), list(['a']), list(['a', 'b']), list(['a', 'b', 'c'])]).toEqual(['', 'a', 'a and b', 'a, b and c']);
  });

  it('says when and why the vault was locked, with the day when it was another', () => {
    expect(lockedLine(now, 'suspend', now + 60)).toMatch(/^Locked at \d+:\d\d, before this computer slept$/);
    expect(lockedLine(now, 'window_closed', now + 60)).toMatch(/, as its window was closed$/);
    expect(lockedLine(now, 'many_secrets', now + 60)).toMatch(
      /more than ten different secrets .* within a minute\. If that was not you,/,
    );
    expect(lockedLine(now - 3 * day, 'asked', now)).toMatch(/^Locked Sat 21 Nov, \d+:\d\d, as you asked$/);
  });

  it('warns of a second person of the same name', () => {
    expect(resemblesText('Ana', 'Ana').what).toBe('You know another Ana; this is a different key.');
    expect(resemblesText('Anna', 'Ana').what).toContain('a name like this');
  });
});
