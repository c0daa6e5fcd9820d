import { beforeEach, describe, expect, it } from 'vitest';
import { isRefused } from '../../../shared/errors.ts';
import { addAccount, codeOf, logged, newWorld, reopened, take, type World } from '../../support/session-world.ts';

const clock = { now: 1_800_000_000 };
const page = { offset: 0, limit: 10 };
const id = (letter: string): string => letter.repeat(21) + 'A';

describe('records set aside', () => {
  let world: World;
  const put = async (record: { id: string; type: string; v?: number; data: Record<string, string | number> }): Promise<void> => {
    const done = await world.session.vault.commit([{ op: 'put', v: 1, ...record }]);
    if (!done.ok) throw new Error(done.fault);
  };

  beforeEach(async () => {
    world = await newWorld('Studio Voss', clock);
    await addAccount(world.session, { title: 'TikTok' });
    await put({ id: id('b'), type: 'account', data: { title: 'Instagram', changed: 1_799_000_000 } });
    await put({ id: id('c'), type: 'note_card', v: 3, data: { text: 'secret' } });
    world = await reopened(world, clock);
  });

  it('are listed with what is known of them, and counted', () => {
    const { total, rows } = world.session.aside.list(page);
    expect(total).toBe(2);
    expect(world.session.book.setAside).toBe(2);
    const [first, second] = rows.toSorted((a, b) => a.id.localeCompare(b.id));
    expect(first).toMatchObject({ type: 'account', known: true, name: 'Instagram', why: 'missing_field', changed: 1_799_000_000 });
    expect(second).toMatchObject({ type: 'note_card', known: false, v: 3, name: null, why: 'unknown_kind', field: null });
    expect(JSON.stringify(rows)).not.toContain('secret');
    expect(world.session.aside.list({ offset: 1, limit: 10 }).rows).toHaveLength(1);
  });

  it('go only on the person’s word, and the log says so', async () => {
    const sound = world.session.book.all('account')[0]?.id ?? '';
    for (const other of [sound, id('d')]) expect(codeOf(await world.session.aside.remove(other))).toBe('not_found');
    take(await world.session.aside.remove(id('b')));
    expect(logged(world.session).at(-1)).toBe('record-removed');
    world = await reopened(world, clock);
    expect(world.session.aside.list(page).rows.map((row) => row.id)).toEqual([id('c')]);
    expect(world.session.accounts.list({ query: '', sort: 'title', trashed: false, ...page }).total).toBe(1);
  });

  it('stay where a vault cannot be without them', async () => {
    await put({ id: id('e'), type: 'audit', data: { n: 0 } });
    world = await reopened(world, clock);
    expect(world.session.aside.get(id('e'))?.removable).toBe(false);
    expect(isRefused(await world.session.aside.remove(id('e')))).toBe(true);
    expect(world.session.vault.records.has(id('e'))).toBe(true);
  });

  it('are noted in the log once each, whatever happens between', async () => {
    await world.session.aside.note();
    await world.session.aside.note();
    world = await reopened(world, clock);
    await world.session.aside.note();
    expect(logged(world.session).filter((what) => what === 'record-set-aside')).toHaveLength(2);
    await put({ id: id('f'), type: 'note_card', data: { text: 'x' } });
    world = await reopened(world, clock);
    await world.session.aside.note();
    expect(logged(world.session).filter((what) => what === 'record-set-aside')).toHaveLength(3);
  });

  it('survive a compaction as they are', async () => {
    const before = JSON.stringify(world.session.vault.records.get(id('c'))?.data);
    expect((await world.session.vault.compact()).ok).toBe(true);
    world = await reopened(world, clock);
    expect(JSON.stringify(world.session.vault.records.get(id('c'))?.data)).toBe(before);
  });

  it('are tried again at each opening: one that fits by then is back in its list', async () => {
    const whole = world.session.vault.records.get(world.session.book.all('account')[0]?.id ?? '')?.data;
    await put({ id: id('b'), type: 'account', data: { ...(whole as Record<string, string>), title: 'Instagram' } });
    world = await reopened(world, clock);
    expect(world.session.aside.list(page).rows.map((row) => row.id)).toEqual([id('c')]);
    expect(world.session.accounts.list({ query: '', sort: 'title', trashed: false, ...page }).total).toBe(2);
  });
});

describe('the head of a log with a broken entry', () => {
  it.each([Number.MAX_SAFE_INTEGER, 2 ** 48])('is not led astray by an entry numbered %d', async (n) => {
    let world = await newWorld('Studio Voss', clock);
    const audit = [...world.session.vault.records.values()].find(({ type }) => type === 'audit');
    if (audit === undefined) throw new Error('a log');
    const { type, v, data } = audit;
    await world.session.vault.commit([{ op: 'put', id: id('g'), type, v, data: { ...data, n } }]);
    world = await reopened(world, clock);
    expect(world.session.book.logHead.n).toBe(1);
    await addAccount(world.session, { title: 'TikTok' });
    world = await reopened(world, clock);
    expect(world.session.book.logHead.n).toBe(2);
    expect(world.session.log.fault()).toMatchObject({ n: 3, why: 'missing', more: 0 });
  });
});
