import { beforeAll, describe, expect, it } from 'vitest';
import { AUDIT_KINDS } from '../../../shared/audit-kinds.ts';
import { LOG_GROUPS, logGroupOf } from '../../../shared/log-groups.ts';
import { isRefused } from '../../../shared/errors.ts';
import { addAccount, befriend, draftFor, lend, newWorld, take, type World } from '../../support/session-world.ts';

const START = Date.UTC(2026, 10, 25, 8) / 1000;
const TAMPERINGS = 200;

type Json = { card: string; n: number; h: string; iat: number; records: Record<string, unknown>[]; sig: string };

describe('the log', () => {
  const clock = { now: START };
  let owner: World['session'];
  let other: World['session'];
  let account = '';
  let contact = '';

  beforeAll(async () => {
    owner = (await newWorld('Maren Voss', clock)).session;
    other = (await newWorld('Tomás Reyes', clock)).session;
    contact = (await befriend(owner, other)).a;
    account = await addAccount(owner, { title: 'TikTok', password: 'Tr7&mel04-Quay' });
    for (let i = 0; i < 40; i++) {
      clock.now += 600;
      await owner.accounts.secret(account, 'password', 'revealed');
    }
  });

  const search = (more: object) =>
    owner.log.search({ account: null, person: null, group: null, from: null, until: null, offset: 0, limit: 200, ...more });

  it('is narrowed to an account, a person, a group of acts and a time', () => {
    expect(search({ group: 'people' }).rows.map(({ what }) => what)).toEqual(['contact-verified', 'card-added']);
    expect(search({ person: contact }).total).toBe(2);
    expect(search({ account }).rows.every(({ about }) => about === 'TikTok')).toBe(true);
    const late = search({ from: START + 30 * 600, until: START + 35 * 600 });
    expect(late.total).toBe(5);
    expect(late.rows.map(({ t }) => t)).toEqual([34, 33, 32, 31, 30].map((i) => START + i * 600));
  });

  it('has a group for every word', () => {
    const used = new Set(AUDIT_KINDS.map(logGroupOf));
    expect([...used].toSorted()).toEqual([...LOG_GROUPS].toSorted());
    expect(logGroupOf('code-sent')).toBe('codes');
    expect(logGroupOf('secret-sent-anew')).toBe('lending');
    expect(logGroupOf('device-remembered')).toBe('vault');
    expect(logGroupOf('something-of-a-later-version')).toBe('vault');
  });

  it('is pinned by a receipt: the head that went out with the handoff must still be there', async () => {
    expect(owner.logProof.witnesses()).toEqual({ heads: 0, people: 0, last: null, bad: null });
    const { text } = await lend(owner, draftFor(account, contact, '2026-12-20'));
    const landed = take(await other.inbox.read(text));
    const { receipt } = take(await other.inbox.accept(landed.id));
    take(await owner.inbox.read(receipt.text ?? ''));
    expect(owner.logProof.witnesses()).toEqual({ heads: 1, people: 1, last: clock.now, bad: null });
  });

  it('is pinned by as many people as have answered, not by as many receipts', async () => {
    const more = await lend(owner, draftFor(account, contact, '2026-12-21'));
    const { receipt } = take(await other.inbox.accept(take(await other.inbox.read(more.text)).id));
    take(await owner.inbox.read(receipt.text ?? ''));
    expect(owner.logProof.witnesses()).toMatchObject({ heads: 2, people: 1 });
    const nora = (await newWorld('Nora Blum', clock)).session;
    const third = await lend(owner, draftFor(account, (await befriend(owner, nora)).a, '2026-12-20'));
    const signed = take(await nora.inbox.accept(take(await nora.inbox.read(third.text)).id)).receipt;
    take(await owner.inbox.read(signed.text ?? ''));
    expect(owner.logProof.witnesses()).toMatchObject({ heads: 3, people: 2, bad: null });
  });

  it('written out is whole to its owner, known by name to a contact, and each of 200 tamperings is named', async () => {
    const bytes = await owner.logProof.written();
    if (isRefused(bytes)) throw new Error(bytes.refused);
    const { records } = owner.log.verify();
    expect(owner.logProof.check(bytes)).toMatchObject({ verdict: 'whole', known: 'me', by: 'Maren Voss', records });
    expect(other.logProof.check(bytes)).toMatchObject({ verdict: 'whole', known: 'verified', records });
    const json = JSON.parse(new TextDecoder().decode(bytes)) as Json;
    const found: Record<string, number> = {};
    for (let i = 0; i < TAMPERINGS; i++) {
      const copy = structuredClone(json);
      const at = (i * 7) % (copy.records.length - 1);
      const record = copy.records[at] as Record<string, unknown>;
      const expected: [string, number | null] = ((): [string, number | null] => {
        switch (i % 6) {
          case 0:
            record['what'] = record['what'] === 'password-revealed' ? 'password-copied' : 'password-revealed';
            return ['record', at + 2];
          case 1:
            record['t'] = Number(record['t']) + 1;
            return ['record', at + 2];
          case 2:
            copy.records.splice(at, 1);
            return ['record', at + 1];
          case 3:
            copy.records.splice(at, 0, structuredClone(record));
            return ['record', at + 2];
          case 4:
            copy.records.length = at + 1;
            return ['head', null];
          default:
            copy.iat += 1 + i;
            return ['signature', null];
        }
      })();
      const verdict = owner.logProof.check(new TextEncoder().encode(JSON.stringify(copy)));
      expect([i, verdict.verdict, verdict.bad]).toEqual([i, ...expected]);
      found[verdict.verdict] = (found[verdict.verdict] ?? 0) + 1;
    }
    console.log(`tamperings: ${TAMPERINGS}, named as ${JSON.stringify(found)}`);
    expect(owner.logProof.check(new TextEncoder().encode('{}')).verdict).toBe('form');
  });

  it('cut before a head that someone else holds is found out', async () => {
    // Someone who has this vault’s keys could write a shorter log anew and sign it; the partner’s receipt still names what is gone.
    const sent = owner.book.all('sent').find(({ data }) => data.witnessed !== undefined);
    const log = sent?.data.log;
    if (sent === undefined || log === undefined) throw new Error('a receipt came');
    take(
      await owner.book.change((draft) => {
        draft.put('sent', sent.id, { ...sent.data, log: { ...log, h: 'A'.repeat(43) } });
        return {};
      }),
    );
    expect(owner.logProof.witnesses().bad).toBe(log.n);
    const own = await owner.logProof.written();
    if (isRefused(own)) throw new Error(own.refused);
    expect(owner.logProof.check(own)).toMatchObject({ verdict: 'witness', bad: log.n });
  });
});
