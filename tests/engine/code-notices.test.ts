import { beforeEach, describe, expect, it } from 'vitest';
import { Host } from '../../main/engine/host.ts';
import { relayHandlers } from '../../main/engine/relay-handlers.ts';
import { SecretGate } from '../../main/engine/secret-gate.ts';
import type { Session } from '../../main/engine/session.ts';
import type { HostContract } from '../../shared/contracts/host.ts';
import type { Client } from '../../shared/wire/client.ts';
import { askForCode, lendCodes } from '../support/code-request.ts';
import { makeVault, startEngine, type TestClock, type TestEngine } from '../support/engine-world.ts';
import { blankForm } from '../support/session-world.ts';

const START = Date.UTC(2026, 10, 25, 9) / 1000;
const clock: TestClock = { now: START };
let owner: TestEngine;
let other: TestEngine;
let received = '';

beforeEach(async () => {
  clock.now = START;
  owner = await startEngine(clock);
  other = await startEngine(clock);
  await makeVault(owner, 'Maren Voss', 'copper tunnel hazard biology');
  await makeVault(other, 'Tomás Reyes', 'orbit lemon saddle harvest');
  const { id: account } = await owner.ask('accounts.save', { ...blankForm, title: 'TikTok', username: '@harbourbakery' });
  const { pending } = await owner.ask('factors.read', { text: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' });
  await owner.ask('factors.confirm', { account, pending, typed: null });
  received = await lendCodes(owner, other, account, clock.now);
});

describe('the person, of a code that is sent', () => {
  it('is told once for each answer, computed or typed in, and of nothing else', async () => {
    expect([owner.notices, other.notices]).toEqual([[], []]);
    await owner.ask('relay.answer', { id: await askForCode(owner, other, received), minutes: 5 });
    expect(owner.notices).toEqual(['code_sent']);
    clock.now += 60;
    await owner.ask('relay.type', { id: await askForCode(owner, other, received), code: '482 913' });
    expect(owner.notices).toEqual(['code_sent', 'code_sent']);
    expect([other.notices, owner.bugs]).toEqual([[], []]);
  });

  it('is told of no answer that was refused', async () => {
    const id = await askForCode(owner, other, received);
    await owner.ask('relay.answer', { id, minutes: 5 });
    expect(await owner.refusal('relay.answer', { id, minutes: 5 })).toBe('request_over');
    expect(await owner.refusal('relay.type', { id: 'A'.repeat(22), code: '482 913' })).toBe('not_found');
    expect(owner.notices).toHaveLength(1);
  });

  it('is told of none while no vault is open', async () => {
    const id = await askForCode(owner, other, received);
    await owner.keeper.close();
    expect(await owner.refusal('relay.answer', { id, minutes: 5 })).toBe('wrong_state');
    expect(owner.notices).toEqual([]);
  });

  it('is told of no seventh one that they say was not theirs', async () => {
    owner.confirming.goOn = false;
    for (let n = 0; n < 6; n++) await owner.refusal('relay.answer', { id: `${n}`.padEnd(22, 'A'), minutes: 5 });
    const id = await askForCode(owner, other, received);
    expect(await owner.refusal('relay.answer', { id, minutes: 5 })).toBe('too_many_secrets');
    expect(owner.notices).toEqual([]);
  });

  it('has the answer though the desktop never takes the notice', async () => {
    const gate = new SecretGate(
      () => 0,
      async () => false,
    );
    const host = { tellCodeSent: () => new Promise(() => undefined) } as unknown as Host;
    const session = { relay: { answer: async () => ({ sealed: 'sealed' }) } } as unknown as Session;
    const relay = relayHandlers(
      { host, gate },
      () => session,
      () => session,
    );
    expect(await relay['relay.answer']({ id: 'request', minutes: 5 })).toEqual({ sealed: 'sealed' });
  });

  it('is told of none in the sandbox, where everybody is made up', async () => {
    const asked: string[] = [];
    const call = async (name: string) => (asked.push(name), { ok: true, value: {} });
    const host = new Host({ call } as unknown as Client<HostContract>);
    await host.tellCodeSent();
    host.keepNothing();
    await host.tellCodeSent();
    expect(asked).toEqual(['host.notice']);
  });
});
