import { beforeEach, describe, expect, it } from 'vitest';
import { deletesKey, overwrittenBy, showsSecrets } from '../../../main/core/accounts/losses.ts';
import type { AccountForm } from '../../../shared/contracts/engine/accounts.ts';
import type { Session } from '../../../main/engine/session.ts';
import { addAccount, addSeed, blankForm, newWorld, take } from '../../support/session-world.ts';

describe('what a form writes over', () => {
  let session: Session;
  let id = '';
  let pin = '';
  const account = () => session.book.get('account', id);
  const lost = (form: Partial<AccountForm>) => overwrittenBy(account(), { ...blankForm, username: 'mara', ...form });
  const field = (form: object) => ({ fields: [{ name: 'PIN', secret: true, id: pin, ...form }] });

  beforeEach(async () => {
    ({ session } = await newWorld('Studio', { now: Date.UTC(2026, 10, 26, 8) / 1000 }));
    const secrets = { password: 'the true one', notes: 'true notes', backupCodes: ['true code'] };
    id = await addAccount(session, { ...secrets, username: 'mara', fields: [{ name: 'PIN', secret: true, value: '1' }] });
    pin = account()?.fields[0]?.id ?? '';
  });

  it('is nothing for a new account, or for what is left as it is', () => {
    expect(overwrittenBy(null, { ...blankForm, password: 'one', notes: 'two' })).toBe(0);
    expect([lost({}), lost({ tags: ['a'], recoveryMail: 'a@b.c' }), lost(field({}))]).toEqual([0, 0, 0]);
  });

  it('is one for each kind of secret, and one for how one signs in', () => {
    const forms: Partial<AccountForm>[] = [
      ...[{ password: 'x' }, { password: null }, { notes: null }, { backupCodes: [] }, { fields: [] }],
      ...[field({ value: '2' }), { title: 'Other' }, { username: null }, { username: 'other', address: 'https://a.b' }],
    ];
    expect(forms.map(lost)).toEqual(forms.map(() => 1));
    expect(lost({ password: 'x', notes: 'x', backupCodes: [], fields: [], username: null })).toBe(5);
  });

  it('counts a secret that is the very same, so that being counted tells nothing of a guess', () => {
    expect([lost({ password: 'the true one' }), lost({ password: 'a guess' })]).toEqual([1, 1]);
    expect([lost(field({ value: '1' })), lost(field({ value: '7' }))]).toEqual([1, 1]);
  });

  it('is known where it shows a secret field', () => {
    const shows = (form: Partial<AccountForm>) => showsSecrets(account(), { ...blankForm, ...form });
    expect([shows(field({ secret: false })), shows(field({ secret: false, value: '2' })), shows(field({})), shows({})]).toEqual([
      ...[true, false, false, false],
    ]);
    expect(showsSecrets(null, { ...blankForm, ...field({ secret: false }) })).toBe(false);
  });

  it('tells the second removal of an authenticator, which is for good, from the first', async () => {
    const factor = await addSeed(session, id, 'GEZDGNBVGY3TQOJQGEZDGNBV');
    const { factor: phone } = take(await session.factors.note({ account: id, kind: 'sms', note: null }));
    expect([deletesKey(account(), factor), deletesKey(account(), phone), deletesKey(null, factor)]).toEqual([false, false, false]);
    take(await session.factors.remove({ account: id, factor }));
    expect(deletesKey(account(), factor)).toBe(true);
  });
});
