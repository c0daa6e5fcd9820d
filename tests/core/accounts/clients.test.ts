import { beforeAll, describe, expect, it } from 'vitest';
import { accountCalls } from '../../../shared/contracts/engine/accounts.ts';
import { MAX_MESSAGE } from '../../../shared/limits.ts';
import type { Session } from '../../../main/engine/session.ts';
import { addAccount, codeOf, newWorld, take } from '../../support/session-world.ts';

let session: Session;

beforeAll(async () => {
  session = (await newWorld('Maren', { now: 1_790_000_000 })).session;
});

const form = { name: 'Harbour Bakery', colour: 1, notes: null, archived: false };

describe('clients', () => {
  it('count their accounts, and lose them to no client when removed', async () => {
    const { id } = take(await session.clients.save(form));
    const account = await addAccount(session, { client: id });
    const trashed = await addAccount(session, { client: id });
    take(await session.accounts.trash(trashed));
    expect(session.clients.list()).toMatchObject({ clients: [{ id, accounts: 1 }], unfiled: 0 });
    take(await session.clients.remove(id));
    expect(session.clients.list()).toEqual({ clients: [], unfiled: 1 });
    expect(take(session.details.get(account)).client).toBeNull();
    take(await session.accounts.restore(trashed));
    expect(session.clients.list().unfiled).toBe(2);
  });

  it('come back with what was theirs, unless that went to another client since', async () => {
    const [mine, other] = [
      take(await session.clients.save(form)).id,
      take(await session.clients.save({ ...form, name: 'Fennel' })).id,
    ];
    const [stays, leaves] = [await addAccount(session, { client: mine }), await addAccount(session, { client: mine })];
    take(await session.clients.remove(mine));
    take(await session.bulks.run({ ids: [leaves], act: { kind: 'move', client: other } }));
    take(await session.clients.putBack(mine));
    expect(take(session.details.get(stays)).client).toBe(mine);
    expect(take(session.details.get(leaves)).client).toBe(other);
    expect(codeOf(await session.clients.putBack(mine))).toBe('not_found');
    for (const id of [mine, other]) take(await session.clients.remove(id));
  });

  it('have notes that together fit the one answer they travel in', async () => {
    const notes = '☕'.repeat(4000);
    let code: string | null = null;
    for (let i = 0; i < 100 && code === null; i++)
      code = codeOf(await session.clients.save({ ...form, name: `Client ${i}`, notes }));
    expect(code).toBe('too_large');
    const answer = accountCalls['clients.list'].result.parse(session.clients.list());
    expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(MAX_MESSAGE);
  });
});
