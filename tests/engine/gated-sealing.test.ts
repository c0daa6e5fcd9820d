import { describe, expect, it } from 'vitest';
import { grantLifeHandlers } from '../../main/engine/grant-life-handlers.ts';
import type { Host } from '../../main/engine/host.ts';
import { relayHandlers } from '../../main/engine/relay-handlers.ts';
import { FREE_SECRETS, SecretGate } from '../../main/engine/secret-gate.ts';

const never = (): never => {
  throw new Error('a shut gate lets nothing near the vault');
};

describe('what is sealed for someone else', () => {
  it('passes the gate like everything else that gives a secret out', async () => {
    let asked = 0;
    const gate = new SecretGate(
      () => 0,
      async () => {
        asked++;
        return false;
      },
    );
    for (let at = 0; at < FREE_SECRETS; at++) await gate.give(`account${at}`, 'password', () => 'seen');
    const end = { id: 'grant', lastDay: '2026-11-13', untilMinute: 1440, zone: 'UTC' };
    const less = { ...end, password: true, backupCodes: false, codes: false, liveCodes: false, level: null, rules: [] };
    const life = grantLifeHandlers({ gate, onCodes: async () => undefined }, never, never);
    const relay = relayHandlers({ gate, host: {} as Host }, never, never);
    const answers = [
      await life['grants.extend']({ extension: { ...end, windows: { kind: 'none' } }, sendUnverified: true }),
      await life['grants.reduce']({ reduction: less, sendUnverified: true }),
      await life['grants.sendAnew']({ id: 'grant', sendUnverified: true }),
      await relay['relay.answer']({ id: 'request', minutes: 5 }),
    ];
    expect(answers).toEqual(Array(4).fill({ refused: 'too_many_secrets' }));
    expect(asked).toBe(1);
  });
});
