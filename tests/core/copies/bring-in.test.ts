import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markedTitle } from '../../../main/core/copies/bring-in.ts';
import { putBytes } from '../../../main/core/vault/record.ts';
import type { VaultRecord } from '../../../main/core/vault/operations.ts';
import { isRefused } from '../../../shared/errors.ts';
import {
  addAccount,
  addSeed,
  befriend,
  blankForm,
  codeOf,
  draftFor,
  lend,
  logged,
  newWorld,
  take,
} from '../../support/session-world.ts';
import { bring, bytesOf, copyBeside, innerIds, listed, secretsOf } from './support.ts';

const SLOW = process.env['SLOW'] === '1';
const clock = { now: Date.UTC(2026, 10, 25, 7) / 1000 };
const seed = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

const textOf = (record: VaultRecord): string => Buffer.from(putBytes(record)).toString();

const secret = fc.string({ minLength: 1, maxLength: 40, unit: 'binary' }).filter((text) => !text.includes('\0'));
const line = fc.string({ minLength: 1, maxLength: 20 });
const form = fc.record({
  title: line,
  username: fc.option(line),
  password: fc.option(secret),
  notes: fc.option(line),
  tags: fc.uniqueArray(line, { maxLength: 3 }),
  backupCodes: fc.uniqueArray(line, { maxLength: 4 }),
  fields: fc.array(fc.record({ name: line, secret: fc.boolean(), value: line }), { maxLength: 3 }),
  later: fc.array(secret, { maxLength: 3 }),
  withSeed: fc.boolean(),
  withCandidate: fc.boolean(),
});

