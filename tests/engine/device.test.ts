import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { b64u } from '../../main/core/bytes.ts';
import { Host } from '../../main/engine/host.ts';
import type { HostContract } from '../../shared/contracts/host.ts';
import type { Client } from '../../shared/wire/client.ts';
import { errorLine } from '../../shared/text/errors.ts';
import { makeVault, startEngine, type TestClock, type TestEngine } from '../support/engine-world.ts';

const PASSWORD = 'copper tunnel hazard biology';
const DAY = 86_400;

let clock: TestClock;
let engine: TestEngine;
let words: string[];
let file: string;

beforeEach(async () => {
  clock = { now: 1_790_000_000 };
  engine = await startEngine(clock);
  words = await makeVault(engine, 'Studio Voss', PASSWORD);
  file = engine.keeper.session?.path ?? '';
  await engine.ask('device.remember', { password: PASSWORD });
});

afterEach(() => vi.restoreAllMocks());

/** Ends the engine and starts another version on what it left, its keychain included. */
async function update(version: string): Promise<string> {
  await engine.keeper.close();
  const { items } = engine.keychain;
  engine = await startEngine(clock, engine.folder, { version });
  for (const [vault, secret] of items) engine.keychain.items.set(vault, secret);
  return (await engine.ask('vaults.list', {})).vaults[0]?.vault ?? '';
}

/** Why the device alone does not open the vault; null when it does, and then it is closed again. */
async function why(vault: string): Promise<unknown> {
  const reply = await engine.client.call('vault.openRemembered', { vault });
  if (reply.ok) await engine.keeper.close();
  return reply.ok ? null : [reply.code, reply.facts];
}

/** Opens by the passphrase and closes again. */
async function type(vault: string): Promise<void> {
  await engine.ask('vault.open', { vault, password: PASSWORD });
  await engine.keeper.close();
}

