import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PinnedTeller } from '../../main/engine/pinned-teller.ts';
import { hostContract } from '../../shared/contracts/host.ts';
import { addAccount, addSeed, newWorld, take, type World } from '../support/session-world.ts';

const TOTP = 'otpauth://totp/Shop?secret=JBSWY3DPEHPK3PXP';
const HOTP = 'otpauth://hotp/Depot?secret=JBSWY3DPEHPK3PXP';
const told: { id: string; name: string }[][] = [];
let world: World;
let teller: PinnedTeller;

beforeEach(async () => {
  told.length = 0;
  world = await newWorld('Maren', { now: 1_790_000_010 });
  teller = new PinnedTeller(() => world.session, { tellPinned: async (items) => void told.push(items) });
});

afterEach(() => teller.last());

async function pinned(title: string, uri: string | null, username: string | null = null): Promise<string> {
  const id = await addAccount(world.session, { title, username });
  if (uri !== null) await addSeed(world.session, id, uri);
  take(await world.session.pins.pin({ id, before: null }));
  return id;
}

async function names(): Promise<string[]> {
  const before = told.length;
  teller.soon(new Set(['accounts']));
  await vi.waitFor(() => expect(told.length).toBeGreaterThan(before));
  return told.at(-1)?.map(({ name }) => name) ?? [];
}

describe('what the tray is told of pinned accounts', () => {
  it('names those whose codes go by time, two of one title by their usernames', async () => {
    await pinned('Shop', TOTP, '@harbour');
    await pinned('Shop', TOTP, '@bakery');
    await pinned('Mail', TOTP, '@studio');
    await pinned('Depot', HOTP);
    await pinned('Bank', null);
    expect(await names()).toEqual(['Shop, @harbour', 'Shop, @bakery', 'Mail']);
  });

  it('is nothing any more before the vault is closed', async () => {
    await pinned('Shop', TOTP);
    await names();
    teller.soon(new Set(['accounts']));
    teller.last();
    expect(told.at(-1)).toEqual([]);
  });

  it('fits the contract, also where a long name is cut in the middle of a character', async () => {
    for (const name of ['a', 'b']) await pinned('Shop', TOTP, `${name}${'x'.repeat(112)}🥖${'x'.repeat(9)}`);
    await names();
    expect(hostContract.calls['host.pinned'].params.safeParse({ items: told.at(-1) }).success).toBe(true);
  });
});
