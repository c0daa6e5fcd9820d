import { describe, expect, it } from 'vitest';
import { COMMAND_IDS, COMMANDS } from '../../shared/commands.ts';
import { PLACES_A_MINUTE } from '../../main/shell/around-window.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import type { MemoryDesk } from '../support/memory-desk.ts';
import { settle } from '../support/virtual-clock.ts';
import { OFFSET, type Running, start, told } from './app-harness.ts';

const SHOP = { id: 'S'.repeat(22), name: 'Shopify' };
const MAIL = { id: 'M'.repeat(22), name: 'Studio mail' };

interface Furnished extends Running {
  readonly desk: MemoryDesk;
}

async function furnished(before: (desk: MemoryDesk) => void = () => undefined): Promise<Furnished> {
  let desk: MemoryDesk | null = null;
  const running = await start((shell) => {
    desk = shell.furnish();
    before(desk);
  }, temporaryFolder());
  if (desk === null) throw new Error('no desk');
  return { ...running, desk };
}

/** The same with an open vault that has two pinned accounts. */
async function opened(): Promise<Furnished> {
  const running = await furnished();
  await running.shell.engine.call('host.vault', { open: true });
  await running.shell.engine.call('host.pinned', { items: [SHOP, MAIL] });
  return running;
}

async function quick({ shell }: Running): Promise<unknown> {
  const reply = await shell.current.client.call('quick.state', {});
  return reply.ok ? reply.value : reply.code;
}

async function set({ shell }: Running, change: Parameters<typeof shell.current.client.call<'settings.set'>>[1]): Promise<void> {
  await shell.current.client.call('settings.set', change);
  await settle();
}

describe('quick access', () => {
  it('makes the window small at its key, and gives the focus back at the next press', async () => {
    const running = await furnished();
    expect(running.desk.key).toBe(true);
    expect(await quick(running)).toEqual({ on: false, key: 'taken' });
    running.desk.pressed.tell(undefined);
    expect(await quick(running)).toEqual({ on: true, key: 'taken' });
    running.desk.pressed.tell(undefined);
    expect(running.desk.shown).toEqual(['quick', null]);
    await settle();
    expect(told(running.shell, 'quick')).toContainEqual({ on: true, key: 'taken' });
    expect(told(running.shell, 'quick').at(-1)).toEqual({ on: false, key: 'taken' });
  });

  it('ends when the page says so, with the whole window or without, and when the small one loses the focus', async () => {
    const running = await furnished();
    const { client } = running.shell.current;
    for (const end of [
      () => client.call('quick.close', { whole: true }),
      () => client.call('quick.close', { whole: false }),
      () => Promise.resolve(running.desk.blurred.tell(undefined)),
    ]) {
      running.desk.pressed.tell(undefined);
      await end();
    }
    await client.call('quick.close', { whole: true });
    expect(running.desk.shown).toEqual(['quick', 'whole', 'quick', null, 'quick', null]);
  });

  it('is still on for the page that comes after a lock', async () => {
    const running = await opened();
    running.desk.pressed.tell(undefined);
    await running.shell.current.client.call('shell.lock', {});
    await settle();
    expect(running.shell.pages).toHaveLength(2);
    expect(await quick(running)).toEqual({ on: true, key: 'taken' });
  });

  it('says when the system refuses the key, and gives it back when it is turned off and at the end', async () => {
    const refused = await furnished((desk) => {
      desk.givesKey = false;
    });
    expect(await quick(refused)).toEqual({ on: false, key: 'refused' });
    const running = await furnished();
    await set(running, { quickKey: false });
    expect([running.desk.key, await quick(running)]).toEqual([false, { on: false, key: null }]);
    await set(running, { quickKey: true });
    expect(running.desk.key).toBe(true);
    await running.app.close();
    expect(running.desk.key).toBe(false);
  });

  it('is nothing on a host without a desk', async () => {
    const running = await start();
    expect(await quick(running)).toEqual({ on: false, key: null });
    expect(await running.shell.current.client.call('quick.close', { whole: true })).toEqual({ ok: true, value: {} });
  });
});

