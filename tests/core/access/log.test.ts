import { beforeAll, describe, expect, it } from 'vitest';
import { AUDIT_KINDS } from '../../../shared/audit-kinds.ts';
import { logSentence } from '../../../shared/text/log.ts';
import { giveBack } from '../../../main/core/access/give-back.ts';
import type { Session } from '../../../main/engine/session.ts';
import { addAccount, addSeed, befriend, draftFor, lend, newWorld, take } from '../../support/session-world.ts';

const SECRETS = ['Tr7&mel04-Quay', 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', '99887766', 'the mat'];
const clock = { now: Date.UTC(2026, 10, 25, 7) / 1000 };
let owner: Session;
let freelancer: Session;
let account = '';

const sentences = (session: Session, of?: string) =>
  session.log
    .list({ account: of, offset: 0, limit: 200 })
    .rows.map((event) => logSentence(event))
    .toReversed();

beforeAll(async () => {
  owner = (await newWorld('Maren Voss', clock)).session;
  freelancer = (await newWorld('Tomás Reyes', clock)).session;
  const { a: contact } = await befriend(owner, freelancer);
  account = await addAccount(owner, { password: SECRETS[0] ?? '', backupCodes: [SECRETS[2] ?? ''], notes: SECRETS[3] ?? '' });
  await addSeed(owner, account, SECRETS[1] ?? '');
  await owner.accounts.secret(account, 'password', 'copied');
  await owner.factors.copied(account);
  const windows = { kind: 'appointment' as const, from: clock.now, minutes: 60 };
  const { text } = await lend(owner, draftFor(account, contact, '2026-11-30', { windows }));
  const { id } = take(await freelancer.inbox.read(text));
  const { received, receipt } = take(await freelancer.inbox.accept(id));
  take(await owner.inbox.read(receipt.text ?? ''));
  await freelancer.received.secret(received, 'password');
  await freelancer.received.copied(received);
  const back = take(await giveBack(freelancer, received));
  take(await owner.inbox.read(back.receipt.text ?? ''));
});

describe('the log', () => {
  it('tells an owner’s story with everybody’s name in it', () => {
    expect(sentences(owner, account)).toEqual([
      'You added TikTok',
      'You wrote down the password of TikTok',
      'You wrote down new backup codes of TikTok',
      'You added the authenticator of TikTok, not compared with a phone',
      'You copied the password of TikTok',
      'You copied a code of TikTok',
      'You sealed a handoff of TikTok for Tomás',
      'Tomás opened the handoff of TikTok',
      'Tomás’s app removed the secrets of TikTok',
    ]);
  });

  it('tells a borrower’s story likewise', () => {
    expect(sentences(freelancer).slice(-5)).toEqual([
      'A handoff of TikTok came from Maren',
      'You took up TikTok, lent by Maren',
      'You used the password of TikTok, lent by Maren',
      'A code of TikTok, lent by Maren, was shown',
      'You gave TikTok back to Maren',
    ]);
  });

  it('uses only words that have a sentence, holds no secret, and is whole', () => {
    for (const session of [owner, freelancer]) {
      const { rows } = session.log.list({ offset: 0, limit: 200 });
      for (const { what } of rows) expect(AUDIT_KINDS).toContain(what);
      const text = JSON.stringify(session.book.all('audit'));
      for (const secret of SECRETS) expect(text).not.toContain(secret);
      expect(session.log.verify()).toEqual({ records: rows.length, bad: null });
    }
  });

  it('shows the newest first, in pages', () => {
    const all = owner.log.list({ offset: 0, limit: 200 });
    expect(all.rows.map(({ n }) => n)).toEqual(Array.from({ length: all.total }, (_, i) => all.total - i));
    expect(owner.log.list({ offset: 2, limit: 3 }).rows).toEqual(all.rows.slice(2, 5));
  });

  it('names the first record that was tampered with', async () => {
    const world = await newWorld('Vault', clock);
    for (let i = 0; i < 4; i++) await addAccount(world.session);
    const second = world.session.book.all('audit')[1];
    if (second === undefined) throw new Error('there is a second');
    const data = { ...second.data, t: second.data.t + 1 };
    await world.session.vault.commit([{ op: 'put', id: second.id, type: 'audit', v: 1, data }]);
    const { reopened } = await import('../../support/session-world.ts');
    expect((await reopened(world, clock)).session.log.verify()).toEqual({ records: 5, bad: 3 });
  });
});
