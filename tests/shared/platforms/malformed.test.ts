import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '../../../shared/platforms/built-in.ts';
import { readPlatforms } from '../../../shared/platforms/read-platforms.ts';
import { platformFileSentence } from '../../../shared/text/platforms.ts';
import { freshShop } from './platform-sample.ts';

/** The example with one field changed; undefined takes it away. */
function changed(field: string, value: unknown): string {
  const one = freshShop();
  const keys = field.split('.');
  const last = keys.pop() ?? '';
  const at = keys.reduce<Record<string, unknown>>((part, key) => (part[key] ??= {}) as Record<string, unknown>, one);
  if (value === undefined) delete at[last];
  else at[last] = value;
  return JSON.stringify({ latchkey: 'platforms', version: 1, platforms: [one] });
}

const address = (value: string) => changed('signIn', { value, sure: 'high' });
const level = (value: unknown) => changed('delegated.levels', { value, sure: 'high' });
const helper = { name: 'Helper', can: 'Packs.' };
const raw = (platforms: unknown, more = {}) => JSON.stringify({ latchkey: 'platforms', version: 1, platforms, ...more });

const files: readonly (readonly [what: string, text: string, fault: string, field: string | null])[] = [
  ['nothing', '', 'not_json', null],
  ['half a file', '{"latchkey": "platforms", ', 'not_json', null],
  ['a comment', '// mine\n{}', 'not_json', null],
  ['a list', '[]', 'not_a_platform_file', null],
  ['null', 'null', 'not_a_platform_file', null],
  ['an object of another kind', '{"latchkey":"vault"}', 'not_a_platform_file', null],
  ['no version', '{"latchkey":"platforms","platforms":[{}]}', 'not_a_platform_file', null],
  ['version 0', raw([{}], { version: 0 }), 'not_a_platform_file', null],
  ['version 2', raw([{}], { version: 2 }), 'newer_version', null],
  ['a version in words', raw([{}], { version: '1' }), 'not_a_platform_file', null],
  ['platforms that are no list', raw({}), 'not_a_platform_file', null],
  ['a field beside the platforms', raw([{}], { script: 'x' }), 'not_a_platform_file', null],
  ['no platforms', raw([]), 'no_platforms', null],
  ['a platform that is a word', raw(['tiktok']), 'not_an_object', null],
  ['a platform that is null', raw([null]), 'not_an_object', null],
  ['a platform that is a list', raw([[]]), 'not_an_object', null],
  ['no id', changed('id', undefined), 'missing', 'id'],
  ['an id with capitals', changed('id', 'Corner'), 'id', 'id'],
  ['an id with a dash', changed('id', 'corner-shop'), 'id', 'id'],
  ['an id that begins with a digit', changed('id', '1shop'), 'id', 'id'],
  ['an id that is too long', changed('id', 'a'.repeat(65)), 'id', 'id'],
  ['an id that is a number', changed('id', 7), 'wrong_kind', 'id'],
  ['an id of an object’s own', changed('id', '__proto__'), 'id', 'id'],
  ['no name', changed('name', undefined), 'missing', 'name'],
  ['an empty name', changed('name', ''), 'name', 'name'],
  ['a name with a bidi mark', changed('name', 'Corner\u202eShop'), 'name', 'name'],
  ['a name with a zero-width space', changed('name', 'Corner\u200bShop'), 'name', 'name'],
  ['a name with a line end', changed('name', 'Corner\nShop'), 'name', 'name'],
  ['a name with space before', changed('name', ' Corner'), 'name', 'name'],
  ['a name that is too long', changed('name', 'x'.repeat(81)), 'name', 'name'],
  ['a name that draws as nothing', changed('name', '\u3164'), 'name', 'name'],
  ['half a surrogate', changed('name', 'Corner \ud800'), 'name', 'name'],
  ['no groups', changed('groups', []), 'empty', 'groups'],
  ['a group nobody has', changed('groups', ['shops']), 'not_a_choice', 'groups.1'],
  ['five groups', changed('groups', ['social', 'ads', 'work', 'money', 'dev']), 'too_many_entries', 'groups'],
  ['a domain with a scheme', changed('domains', ['https://corner-shop.example']), 'host', 'domains.1'],
  ['a domain of one label', changed('domains', ['localhost']), 'host', 'domains.1'],
  ['a domain with a star', changed('domains', ['*.example']), 'host', 'domains.1'],
  ['a domain in capitals', changed('domains', ['Corner-Shop.example']), 'host', 'domains.1'],
  ['a domain in Cyrillic letters', changed('domains', ['соrner-shop.example']), 'host', 'domains.1'],
  ['a domain that is an address of a machine', changed('domains', ['127.0.0.1']), 'host', 'domains.1'],
  [
    'nine domains',
    changed(
      'domains',
      Array.from({ length: 9 }, (_, n) => `d${n}.example`),
    ),
    'too_many_entries',
    'domains',
  ],
  ['a login that is left out', changed('loginOf', undefined), 'missing', 'loginOf'],
  ['the login of a platform nobody knows', changed('loginOf', 'friendster'), 'login_unknown', 'loginOf'],
  ['the login of a platform without one', changed('loginOf', 'youtube'), 'login_of_login', 'loginOf'],
  ['its own login', changed('loginOf', 'corner_shop'), 'login_of_login', 'loginOf'],
  ['a month with a day', changed('checked', '2026-08-01'), 'month', 'checked'],
  ['a thirteenth month', changed('checked', '2026-13'), 'month', 'checked'],
  ['a certainty nobody knows', changed('sure', 'certain'), 'not_a_choice', 'sure'],
  ['a platform unknown as a whole', changed('sure', 'unknown'), 'not_a_choice', 'sure'],
  ['an http address', address('http://corner-shop.example/'), 'address', 'signIn.value'],
  ['a script for an address', address('javascript:alert(1)'), 'address', 'signIn.value'],
  ['a name before the host', address('https://corner-shop.example@evil.example/'), 'address', 'signIn.value'],
  ['a port', address('https://corner-shop.example:8443/'), 'address', 'signIn.value'],
  [
    'an address with a backslash before the path',
    address('https://evil.example\\.corner-shop.example/'),
    'address',
    'signIn.value',
  ],
  ['an address with a space', address('https://corner-shop.example/a b'), 'address', 'signIn.value'],
  ['an address with a bidi mark', address('https://corner-shop.example/\u202egro'), 'address', 'signIn.value'],
  ['an address that is too long', address(`https://corner-shop.example/${'a'.repeat(300)}`), 'address', 'signIn.value'],
  ['an address elsewhere', address('https://evil.example/'), 'foreign_host', 'signIn'],
  ['an address that only ends alike', address('https://evilcorner-shop.example/'), 'foreign_host', 'signIn'],
  ['an address that only begins alike', address('https://corner-shop.example.evil.example/'), 'foreign_host', 'signIn'],
  ['the owner’s site beside a domain', address('https://{site}/login'), 'own_site_host', 'signIn'],
  ['a fact without certainty', changed('signIn', { value: 'https://corner-shop.example/' }), 'not_a_choice', 'signIn.sure'],
  ['a fact without a value', changed('signIn', { sure: 'high' }), 'missing', 'signIn.value'],
  [
    'an unknown fact with a value',
    changed('signIn', { value: 'https://corner-shop.example/', sure: 'unknown' }),
    'unknown_field',
    'signIn.value',
  ],
  ['a fact that is only a word', changed('signIn', 'https://corner-shop.example/'), 'wrong_kind', 'signIn'],
  ['a note with a control character', changed('signIn.note', 'A \u0007 bell.'), 'text', 'signIn.note'],
  ['a note that is too long', changed('signIn.note', 'x'.repeat(301)), 'text', 'signIn.note'],
  ['a menu that ends with a sign', changed('password.menu.value', 'Profile > '), 'menu', 'password.menu.value'],
  ['a menu without spaces', changed('password.menu.value', 'Profile>Password'), 'menu', 'password.menu.value'],
  ['a menu of eleven labels', changed('password.menu.value', Array(11).fill('A').join(' > ')), 'menu', 'password.menu.value'],
  ['a label that is too long', changed('password.menu.value', 'x'.repeat(61)), 'menu', 'password.menu.value'],
  ['no password at all', changed('password', undefined), 'missing', 'password'],
  ['a field of the password nobody knows', changed('password.secret', 'hunter2'), 'unknown_field', 'password.secret'],
  ['a field nobody knows', changed('onOpen', 'x'), 'unknown_field', 'onOpen'],
  ['a field whose name has a bidi mark', changed('\u202eabc', 'x'), 'unknown_field', '?'],
  ['an answer that is true', changed('sessions.everywhere.value', true), 'not_a_choice', 'sessions.everywhere.value'],
  ['a method nobody knows', changed('twoStep.methods.value.retina', 'yes'), 'unknown_field', 'twoStep.methods.value.retina'],
  ['a method with another answer', changed('twoStep.methods.value.sms', 'maybe'), 'not_a_choice', 'twoStep.methods.value.sms'],
  ['a way that leads nowhere', changed('connectedApps', { value: {}, sure: 'high' }), 'way', 'connectedApps.value'],
  ['no levels in the levels', level([]), 'empty', 'delegated.levels.value'],
  ['17 levels', level(Array(17).fill(helper)), 'too_many_entries', 'delegated.levels.value'],
  ['a level without a name', level([{ can: 'Packs.' }]), 'missing', 'delegated.levels.value.1.name'],
  [
    'a level that says it is not the lowest',
    level([{ ...helper, lowest: false }]),
    'not_a_choice',
    'delegated.levels.value.1.lowest',
  ],
  [
    'two lowest levels of one scope',
    level([
      { ...helper, lowest: true },
      { ...helper, lowest: true },
    ]),
    'two_lowest',
    'delegated.levels',
  ],
  ['nine steps', changed('delegated.ownerSteps', Array(9).fill('Go.')), 'too_many_entries', 'delegated.ownerSteps'],
  [
    'a note on what stays that nobody knows',
    changed('takeBack', [{ value: 'It stays.', sure: 'unknown' }]),
    'not_a_choice',
    'takeBack.1.sure',
  ],
  ['codes of three digits', changed('codes.value.digits', 3), 'number', 'codes.value.digits'],
  ['codes of a digit and a half', changed('codes.value.digits', 6.5), 'number', 'codes.value.digits'],
  ['a weak hash', changed('codes.value.algorithm', 'MD5'), 'not_a_choice', 'codes.value.algorithm'],
  ['an alphabet of small letters', changed('codes.value.alphabet', 'abcdefghijk'), 'alphabet', 'codes.value.alphabet'],
];

describe('a malformed platform file', () => {
  it.each(files)('is refused for %s', (_what, text, fault, field) => {
    const read = readPlatforms(text, BUILT_IN);
    if (read.ok) throw new Error('it was taken');
    expect(read.problems).toContainEqual(expect.objectContaining({ fault, field }));
    const told = read.problems.find((problem) => problem.fault === fault);
    const sentence = told === undefined ? '' : platformFileSentence(told);
    expect(sentence).toMatch(/^\S.{10,200}\.$/);
    if (field !== null && field !== '?') expect(sentence).toContain(field);
  });

  it('is refused when a platform is in it twice', () => {
    const read = readPlatforms(raw([freshShop(), freshShop()]), BUILT_IN);
    expect(read.ok ? null : read.problems).toEqual([
      { fault: 'id_twice', platform: 'Corner Shop', field: 'id', what: 'corner_shop' },
    ]);
  });

  it('gives no object a prototype of its own', () => {
    const text = raw([freshShop()]).replace('"id":', '"__proto__":{"polluted":true},"id":');
    const read = readPlatforms(text, BUILT_IN);
    if (read.ok) for (const one of read.platforms) expect(one).not.toHaveProperty('polluted');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

console.log(`${files.length} malformed platform files`);