describe('accounts brought in', () => {
  it('hold the same secrets under fresh ids, and nothing that was there is put again', async () => {
    const world = await newWorld('Maren', clock);
    const { session } = world;
    let secrets = 0;
    let accounts = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(form, { minLength: 1, maxLength: 3 }), async (forms) => {
        const ids: string[] = [];
        for (const { later, withSeed, withCandidate, ...rest } of forms) {
          const id = await addAccount(session, { ...blankForm, ...rest });
          for (const password of later)
            take(await session.accounts.save({ ...blankForm, ...rest, fields: undefined, backupCodes: undefined, id, password }));
          if (withSeed) await addSeed(session, id, seed);
          if (withCandidate) take(await session.candidates.make({ account: id, length: 20, symbols: true }));
          ids.push(id);
        }
        const copy = await copyBeside(session, bytesOf(world));
        const before = new Map([...session.vault.records].map(([id, record]) => [id, textOf(record)]));
        const known = new Set([...before.values()].flatMap((text) => [...text.matchAll(/[A-Za-z0-9_-]{22}/g)].map(([id]) => id)));
        const done = take(await bring(session, copy, ids));
        expect(done).toMatchObject({ clients: 0, unreadable: 0, ownerless: 0 });
        for (const [at, fresh] of done.ids.entries()) {
          const old = ids[at] ?? '';
          const there = copy.get('account', old);
          const made = session.book.get('account', fresh);
          if (there === null || made === null) throw new Error('both are accounts');
          const open = session.book.open.bind(session.book);
          const theirs = secretsOf(old, there, (id, path, field) => copy.open(id, path, field));
          expect(theirs.every(([, value]) => value !== null)).toBe(true);
          expect(secretsOf(fresh, made, open)).toEqual(theirs);
          secrets += theirs.length;
          for (const id of [fresh, ...innerIds(made)]) expect(known.has(id)).toBe(false);
          expect(new Set(innerIds(made)).size).toBe(innerIds(there).length);
          expect(made.title).toBe(markedTitle(there.title, ' (from backup)'));
          expect(made.versions).toEqual(there.versions);
          accounts++;
        }
        copy.close();
        const fresh = new Set(done.ids);
        for (const [id, record] of session.vault.records) {
          const was = before.get(id);
          if (was !== undefined) expect(textOf(record)).toBe(was);
          else expect(record.type === 'audit' || fresh.has(id)).toBe(true);
        }
        for (const id of before.keys()) expect(session.vault.records.has(id)).toBe(true);
      }),
      { numRuns: SLOW ? 200 : 20 },
    );
    expect(session.log.verify().bad).toBeNull();
    console.log(`accounts brought in: ${accounts}, secrets compared: ${secrets}`);
  });

  it('are one save with one entry of the log each, and are read back as they were', async () => {
    const world = await newWorld('Maren', clock);
    const { session } = world;
    const ids = [await addAccount(session, { title: 'One' }), await addAccount(session, { title: 'Two' })];
    const copy = await copyBeside(session, bytesOf(world));
    const { seq } = session.vault.position;
    const done = take(await bring(session, copy, ids));
    expect(session.vault.position.seq).toBe(seq + 1);
    expect(logged(session).slice(-2)).toEqual(['account-brought-in', 'account-brought-in']);
    expect(take(session.details.get(done.ids[1] ?? '')).lately.map(({ what, about }) => [what, about])).toEqual([
      ['account-brought-in', 'Two (from backup)'],
    ]);
  });

  it('leave loans, the trash and use behind, and keep the owner by their keys', async () => {
    const world = await newWorld('Maren', clock);
    const other = await newWorld('Tomás', clock);
    const { session } = world;
    const { a: contact } = await befriend(session, other.session);
    const id = await addAccount(session, { title: 'Lent', password: 'Tr7&mel04', owner: contact });
    await lend(session, draftFor(id, contact, '2026-12-04'));
    take(await session.accounts.secret(id, 'password', 'revealed'));
    take(await session.accounts.trash(id));
    const copy = await copyBeside(session, bytesOf(world));
    const counts = () => (['grant', 'sent', 'seen', 'run'] as const).map((type) => session.book.count(type));
    const before = counts();
    const done = take(await bring(session, copy, [id]));
    expect(counts()).toEqual(before);
    const made = session.book.get('account', done.ids[0] ?? '');
    expect(made?.owner).toBe(contact);
    expect([made?.trashed, made?.used]).toEqual([undefined, undefined]);
    expect(take(session.details.get(done.ids[0] ?? ''))).toMatchObject({
      access: [],
      exposures: [{ secret: 'password', seenBy: { contact } }],
    });
  });

  it('stay exposed to whoever saw their secrets, until those are changed, and tell of people not known here', async () => {
    const world = await newWorld('Maren', clock);
    const { session } = world;
    const [tomas, ines] = [await newWorld('Tomás', clock), await newWorld('Ines', clock)];
    const known = (await befriend(session, tomas.session)).a;
    const gone = (await befriend(session, ines.session)).a;
    const id = await addAccount(session, { title: 'Lent', password: 'Tr7&mel04' });
    for (const contact of [known, gone]) await lend(session, draftFor(id, contact, '2026-12-04'));
    const kept = await addAccount(session, { title: 'Changed since', password: 'before' });
    await lend(session, draftFor(kept, known, '2026-12-04'));
    take(await session.accounts.save({ ...blankForm, id: kept, title: 'Changed since', password: 'after' }));
    const bytes = bytesOf(world);
    await session.book.change((draft) => (draft.del(gone), {}));
    const copy = await copyBeside(session, bytes);
    const done = take(await bring(session, copy, [id, kept]));
    expect(done.strangers).toBe(1);
    const [first = '', second = ''] = done.ids;
    const seenOf = (account: string) => take(session.details.get(account)).exposures.map(({ seenBy }) => seenBy.contact);
    expect(seenOf(first)).toEqual([known]);
    expect(seenOf(second)).toEqual([]);
    take(await session.candidates.make({ account: first, length: 20, symbols: true }));
    take(await session.candidates.worked(first));
    expect(seenOf(first)).toEqual([]);
    expect(seenOf(id)).toContain(known);
  });

  it('are nobody’s but one’s own when their owner is not known here, which is told', async () => {
    const world = await newWorld('Maren', clock);
    const other = await newWorld('Tomás', clock);
    const { session } = world;
    const { a: contact } = await befriend(session, other.session);
    const id = await addAccount(session, { title: 'Theirs', owner: contact });
    const bytes = bytesOf(world);
    const account = session.book.get('account', id);
    if (account === null) throw new Error('it is there');
    const { owner: _, ...kept } = account;
    await session.book.change((draft) => (draft.put('account', id, kept), draft.del(contact), {}));
    const copy = await copyBeside(session, bytes);
    const done = take(await bring(session, copy, [id]));
    expect(done.ownerless).toBe(1);
    expect(session.book.get('account', done.ids[0] ?? '')?.owner).toBeUndefined();
    // The same person's card again is another record with the same keys.
    const { card } = other.session.me.view();
    const again = take(await session.inbox.read(card)).contact;
    const second = take(await bring(session, copy, [id]));
    expect(session.book.get('account', second.ids[0] ?? '')?.owner).toBe(again);
  });

  it('go to the client of the same record, else of the same name, else to one made new', async () => {
    const world = await newWorld('Maren', clock);
    const { session } = world;
    const save = async (name: string, id?: string) =>
      take(
        await session.clients.save({ ...(id === undefined ? {} : { id }), name, colour: 3, notes: 'call first', archived: false }),
      ).id;
    const [renamed, removed, gone] = [await save('Harbour'), await save('Fennel & Co'), await save('Orchard')];
    const ids: string[] = [];
    for (const client of [renamed, removed, gone, gone]) ids.push(await addAccount(session, { client }));
    const bytes = bytesOf(world);
    await save('Harbour Bakery', renamed);
    take(await session.clients.remove(removed));
    take(await session.clients.remove(gone));
    const again = await save('FENNEL & CO');
    const copy = await copyBeside(session, bytes);
    const done = take(await bring(session, copy, ids));
    expect(done.clients).toBe(1);
    const clients = done.ids.map((id) => session.book.get('account', id)?.client);
    expect(clients.slice(0, 2)).toEqual([renamed, again]);
    expect(clients[2]).toBe(clients[3]);
    expect([renamed, removed, gone, again]).not.toContain(clients[2]);
    expect(session.book.get('client', clients[2] ?? '')).toEqual({
      name: 'Orchard',
      colour: 3,
      notes: 'call first',
      archived: false,
    });
    // A second time the one made then is found by its name.
    expect(take(await bring(session, copy, ids)).clients).toBe(0);
  });

  it('come all or none: an id the copy does not have, or a client too many, saves nothing', async () => {
    const world = await newWorld('Maren', clock);
    const { session } = world;
    const client = take(await session.clients.save({ name: 'Last', colour: 1, notes: null, archived: false })).id;
    const id = await addAccount(session, { client });
    const copy = await copyBeside(session, bytesOf(world));
    const { seq } = session.vault.position;
    expect(codeOf(await bring(session, copy, [id, session.book.newId()]))).toBe('not_found');
    take(await session.clients.remove(client));
    await session.book.change((draft) => {
      for (let n = 0; n < 1000; n++) draft.put('client', session.book.newId(), { name: `C${n}`, colour: 1, archived: false });
      return {};
    });
    expect(codeOf(await bring(session, copy, [id]))).toBe('too_many');
    expect(session.vault.position.seq).toBe(seq + 2);
    expect(session.book.count('account')).toBe(1);
  });

  it('are without the secrets that do not open, which are counted', async () => {
    const world = await newWorld('Maren', clock);
    const { session } = world;
    const id = await addAccount(session, { password: 'kept', notes: 'kept too', backupCodes: ['1111', '2222'] });
    await addSeed(session, id, seed);
    const account = session.book.get('account', id);
    const [first, second] = account?.backup_codes ?? [];
    const [factor] = account?.factors ?? [];
    if (account === null || first === undefined || second === undefined || factor?.seed === undefined) throw new Error('made so');
    // Sealed for other places, as after a slip of a program.
    await session.book.change((draft) => {
      draft.put('account', id, {
        ...account,
        notes: session.book.seal(id, 'password', 1, 'elsewhere'),
        backup_codes: [{ ...first, code: second.code }, second],
        factors: [{ ...factor, seed: session.book.seal(id, 'notes', 1, 'elsewhere') }],
      });
      return {};
    });
    const copy = await copyBeside(session, bytesOf(world));
    const done = take(await bring(session, copy, [id]));
    expect(done.unreadable).toBe(3);
    const made = done.ids[0] ?? '';
    expect(await session.accounts.secret(made, 'password', 'revealed')).toBe('kept');
    const data = session.book.get('account', made);
    expect(data?.notes).toBeUndefined();
    expect(data?.backup_codes).toHaveLength(1);
    expect(data?.factors).toMatchObject([{ kind: 'authenticator' }]);
    expect(data?.factors[0]?.seed).toBeUndefined();
  });

  it('give the same codes by their own seed', async () => {
    const world = await newWorld('Maren', clock);
    const { session } = world;
    const id = await addAccount(session);
    await addSeed(session, id, seed);
    const copy = await copyBeside(session, bytesOf(world));
    const made = take(await bring(session, copy, [id])).ids[0] ?? '';
    expect(take(session.factors.live(made)).live?.code).toBe(take(session.factors.live(id)).live?.code);
  });

  it('are refused by a vault that takes no changes', async () => {
    const world = await newWorld('Maren', clock);
    const { session, file } = world;
    const id = await addAccount(session);
    const copy = await copyBeside(session, bytesOf(world));
    file.fail = 'disk_full';
    const refused = await bring(session, copy, [id]);
    expect(isRefused(refused) && refused.refused).toBe('disk_full');
    expect(listed(session, copy).counts.same).toBe(1);
  });
});

describe('a marked title', () => {
  it('keeps mark and title within what a message carries, and cuts no character', () => {
    const mark = ' (from backup of 12 Mar)';
    expect(markedTitle('TikTok', mark)).toBe(`TikTok${mark}`);
    let cut = 0;
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 120, unit: 'grapheme', size: 'max' }), (title) => {
        const marked = markedTitle(title, mark);
        expect(Buffer.byteLength(marked)).toBeLessThanOrEqual(120);
        expect(marked.endsWith(mark)).toBe(true);
        expect(marked.isWellFormed()).toBe(true);
        if (marked === title + mark) return;
        const kept = marked.slice(0, -mark.length - 1);
        const whole = [...new Intl.Segmenter().segment(title)].map(({ index }) => title.slice(0, index).trimEnd());
        expect(whole).toContain(kept);
        cut++;
      }),
      { numRuns: SLOW ? 5000 : 500 },
    );
    expect(markedTitle('👩‍👩‍👧‍👦'.repeat(8), mark)).toBe(`${'👩‍👩‍👧‍👦'.repeat(3)}…${mark}`);
    console.log(`titles cut: ${cut}`);
  });
});
