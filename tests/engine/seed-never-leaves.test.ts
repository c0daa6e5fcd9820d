import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { toBase32 } from '../../main/core/codes/base32.ts';
import { readArmor } from '../../main/core/messages/armor.ts';
import { openMessage } from '../../main/core/messages/open.ts';
import type { HandoffDraft } from '../../shared/contracts/engine/handoff.ts';
import { introduce, makeVault, startEngine, type TestEngine } from '../support/engine-world.ts';

const VAULTS = process.env['SLOW'] === '1' ? 1000 : 60;
const START = Date.UTC(2026, 10, 25, 7) / 1000;

/** A seed as it could hide in text: hexadecimal, base32, both base64s, and as raw bytes read as Latin-1. */
function spellings(seed: Buffer): string[] {
  const base64 = seed.toString('base64').replace(/=+$/, '');
  return [seed.toString('hex'), toBase32(seed), base64, base64.replaceAll('+', '-').replaceAll('/', '_'), seed.toString('latin1')];
}

function payloadOf(engine: TestEngine, text: string): string {
  const message = readArmor(text);
  const opened = message === null ? 'armor' : engine.keeper.session?.me.use(({ box }) => openMessage(message, box));
  if (opened === undefined || typeof opened === 'string') throw new Error(`not opened: ${opened}`);
  return Buffer.from(opened.payload).toString('latin1');
}

/** True when a text holds a seed in any spelling, whatever the case of the letters. */
function holds(text: string, seed: Buffer): boolean {
  const lower = text.toLowerCase();
  return spellings(seed).some((spelling) => lower.includes(spelling.toLowerCase()));
}

describe('a seed', () => {
  const clock = { now: START };
  let owner: TestEngine;
  let freelancer: TestEngine;
  let contacts = { a: '', b: '' };

  beforeAll(async () => {
    owner = await startEngine(clock);
    freelancer = await startEngine(clock);
    await makeVault(owner, 'Owner', 'copper tunnel hazard biology');
    await makeVault(freelancer, 'Freelancer', 'orbit lemon saddle harvest');
    contacts = await introduce(owner, freelancer);
  });

  it('is found by this very search when it does stand in a text', () => {
    const seed = randomBytes(20);
    for (const spelling of spellings(seed)) expect(holds(`x${spelling}y`, seed)).toBe(true);
  });

  it(`stands in no byte that leaves, over ${VAULTS} random accounts`, { timeout: 900_000 }, async () => {
    let texts = 0;
    for (let i = 0; i < VAULTS; i++) {
      const seed = randomBytes(10 + (i % 54));
      const { id: account } = await owner.ask('accounts.save', {
        client: null,
        platform: 'tiktok',
        kind: 'personal',
        title: `Account ${i}`,
        username: null,
        recoveryMail: null,
        recoveryPhone: null,
        address: null,
        tags: [],
        owner: null,
        password: `password number ${i}`,
        notes: 'notes that stay',
      });
      const digits = 6 + (i % 3);
      const algorithm = (['SHA1', 'SHA256', 'SHA512'] as const)[i % 3] ?? 'SHA1';
      const uri = `otpauth://totp/Shop:me?secret=${toBase32(seed)}&issuer=Shop&digits=${digits}&algorithm=${algorithm}&period=${20 + (i % 50)}`;
      const { pending } = await owner.ask('factors.read', { text: uri });
      await owner.ask('factors.confirm', { account, pending, typed: null });
      const draft: HandoffDraft = {
        account,
        contact: contacts.a,
        password: i % 2 === 0,
        backupCodes: false,
        liveCodes: i % 5 === 0,
        windows: { kind: 'appointment', from: START + 3600, minutes: 5 + (i % 200) },
        lastDay: '2026-11-26',
        untilMinute: 1440,
        zone: 'Europe/Berlin',
        level: null,
        rules: [],
        device: null,
        note: 'Good luck',
      };
      const { sealed } = await owner.ask('handoff.seal', { draft, sendUnverified: false });
      const landed = await freelancer.ask('inbox.read', { source: { text: sealed.text ?? '' } });
      const { receipt } = await freelancer.ask('inbox.accept', { id: landed.id });
      const outgoing = [
        sealed.text ?? '',
        payloadOf(freelancer, sealed.text ?? ''),
        receipt.text ?? '',
        payloadOf(owner, receipt.text ?? ''),
        JSON.stringify(await owner.ask('accounts.get', { id: account })),
        JSON.stringify(await owner.ask('codes.live', { account })),
        JSON.stringify(await owner.ask('me.get', {})),
        ...owner.sent.splice(0),
        ...freelancer.sent.splice(0),
        ...owner.copied.splice(0).map(({ text }) => text),
      ];
      for (const text of outgoing) expect(holds(text, seed)).toBe(false);
      texts += outgoing.length;
    }
    console.log(`seed never leaves: ${VAULTS} accounts, ${texts} outgoing texts, 5 spellings, 0 hits`);
    expect(texts).toBeGreaterThan(VAULTS * 7);
  });
});
