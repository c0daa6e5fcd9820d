import { describe, expect, it } from 'vitest';
import { platformsWith } from '../../../shared/platforms/catalogue.ts';
import { accountForm } from '../../../shared/contracts/engine/accounts.ts';
import { codesOf, draftOf, formOf, keptAddress, withPlatform } from '../../../renderer/views/account-form/account-draft.ts';

const { find, name } = platformsWith([]);
const empty = draftOf(null, null);

describe('the draft of an account', () => {
  it('becomes what the contract takes, empty lines as null and kept secrets left out', () => {
    const form = formOf({ ...empty, username: '  @x ', tags: ' a, ,b,a ' }, name);
    expect(accountForm.safeParse(form).success).toBe(true);
    expect(form).toMatchObject({ title: 'TikTok', username: '@x', recoveryMail: null, tags: ['a', 'b'], fields: [] });
    expect(form).not.toHaveProperty('password');
    expect(form).not.toHaveProperty('notes');
    expect(form).not.toHaveProperty('backupCodes');
  });

  it('says apart a secret taken away and one left alone', () => {
    expect(formOf({ ...empty, password: { kind: 'clear' } }, name)).toMatchObject({ password: null });
    expect(formOf({ ...empty, notes: { kind: 'set', text: '' } }, name)).toMatchObject({ notes: null });
    expect(formOf({ ...empty, backupCodes: { kind: 'set', text: '' } }, name)).toMatchObject({ backupCodes: [] });
  });

  it('is not sent while a field of one’s own is half filled', () => {
    const field = { key: 'k', id: null, name: 'PIN', secret: true, value: '', kept: false };
    expect(formOf({ ...empty, fields: [field] }, name)).toBeNull();
    expect(formOf({ ...empty, fields: [{ ...field, name: ' ', value: '1' }] }, name)).toBeNull();
    const kept = { ...field, id: 'A'.repeat(22), kept: true };
    expect(formOf({ ...empty, fields: [kept] }, name)?.fields).toEqual([{ id: 'A'.repeat(22), name: 'PIN', secret: true }]);
  });

  it('carries a platform’s sign-in page along, but never a typed address', () => {
    expect(withPlatform(empty, 'etsy', find).address).toBe('https://www.etsy.com/signin');
    expect(withPlatform({ ...empty, address: 'https://own.example' }, 'etsy', find).address).toBe('https://own.example');
    expect(withPlatform(empty, 'wordpress_selfhosted', find).address).toBe('');
  });

  it('reads a bare host as https and leaves every scheme alone', () => {
    expect(keptAddress(' tiktok.com/login ')).toBe('https://tiktok.com/login');
    expect(keptAddress('shop.example:8443')).toBe('https://shop.example:8443');
    expect(keptAddress('http://tiktok.com')).toBe('http://tiktok.com');
    expect(keptAddress('javascript:alert(1)')).toBe('javascript:alert(1)');
    expect(keptAddress('  ')).toBeNull();
  });

  it('reads one backup code on each line', () => {
    expect(codesOf(' 1111 2222 \n\n3333\n1111 2222')).toEqual(['1111 2222', '3333']);
  });
});