describe('a remembered device', () => {
  it('opens the vault while nothing has changed', async () => {
    expect(await why(await update('0.1.0'))).toBe(null);
  });

  it.each(['0.1.1', '1.0.0', '0.0.9'])('asks for the passphrase once in version %s, and then opens again', async (version) => {
    const vault = await update(version);
    expect(await why(vault)).toEqual(['password_again', { why: 'update' }]);
    expect(await why(vault)).toEqual(['password_again', { why: 'update' }]);
    await type(vault);
    expect(await why(vault)).toBe(null);
    expect(await why(await update(version))).toBe(null);
  });

  it('asks again when the version goes back', async () => {
    await type(await update('0.2.0'));
    expect(await why(await update('0.1.0'))).toEqual(['password_again', { why: 'update' }]);
  });

  it('is not satisfied by the recovery words, which are no passphrase', async () => {
    const vault = await update('0.2.0');
    await engine.ask('vault.open', { vault, recoveryWords: words.join(' ') });
    await engine.keeper.close();
    expect(await why(vault)).toEqual(['password_again', { why: 'update' }]);
  });

  it('asks after 14 days in any version, and for 14 more once the passphrase was typed', async () => {
    const vault = await update('0.1.0');
    clock.now += 14 * DAY - 1;
    expect(await why(vault)).toBe(null);
    clock.now += 1;
    expect(await why(vault)).toEqual(['password_again', { why: 'days' }]);
    await type(vault);
    clock.now += 14 * DAY - 1;
    expect(await why(vault)).toBe(null);
    clock.now += 1;
    expect(await why(vault)).toEqual(['password_again', { why: 'days' }]);
  });

  it('gets no days from opening the vault by itself', async () => {
    const vault = await update('0.1.0');
    for (let n = 0; n < 13; n++) {
      clock.now += DAY;
      expect(await why(vault)).toBe(null);
    }
    clock.now += DAY;
    expect(await why(vault)).toEqual(['password_again', { why: 'days' }]);
  });

  it('gets no days from a passphrase typed on another one', async () => {
    const vault = await update('0.1.0');
    const elsewhere = await startEngine(clock, undefined, { version: '0.1.0' });
    elsewhere.tokens.set('T'.repeat(22), file);
    const { vault: there } = await elsewhere.ask('vaults.add', { token: 'T'.repeat(22) });
    clock.now += 13 * DAY;
    await elsewhere.ask('vault.open', { vault: there, password: PASSWORD });
    await elsewhere.keeper.close();
    clock.now += DAY;
    expect(await why(vault)).toEqual(['password_again', { why: 'days' }]);
  });

  it('that was remembered by a version that kept no version asks once', async () => {
    const { book, meta } = engine.keeper.session ?? {};
    if (meta === undefined || meta === null || book === undefined) return expect.fail('no vault');
    const { device_version: _, ...before } = meta.data;
    await book.change((draft) => {
      draft.put('meta', meta.id, before);
      return {};
    });
    const vault = await update('0.1.0');
    expect(await why(vault)).toEqual(['password_again', { why: 'update' }]);
    await type(vault);
    expect(await why(vault)).toBe(null);
  });

  it('keeps its stamp in the vault, and takes it away with the key', async () => {
    expect(engine.keeper.session?.meta?.data).toMatchObject({ device_until: clock.now + 14 * DAY, device_version: '0.1.0' });
    await engine.ask('device.forget', {});
    expect(engine.keeper.session?.meta?.data).not.toHaveProperty('device_version');
    await engine.ask('device.remember', { password: PASSWORD });
    await engine.ask('vault.rotateKey', { password: PASSWORD });
    expect(engine.keeper.session?.meta?.data).not.toHaveProperty('device_version');
    expect(engine.keeper.session?.meta?.data).not.toHaveProperty('device_until');
  });

  it('says why it asks', () => {
    expect(errorLine('password_again', { why: 'update' })).toMatch(/another version of Latchkey/);
    expect(errorLine('password_again', { why: 'days' })).toMatch(/14 days .* are over/);
    expect(errorLine('password_again', { why: 'update' })).toMatch(/Type it once/);
  });
});

describe('a device secret', () => {
  it('is wiped in the engine once it has opened the vault, or has not', async () => {
    const asked = vi.spyOn(Host.prototype, 'deviceSecret');
    const vault = await update('0.1.0');
    expect(await why(vault)).toBe(null);
    clock.now += 15 * DAY;
    expect(await why(vault)).toEqual(['password_again', { why: 'days' }]);
    for (const id of engine.keychain.items.keys()) engine.keychain.items.set(id, b64u(new Uint8Array(32).fill(7)));
    await why(vault);
    const held = await Promise.all(asked.mock.results.map(({ value }) => value as ReturnType<Host['deviceSecret']>));
    expect(held).toEqual(Array(3).fill({ secret: new Uint8Array(32) }));
  });

  it('is wiped in the engine when it was put into the keychain, and when it was not', async () => {
    const kept = vi.spyOn(Host.prototype, 'rememberDevice');
    await engine.ask('device.remember', { password: PASSWORD });
    engine.keychain.fault = 'denied';
    expect(await engine.refusal('device.remember', { password: PASSWORD })).toBe('keychain_unavailable');
    expect(kept.mock.calls.map(([, secret]) => secret)).toEqual(Array(2).fill(new Uint8Array(32)));
  });

  it('that is no 32 bytes in base64url is called garbage', async () => {
    const answering = (secret: string): Host =>
      new Host({ call: async () => ({ ok: true, value: { outcome: 'ok', secret } }) } as unknown as Client<HostContract>);
    expect(await answering('!').deviceSecret('V'.repeat(22))).toEqual({ fault: 'garbage' });
    expect(await answering(b64u(new Uint8Array(32))).deviceSecret('V'.repeat(22))).toEqual({ secret: new Uint8Array(32) });
  });
});
