import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accountDetail } from '../../../shared/contracts/engine/accounts.ts';
import type { Session } from '../../../main/engine/session.ts';
import { addAccount, blankForm, codeOf, logged, newWorld, take, type World } from '../../support/session-world.ts';

const clock = { now: 1_790_000_000 };
let world: World;
let session: Session;

beforeAll(async () => {
  world = await newWorld('Maren', clock);
  session = world.session;
});

beforeEach(() => {
  clock.now += 1000;
});

const list = (query: string, trashed = false) =>
  session.accounts.list({ query, sort: 'title', trashed, offset: 0, limit: 200 }).rows.map(({ title }) => title);
const detail = (id: string) => accountDetail.parse(take(session.details.get(id)));
const reveal = async (id: string, field: string) => take(await session.accounts.secret(id, field, 'revealed'));

describe('an account', () => {
  it('is found by every word of what is no secret, accents and case apart, and not by its secrets', async () => {
    await addAccount(session, {
      ...{ title: 'Bäckerei', username: '@hafen', recoveryPhone: '+351 912', tags: ['Shop'], password: 'quay-password-1' },
      ...{ notes: 'under the mat', fields: [{ name: 'Store', secret: false, value: 'Lisboa' }] },
    });
    for (const query of ['backerei', 'HAFEN', 'shop lisb', '912', 'tiktok back']) expect(list(query)).toEqual(['Bäckerei']);
    for (const query of ['quay', 'mat', 'backerei porto']) expect(list(query)).toEqual([]);
  });

  it('goes to the trash and back, once each', async () => {
    const id = await addAccount(session, { title: 'Old shop' });
    take(await session.accounts.trash(id));
    const since = detail(id).trashed;
    clock.now += 50;
    expect(codeOf(await session.accounts.trash(id))).toBe('not_found');
    expect(detail(id).trashed).toBe(since);
    expect(list('old shop')).toEqual([]);
    expect(list('old shop', true)).toEqual(['Old shop']);
    take(await session.accounts.restore(id));
    expect(codeOf(await session.accounts.restore(id))).toBe('not_found');
    expect(list('old shop')).toEqual(['Old shop']);
  });

  it('keeps secrets a form leaves out, and clears those it states as null', async () => {
    const id = await addAccount(session, { password: 'first password', notes: 'first notes' });
    take(await session.accounts.save({ ...blankForm, id, title: 'Renamed' }));
    expect(await reveal(id, 'password')).toBe('first password');
    expect(await reveal(id, 'notes')).toBe('first notes');
    take(await session.accounts.save({ ...blankForm, id, password: null, notes: null }));
    expect(codeOf(await session.accounts.secret(id, 'password', 'revealed'))).toBe('not_found');
    expect(detail(id)).toMatchObject({ password: null, hasNotes: false });
    expect(await reveal(id, `history/${detail(id).history[0]?.id}`)).toBe('first password');
  });

  it('gives no version of a secret twice', async () => {
    const id = await addAccount(session, { password: 'password a', notes: 'notes a' });
    const versions: string[] = [];
    const note = (): void => {
      const data = session.book.get('account', id);
      if (data?.password !== undefined) versions.push(`password ${data.password.ver}`);
      if (data?.notes !== undefined) versions.push(`notes ${data.notes.ver}`);
    };
    note();
    for (const text of ['b', null, 'c', 'd'] as const) {
      const secret = text === null ? null : `password ${text}`;
      take(await session.accounts.save({ ...blankForm, id, password: secret, notes: secret }));
      note();
    }
    expect(new Set(versions).size).toBe(versions.length);
  });

  it('counts the same password written down again as no change', async () => {
    const id = await addAccount(session, { password: 'the same one' });
    const before = detail(id).password?.changed;
    const log = logged(session).length;
    clock.now += 500;
    take(await session.accounts.save({ ...blankForm, id, password: 'the same one' }));
    expect(detail(id).password?.changed).toBe(before);
    expect(detail(id).history).toEqual([]);
    expect(logged(session).slice(log)).toEqual(['account-changed']);
  });

  it('keeps a field of its own when it becomes secret or stops being so, at a place of its own', async () => {
    const id = await addAccount(session, { fields: [{ name: 'PIN', secret: false, value: '4711' }] });
    const field = () => detail(id).fields[0] ?? { id: '', name: '', value: null, secret: false };
    const plain = field().id;
    take(await session.accounts.save({ ...blankForm, id, fields: [{ id: plain, name: 'PIN', secret: true }] }));
    expect(field()).toMatchObject({ secret: true, value: null });
    expect(await reveal(id, `field/${field().id}`)).toBe('4711');
    const sealedAt = field().id;
    take(await session.accounts.save({ ...blankForm, id, fields: [{ id: sealedAt, name: 'PIN', secret: false }] }));
    expect(field()).toMatchObject({ secret: false, value: '4711' });
    take(await session.accounts.save({ ...blankForm, id, fields: [{ id: sealedAt, name: 'PIN', secret: true, value: '12' }] }));
    expect(field().id).not.toBe(sealedAt);
    const twice = { id: field().id, name: 'PIN', secret: true };
    expect(codeOf(await session.accounts.save({ ...blankForm, id, fields: [twice, twice] }))).toBe('not_found');
  });

  it('keeps the marks of backup codes that stay in a new list', async () => {
    const id = await addAccount(session, { backupCodes: ['aaaa', 'bbbb'] });
    const code = detail(id).backupCodes[0]?.id ?? '';
    take(await session.accounts.backupUsed({ id, code, used: true }));
    take(await session.accounts.save({ ...blankForm, id, backupCodes: ['cccc', 'aaaa'] }));
    expect(detail(id).backupCodes.map(({ used }) => used !== null)).toEqual([false, true]);
    expect(await reveal(id, `backup/${detail(id).backupCodes[1]?.id}`)).toBe('aaaa');
    take(await session.accounts.backupUsed({ id, code, used: false }));
    expect(detail(id).backupCodes[1]?.used).toBeNull();
    expect(logged(session).slice(-2)).toEqual(['secret-revealed', 'account-changed']);
  });

  it('refuses texts a message could not carry, by what is wrong with them', async () => {
    const save = async (form: object) => await session.accounts.save({ ...blankForm, ...form });
    expect(await save({ title: 'я'.repeat(61) })).toEqual({ refused: 'text_too_long', facts: { max: 120 } });
    expect(codeOf(await save({ username: 'a\nb' }))).toBe('text_unfit');
    expect(codeOf(await save({ backupCodes: ['ключ'.repeat(16)] }))).toBe('text_too_long');
    expect(codeOf(await save({ password: '🔑'.repeat(300) }))).toBe('text_too_long');
    expect(codeOf(await save({ password: 'a\0b' }))).toBe('text_unfit');
    expect(codeOf(await save({ title: 'я'.repeat(60) }))).toBeNull();
  });

  it('logs a secret before it leaves, and names what was shown', async () => {
    const id = await addAccount(session, { password: 'logged password' });
    const log = logged(session).length;
    await reveal(id, 'password');
    await session.accounts.secret(id, 'password', 'copied');
    await session.accounts.secret(id, 'username', 'copied');
    expect(logged(session).slice(log)).toEqual(['password-revealed', 'password-copied']);
  });
});

describe('a vault that takes no changes', () => {
  it('still opens its secrets, and piles nothing up to be saved', async () => {
    const other = await newWorld('Disk', clock);
    const id = await addAccount(other.session, { password: 'on a full disk' });
    other.file.fail = 'disk_full';
    expect(await other.session.accounts.secret(id, 'password', 'revealed')).toBe('on a full disk');
    const unsaved = other.session.vault.unsaved.length;
    expect(await other.session.accounts.secret(id, 'password', 'revealed')).toBe('on a full disk');
    expect(other.session.vault.unsaved.length).toBe(unsaved);
    expect(codeOf(await other.session.accounts.trash(id))).toBe('disk_full');
  });
});
