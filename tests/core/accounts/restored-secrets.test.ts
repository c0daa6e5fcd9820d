import { beforeEach, describe, expect, it } from 'vitest';
import { accountDetail } from '../../../shared/contracts/engine/accounts.ts';
import type { Session } from '../../../main/engine/session.ts';
import {
  addAccount,
  befriend,
  blankForm,
  codeOf,
  draftFor,
  lend,
  logged,
  newWorld,
  reopened,
  take,
  type World,
} from '../../support/session-world.ts';

const DAY = 86_400;

describe('an earlier secret', () => {
  const clock = { now: 0 };
  let world: World;
  let owner: Session;
  let ana: string;
  let id: string;

  const detail = (of = owner) => accountDetail.parse(take(of.details.get(id)));
  const reveal = async (field: string, of = owner) => take(await of.accounts.secret(id, field, 'revealed'));
  const save = async (form: Parameters<typeof addAccount>[1]) => {
    clock.now += DAY;
    take(await owner.accounts.save({ ...blankForm, id, ...form }));
  };
  const entryOf = async (text: string) => {
    for (const { id: entry } of detail().earlier) if ((await reveal(`earlier/${entry}`)) === text) return entry;
    throw new Error('not kept');
  };
  const putBack = async (text: string) => {
    const earlier = await entryOf(text);
    clock.now += DAY;
    return owner.accounts.earlierSecrets.restore({ id, earlier });
  };
  const texts = async () => Promise.all(detail().earlier.map(({ id: entry }) => reveal(`earlier/${entry}`)));
  const codes = async (of = owner) =>
    Promise.all(detail(of).backupCodes.map(async ({ id: code, used }) => [await reveal(`backup/${code}`, of), used]));
  const use = async (at: number) => {
    clock.now += 60;
    take(await owner.accounts.backupUsed({ id, code: detail().backupCodes[at]?.id ?? '', used: true }));
    return clock.now;
  };
  const seen = () => detail().exposures.map(({ secret, seenBy, at }) => ({ secret, contact: seenBy.contact, at }));
  const lendCodes = () => lend(owner, draftFor(id, ana, '2026-12-20', { password: false, backupCodes: true }));

  beforeEach(async () => {
    clock.now = Date.UTC(2026, 10, 2, 8) / 1000;
    world = await newWorld('Owner', clock);
    owner = world.session;
    ana = (await befriend(owner, (await newWorld('Ana', clock)).session)).a;
    id = await addAccount(owner, {
      notes: 'first notes',
      backupCodes: ['1111', '2222'],
      fields: [{ name: 'PIN', secret: true, value: '7734' }],
    });
  });

  it('that is not there, or does not open, changes nothing', async () => {
    await save({ notes: 'second notes' });
    const before = owner.book.get('account', id);
    expect(codeOf(await owner.accounts.earlierSecrets.restore({ id, earlier: owner.book.newId() }))).toBe('not_found');
    const broken = owner.book.newId();
    const [entry] = before?.earlier ?? [];
    if (before === null || entry === undefined) throw new Error('kept');
    take(
      await owner.book.change((draft) => {
        draft.put('account', id, { ...before, earlier: [{ ...entry, id: broken }] });
        return {};
      }),
    );
    expect(codeOf(await owner.accounts.earlierSecrets.restore({ id, earlier: broken }))).toBe('damaged_vault');
    expect(await reveal('notes')).toBe('second notes');
  });

  it('is the notes again, those in force are kept, and going to and fro keeps each once', async () => {
    await save({ notes: 'second notes' });
    const { notes: ver } = owner.book.get('account', id)?.versions ?? { notes: 0 };
    take(await putBack('first notes'));
    expect(await reveal('notes')).toBe('first notes');
    expect(owner.book.get('account', id)?.versions.notes).toBe(ver + 1);
    expect(detail().changed).toBe(clock.now);
    expect(logged(owner)).toContain('notes-restored');
    expect(await texts()).toEqual(['second notes', 'first notes']);
    take(await putBack('second notes'));
    take(await putBack('first notes'));
    expect(await texts()).toEqual(['second notes', 'first notes']);
    const acts = logged(owner).length;
    take(await putBack('first notes'));
    expect(logged(owner).slice(acts)).not.toContain('notes-restored');
    expect(await reveal('notes', (await reopened(world, clock)).session)).toBe('first notes');
  });

  it('comes back as notes after they were cleared', async () => {
    await save({ notes: null });
    take(await putBack('first notes'));
    expect(await reveal('notes')).toBe('first notes');
  });

  it('goes into its field, whatever that is called now', async () => {
    const [pin] = detail().fields;
    await save({ fields: [{ id: pin?.id ?? '', name: 'Card PIN', secret: true, value: '1234' }] });
    take(await putBack('7734'));
    expect(detail().fields.map(({ name }) => name)).toEqual(['Card PIN']);
    expect(await reveal(`field/${pin?.id}`)).toBe('7734');
    expect(await texts()).toContain('1234');
    expect(logged(owner)).toContain('field-restored');
  });

  it('is kept for each field it was in, though two held the same', async () => {
    const [pin] = detail().fields;
    await save({
      fields: [
        { id: pin?.id ?? '', name: 'PIN', secret: true },
        { name: 'PUK', secret: true, value: '7734' },
      ],
    });
    const named = detail().fields.map(({ id: field, name }) => ({ id: field, name, secret: true }));
    for (const name of ['PIN', 'PUK'])
      await save({ fields: named.map((field) => (field.name === name ? { ...field, value: '1' } : field)) });
    expect(detail().earlier.map(({ name }) => name)).toEqual(['PUK', 'PIN']);
  });

  it('comes back beside the others when its field is gone or stands in the open, and is found again by its name', async () => {
    const [pin] = detail().fields;
    await save({ fields: [{ id: pin?.id ?? '', name: 'PIN', secret: true, value: '1234' }] });
    await save({ fields: [{ id: pin?.id ?? '', name: 'Shop', secret: false, value: 'Lisbon' }] });
    take(await putBack('7734'));
    expect(detail().fields).toMatchObject([
      { name: 'Shop', value: 'Lisbon', secret: false },
      { name: 'PIN', secret: true },
    ]);
    take(await putBack('1234'));
    expect(detail().fields).toHaveLength(2);
    expect(await reveal(`field/${detail().fields[1]?.id}`)).toBe('1234');
    await save({ fields: Array.from({ length: 32 }, (_, at) => ({ name: `Field ${at}`, secret: false, value: 'x' })) });
    expect(codeOf(await putBack('7734'))).toBe('too_many');
  });

  it('is the whole list of backup codes again, each with the mark it had', async () => {
    const used = await use(0);
    await save({ backupCodes: ['2222', '3333'] });
    expect((await codes()).map(([code]) => code)).toEqual(['2222', '3333']);
    take(await putBack('1111\n2222'));
    const all = [
      ['1111', used],
      ['2222', null],
    ];
    expect(await codes()).toEqual(all);
    expect(await texts()).toContain('2222\n3333');
    expect(logged(owner)).toContain('backup-codes-restored');
    expect(await codes((await reopened(world, clock)).session)).toEqual(all);
  });

  it('never brings a used backup code back unused, in whichever list it was marked', async () => {
    await save({ backupCodes: ['3333', '4444'] });
    take(await putBack('1111\n2222'));
    const used = await use(1);
    await save({ backupCodes: ['3333', '4444'] });
    const [first] = (owner.book.get('account', id)?.earlier ?? []).filter(({ of }) => of === 'backup_codes');
    expect(first?.used).toEqual([0, 0]);
    take(await owner.accounts.earlierSecrets.restore({ id, earlier: first?.id ?? '' }));
    expect(await codes()).toEqual([
      ['1111', null],
      ['2222', used],
    ]);
  });

  it('is exposed again to whoever saw the codes, from when they saw them', async () => {
    const at = clock.now;
    await lendCodes();
    await save({ backupCodes: ['3333', '4444'] });
    expect(seen()).toEqual([]);
    await save({ backupCodes: ['5555', '6666'] });
    take(await putBack('3333\n4444'));
    expect(seen()).toEqual([]);
    take(await putBack('1111\n2222'));
    expect(seen()).toEqual([{ secret: 'backup_codes', contact: ana, at }]);
    // Going to and fro notes nobody twice and ends nothing: the platform was told nothing.
    take(await putBack('5555\n6666'));
    take(await putBack('1111\n2222'));
    expect(seen()).toHaveLength(1);
    await save({ backupCodes: ['7777', '8888'] });
    expect(seen()).toEqual([]);
  });

  it('is exposed by the same rule when an old code is typed in by hand', async () => {
    await lendCodes();
    await save({ backupCodes: ['3333', '4444'] });
    await save({ backupCodes: ['5555', '2222'] });
    expect(seen()).toMatchObject([{ secret: 'backup_codes', contact: ana }]);
  });

  it('of a list nobody noted the version of counts as seen by all who saw any', async () => {
    await lendCodes();
    await save({ backupCodes: ['3333', '4444'] });
    const account = owner.book.get('account', id);
    if (account?.earlier === undefined) throw new Error('kept');
    const earlier = account.earlier.map(({ ver: _v, used: _u, field: _f, ...entry }) => entry);
    take(
      await owner.book.change((draft) => {
        draft.put('account', id, { ...account, earlier });
        return {};
      }),
    );
    take(await putBack('1111\n2222'));
    expect(seen()).toHaveLength(1);
    expect((await codes()).map(([, used]) => used)).toEqual([null, null]);
  });
});
