import { beforeEach, describe, expect, it } from 'vitest';
import { accountDetail } from '../../../shared/contracts/engine/accounts.ts';
import type { Session } from '../../../main/engine/session.ts';
import { addAccount, blankForm, newWorld, reopened, take, type World } from '../../support/session-world.ts';

const clock = { now: Date.UTC(2026, 10, 26, 8) / 1000 };

describe('what other secrets held before', () => {
  let world: World;
  let session: Session;
  let id: string;
  const detail = (of = session) => accountDetail.parse(take(of.details.get(id)));
  const texts = (of = session) =>
    Promise.all(
      detail(of).earlier.map(async ({ id: entry, of: what, name }) => {
        const text = take(await of.accounts.secret(id, `earlier/${entry}`, 'revealed'));
        return [name ?? what, text];
      }),
    );
  const save = async (form: Parameters<typeof addAccount>[1]) => {
    clock.now += 60;
    take(await session.accounts.save({ ...blankForm, id, ...form }));
  };
  const fieldIds = () => detail().fields.map((field) => field.id);

  beforeEach(async () => {
    world = await newWorld('Studio', clock);
    session = world.session;
    id = await addAccount(session, {
      notes: 'first notes',
      backupCodes: ['1111', '2222'],
      fields: [
        { name: 'PIN', secret: true, value: '7734' },
        { name: 'Store', secret: false, value: 'Lisbon' },
      ],
    });
  });

  it('is kept when they are changed or taken away, the newest first, and read again from the file', async () => {
    const [pin = '', store = ''] = fieldIds();
    const others = { id: store, name: 'Store', secret: false };
    await save({ notes: 'second notes' });
    await save({ backupCodes: ['2222', '3333'] });
    await save({ fields: [{ id: pin, name: 'Card PIN', secret: true, value: '1234' }, others] });
    await save({ fields: [others], notes: null });
    const all = [
      ['Card PIN', '1234'],
      ['notes', 'second notes'],
      ['PIN', '7734'],
      ['backup_codes', '1111\n2222'],
      ['notes', 'first notes'],
    ];
    expect(await texts()).toEqual(all);
    expect(await texts((await reopened(world, clock)).session)).toEqual(all);
  });

  it('is not made of what is written down again, or stands there in the open', async () => {
    const [pin = '', store = ''] = fieldIds();
    await save({
      notes: 'first notes',
      backupCodes: ['2222', '1111'],
      fields: [
        { id: store, name: 'Store', secret: false, value: 'Porto' },
        { id: pin, name: 'PIN', secret: false },
      ],
    });
    expect(detail().earlier).toEqual([]);
    expect(session.book.get('account', id)?.earlier).toBeUndefined();
  });

  it('is twenty values at most, and the oldest go first', async () => {
    for (let i = 0; i < 25; i++) await save({ notes: `notes ${i}` });
    const kept = await texts();
    expect(kept).toHaveLength(20);
    expect(kept[0]).toEqual(['notes', 'notes 23']);
    expect(kept.at(-1)).toEqual(['notes', 'notes 4']);
  });

  it('is found by no search', async () => {
    await save({ notes: null });
    const { total } = session.accounts.list({ query: 'first notes', sort: 'title', trashed: false, offset: 0, limit: 10 });
    expect(total).toBe(0);
  });
});