describe('the tray', () => {
  it('names pinned accounts while the vault is open, and nobody once it is locked or the engine is gone', async () => {
    for (const end of ['lock', 'die'] as const) {
      const running = await opened();
      expect(running.desk.tray).toEqual({ locked: false, waits: false, items: [SHOP, MAIL] });
      if (end === 'die') running.shell.engine.die();
      else running.desk.choice.tell({ act: 'lock' });
      await settle();
      expect(running.desk.tray, end).toEqual({ locked: true, waits: false, items: [] });
    }
  });

  it('takes no names that come after the lock', async () => {
    const running = await opened();
    await running.shell.engine.call('host.vault', { open: false });
    await running.shell.engine.call('host.pinned', { items: [SHOP] });
    expect(running.desk.tray?.items).toEqual([]);
  });

  it('has a dot while something is over, and from the moment it is', async () => {
    const running = await opened();
    const at = Math.floor(running.clock.now() / 1000) + OFFSET + 60;
    await running.shell.engine.call('host.digest', { vault: 'V'.repeat(22), ends: [{ at, count: 1 }], over: 0 });
    expect(running.desk.tray?.waits).toBe(false);
    await running.clock.move(61_000);
    expect(running.desk.tray?.waits).toBe(true);
    await set(running, { digestWhenLocked: false });
    expect(running.desk.tray?.waits).toBe(false);
  });

  it('opens, copies the code of an account that is pinned, locks and quits', async () => {
    const running = await opened();
    running.desk.choice.tell({ act: 'open' });
    running.desk.choice.tell({ act: 'quick' });
    expect(running.desk.shown).toEqual(['whole', 'quick']);
    running.desk.choice.tell({ act: 'code', account: MAIL.id });
    running.desk.choice.tell({ act: 'code', account: 'X'.repeat(22) });
    await settle();
    expect(running.shell.engine.log.filter((one) => one.startsWith('copyCode'))).toEqual([`copyCode ${MAIL.id}`]);
    running.desk.choice.tell({ act: 'quit' });
    await running.app.closed;
    expect(running.desk.tray).toBeNull();
  });
});

describe('settings of the window', () => {
  it('hold from the start and from the moment they are changed', async () => {
    const running = await furnished();
    expect([running.desk.protected, running.desk.stays]).toEqual([true, false]);
    const changed = set(running, { protectWindow: false, stayInTray: true });
    await settle();
    running.shell.system.questions[0]?.answer(true);
    await changed;
    expect([running.desk.protected, running.desk.stays]).toEqual([false, true]);
  });

  it('touch nothing the host cannot do', async () => {
    let desk: MemoryDesk | null = null;
    await start((shell) => {
      desk = shell.furnish();
      for (const one of ['tray', 'native_menu', 'quick_window', 'content_protection'] as const) shell.system.missing.add(one);
    });
    expect(desk).toMatchObject({ tray: null, menus: [], key: false, protected: null, stays: null });
  });
});

describe('the menu', () => {
  it('has every command once, with its name and key, and hands a choice to the page', async () => {
    const running = await furnished();
    const items = running.desk.menus.flatMap((menu) => menu.items);
    expect(items.map(({ id }) => id).toSorted()).toEqual([...COMMAND_IDS].toSorted());
    for (const { id, label, keys } of items) {
      expect(keys).toBe(COMMANDS[id].keys);
      expect(label.length).toBeGreaterThan(2);
    }
    running.desk.menu.tell('goLedger');
    await settle();
    expect(told(running.shell, 'command')).toEqual([{ id: 'goLedger' }]);
  });
});

describe('a link', () => {
  it('opens the window and leads to its place, at once or after unlocking', async () => {
    const running = await furnished();
    running.desk.link.tell('latchkey:go/ledger');
    running.desk.link.tell('latchkey:go/inbox');
    await settle();
    expect(running.desk.shown).toEqual(['whole', 'whole']);
    expect(told(running.shell, 'command')).toEqual([]);
    await running.shell.engine.call('host.vault', { open: true });
    await settle();
    expect(told(running.shell, 'command')).toEqual([{ id: 'goInbox' }]);
    running.desk.link.tell('latchkey:go/people');
    await settle();
    expect(told(running.shell, 'command')).toEqual([{ id: 'goInbox' }, { id: 'goPeople' }]);
  });

  it('ends quick access with the whole window', async () => {
    const running = await opened();
    running.desk.pressed.tell(undefined);
    running.desk.link.tell('latchkey:');
    expect(running.desk.shown).toEqual(['quick', 'whole']);
    expect(await quick(running)).toMatchObject({ on: false });
  });

  it('is not followed more often than a person clicks', async () => {
    const running = await opened();
    for (let n = 0; n < 40; n++) running.desk.link.tell('latchkey:go/inbox');
    expect(running.desk.shown).toHaveLength(PLACES_A_MINUTE);
    await running.clock.move(61_000);
    running.desk.link.tell('latchkey:');
    expect(running.desk.shown).toHaveLength(PLACES_A_MINUTE + 1);
  });
});
