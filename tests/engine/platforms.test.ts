import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writePlatforms } from '../../shared/platforms/read-platforms.ts';
import type { Platform } from '../../shared/platforms/platform.ts';
import { makeVault, startEngine, type TestClock, type TestEngine } from '../support/engine-world.ts';
import { blankForm } from '../support/session-world.ts';
import { freshShop } from '../shared/platforms/platform-sample.ts';

const clock: TestClock = { now: Date.UTC(2026, 10, 25, 7) / 1000 };
const TOKEN = 't'.repeat(22);

describe('platforms added through the engine', () => {
  let engine: TestEngine;

  beforeAll(async () => {
    engine = await startEngine(clock);
    await makeVault(engine, 'Maren Voss', 'copper tunnel hazard biology');
  });

  /** Reads a file with this text, by its token. */
  const read = (text: string | Buffer) => {
    const file = path.join(engine.folder, 'platforms.json');
    writeFileSync(file, text);
    engine.tokens.set(TOKEN, file);
    return engine.ask('platforms.read', { token: TOKEN });
  };
  const shop = freshShop() as unknown as Platform;

  it('are read from a chosen file, added, told to the page and taken out again', async () => {
    expect(await engine.ask('platforms.added', {})).toEqual({ text: null, added: null, platforms: [] });
    // A byte order mark is what some editors begin a file with.
    const found = await read(`\ufeff${writePlatforms([shop])}`);
    if (!found.fits) throw new Error('refused');
    expect(found.platforms).toEqual([{ id: 'corner_shop', name: 'Corner Shop', checked: '2026-11', replaces: null }]);
    await engine.ask('platforms.add', { reading: found.reading });
    expect(await engine.refusal('platforms.add', { reading: found.reading })).toBe('not_found');
    const { text, platforms } = await engine.ask('platforms.added', {});
    expect(JSON.parse(text ?? '')).toEqual({ latchkey: 'platforms', version: 1, platforms: [shop] });
    expect(platforms.map(({ name }) => name)).toEqual(['Corner Shop']);
    await engine.ask('platforms.remove', { id: 'corner_shop' });
    expect((await engine.ask('platforms.added', {})).text).toBeNull();
    expect(await engine.refusal('platforms.remove', { id: 'corner_shop' })).toBe('not_found');
  });

  it('are refused with what is wrong and where', async () => {
    const wrong = { ...shop, password: { menu: { value: 'Profile', sure: 'quite' } }, run: 'code' };
    const found = await read(JSON.stringify({ latchkey: 'platforms', version: 1, platforms: [wrong] }));
    expect(found).toMatchObject({ fits: false });
    if (found.fits) return;
    expect(found.problems.map(({ platform, field, fault }) => [platform, field, fault])).toEqual([
      ['Corner Shop', 'password.menu.sure', 'not_a_choice'],
      ['Corner Shop', 'run', 'unknown_field'],
    ]);
    const latin = writePlatforms([{ ...shop, name: 'Café' }]);
    expect(await read(Buffer.from(latin, 'latin1'))).toMatchObject({ fits: false, problems: [{ fault: 'not_json' }] });
    expect(await read(Buffer.from([0xff, 0xfe, 0x00]))).toMatchObject({ fits: false, problems: [{ fault: 'not_json' }] });
    expect(await engine.refusal('platforms.read', { token: TOKEN })).toBe('expired_token');
    expect((await engine.ask('platforms.added', {})).platforms).toEqual([]);
  });

  it('of a file larger than any is are not read at all', async () => {
    const file = path.join(engine.folder, 'large.json');
    writeFileSync(file, Buffer.alloc(2 * 1024 * 1024 + 1, 0x20));
    engine.tokens.set(TOKEN, file);
    expect(await engine.refusal('platforms.read', { token: TOKEN })).toBe('too_large');
  });

  it('leave an account’s own steps to the account', async () => {
    const { id: account } = await engine.ask('accounts.save', blankForm);
    const own = { step: 'password', path: 'Menu > Safety', link: 'https://shop.example/safety' };
    await engine.ask('platforms.saveOwnStep', { account, ...own });
    expect(await engine.ask('platforms.ownSteps', { account })).toEqual({ steps: [own] });
    expect(await engine.refusal('platforms.saveOwnStep', { account, ...own, link: 'http://shop.example/' })).toBe('link_refused');
    await engine.ask('accounts.save', { ...blankForm, id: account, title: 'Another title' });
    expect((await engine.ask('platforms.ownSteps', { account })).steps).toEqual([own]);
    expect(engine.bugs).toEqual([]);
  });
});
