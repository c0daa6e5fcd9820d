import { beforeEach, describe, expect, it } from 'vitest';
import { accountDetail } from '../../../shared/contracts/engine/accounts.ts';
import { runDetail } from '../../../shared/contracts/engine/runs.ts';
import type { Session } from '../../../main/engine/session.ts';
import {
  addAccount,
  addSeed,
  befriend,
  blankForm,
  codeOf,
  draftFor,
  lend,
  logged,
  newWorld,
  reopened,
  take,
  type World,
} from '../../support/session-world.ts';

const SEED = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const clock = { now: 0 };
let world: World;
let owner: Session;
let freelancer: Session;
let contact = '';
let account = '';

beforeEach(async () => {
  clock.now = Date.UTC(2026, 10, 25, 7) / 1000;
  world = await newWorld('Maren Voss', clock);
  owner = world.session;
  freelancer = (await newWorld('Tomás Reyes', clock)).session;
  contact = (await befriend(owner, freelancer)).a;
  account = await addAccount(owner, { password: 'first password' });
});

const give = async (more: object = {}, lastDay = '2026-11-30') =>
  (await lend(owner, draftFor(account, contact, lastDay, more))).grant;
const over = async () => {
  clock.now = Math.max(clock.now, Date.UTC(2026, 11, 1) / 1000);
  await owner.sweep();
};
const start = async (grant: string) => take(await owner.runs.start({ kind: 'end_of_access', grant })).run;
const run = (id: string) => runDetail.parse(take(owner.runs.get(id)));
const step = (
  id: string,
  name: 'password' | 'devices' | 'apps' | 'recovery',
  state: 'done' | 'skipped' | 'todo' = 'done',
  note: string | null = null,
) => owner.runs.step({ run: id, step: name, state, note });
const exposed = () => accountDetail.parse(take(owner.details.get(account))).exposures.map(({ secret }) => secret);
const stateOf = (grant: string) => take(owner.grants.get(grant)).row.state;

describe('the password step', () => {
  it('is nothing more to do when the password was changed while the grant ran', async () => {
    const grant = await give();
    take(await owner.accounts.save({ ...blankForm, id: account, password: 'second password' }));
    expect(exposed()).toEqual([]);
    await over();
    take(await step(await start(grant), 'password'));
  });

  it('is not done by a tick, nor by the same password written down again, nor by forgetting it', async () => {
    const grant = await give();
    await over();
    const id = await start(grant);
    for (const password of ['first password', null] as const) {
      take(await owner.accounts.save({ ...blankForm, id: account, password }));
      expect(exposed()).toEqual(['password']);
      expect(codeOf(await step(id, 'password'))).toBe('no_candidate');
    }
    take(await owner.accounts.save({ ...blankForm, id: account, password: 'first password' }));
    expect(exposed()).toEqual(['password']);
    take(await owner.accounts.save({ ...blankForm, id: account, password: 'third password' }));
    expect(exposed()).toEqual([]);
    take(await step(id, 'password'));
  });

  it('waits while a new password has not been said to work, also after a crash', async () => {
    const grant = await give();
    await over();
    const id = await start(grant);
    take(await owner.candidates.make({ account, length: 20, symbols: true }));
    const fresh = await owner.candidates.text(account, 'new');
    expect(run(id).steps.find(({ key }) => key === 'password')?.blocked).toBe('candidate_waits');
    expect(codeOf(await step(id, 'password'))).toBe('no_candidate');
    const after = (await reopened(world, clock)).session;
    expect(await after.candidates.text(account, 'new')).toBe(fresh);
    expect(codeOf(await after.candidates.make({ account, length: 20, symbols: true }))).toBe('candidate_exists');
    take(await after.candidates.worked(account));
    expect(await after.accounts.secret(account, 'password', 'revealed')).toBe(fresh);
    expect(take(after.runs.get(id)).steps.find(({ key }) => key === 'password')?.blocked).toBeNull();
  });

  it('opens again when what was ticked is exposed once more', async () => {
    const grant = await give();
    await over();
    const id = await start(grant);
    take(await owner.accounts.save({ ...blankForm, id: account, password: 'second password' }));
    for (const { id: name } of run(id).steps) take(await owner.runs.step({ run: id, step: name, state: 'done', note: null }));
    expect(run(id).closable).toBe(true);
    take(await owner.candidates.make({ account, length: 20, symbols: false }));
    expect(run(id).closable).toBe(false);
    expect(codeOf(await owner.runs.close(id))).toBe('run_not_done');
    take(await owner.candidates.drop(account));
    expect(run(id).closable).toBe(true);
    take(await owner.runs.close(id));
    expect(stateOf(grant)).toBe('closed');
    expect(codeOf(await owner.runs.close(id))).toBe('not_found');
    expect(codeOf(await step(id, 'apps', 'todo'))).toBe('not_found');
  });
});

describe('a run', () => {
  it('starts once, and only when the last day is over', async () => {
    const grant = await give();
    expect(codeOf(await owner.runs.start({ kind: 'end_of_access', grant }))).toBe('grant_not_ended');
    await over();
    expect(await start(grant)).toBe(await start(grant));
    expect(owner.runs.list({ offset: 0, limit: 10 }).total).toBe(1);
  });

  it('asks for a reason for what is skipped, blanks being none, and takes steps back', async () => {
    const id = await (async () => {
      const grant = await give();
      await over();
      return start(grant);
    })();
    for (const note of [null, '  ']) expect(codeOf(await step(id, 'apps', 'skipped', note))).toBe('reason_missing');
    take(await step(id, 'apps', 'skipped', 'No apps are connected'));
    expect(run(id).steps.find((one) => one.id === 'apps')).toMatchObject({ state: 'skipped', note: 'No apps are connected' });
    take(await step(id, 'apps', 'todo'));
    expect(run(id).steps.find((one) => one.id === 'apps')).toMatchObject({ state: 'todo', at: null, note: null });
  });

  it('asks for a new authenticator only for its own pass', async () => {
    await addSeed(owner, account, SEED);
    const grant = await give();
    clock.now = Date.UTC(2026, 10, 30, 22) / 1000;
    await give({ password: false, windows: { kind: 'appointment', from: clock.now + 30 * 3600, minutes: 60 } }, '2026-12-20');
    await over();
    expect(run(await start(grant)).steps.map(({ id }) => id)).not.toContain('authenticator');
  });

  it('counts devices that are neither kept nor signed out, and logs them under their account', async () => {
    const grant = await give();
    await over();
    const id = await start(grant);
    const device = {
      account,
      name: 'MacBook',
      place: 'Lisbon',
      seen: null,
      whose: 'unknown' as const,
      contact: null,
      keep: null,
      signedOut: false,
    };
    const { id: first } = take(await owner.devices.save(device));
    expect(codeOf(await step(id, 'devices'))).toBe('devices_open');
    take(await owner.devices.save({ ...device, id: first, keep: false }));
    expect(codeOf(await step(id, 'devices'))).toBe('devices_open');
    take(await owner.devices.save({ ...device, id: first, keep: false, signedOut: true }));
    take(await step(id, 'devices'));
    take(await owner.devices.remove(first));
    const lately = take(owner.details.get(account)).lately.map(({ what, about }) => `${what} ${about}`);
    expect(lately.slice(0, 2)).toEqual(['device-removed TikTok', 'run-step-done TikTok']);
    expect(lately).toContain('device-signed-out TikTok');
  });
});

describe('exposures', () => {
  it('of two grants of one account end together when the password changes', async () => {
    const other = (await newWorld('Nora Blum', clock)).session;
    const nora = (await befriend(owner, other)).a;
    const first = await give();
    const second = (await lend(owner, draftFor(account, nora, '2026-12-10'))).grant;
    expect(exposed()).toEqual(['password', 'password']);
    await over();
    const list = () => owner.accounts.list({ query: '', sort: 'title', trashed: false, offset: 0, limit: 9 }).rows[0]?.mark?.kind;
    expect(list()).toBe('exposed');
    take(await owner.candidates.make({ account, length: 20, symbols: true }));
    take(await owner.candidates.worked(account));
    expect(exposed()).toEqual([]);
    expect([first, second].map((id) => take(owner.grants.get(id)).row.exposed)).toEqual([false, false]);
    expect(list()).toBe('lent');
  });

  it('of a pass last to the end of its last step, unless another seed comes', async () => {
    const factor = await addSeed(owner, account, SEED);
    const from = Math.ceil(clock.now / 30) * 30 + 600;
    await give({ password: false, windows: { kind: 'appointment', from, minutes: 30 } });
    expect(exposed()).toEqual(['codes']);
    take(await owner.factors.remove({ account, factor }));
    expect(exposed()).toEqual(['codes']);
    await addSeed(owner, account, SEED);
    clock.now = from + 1799;
    expect(exposed()).toEqual(['codes']);
    clock.now = from + 1800;
    expect(exposed()).toEqual([]);
  });

  it('of a pass are not over because the same key was typed in again, but by another', async () => {
    await addSeed(owner, account, SEED);
    await give({ password: false, windows: { kind: 'appointment', from: clock.now + 600, minutes: 30 } });
    await addSeed(owner, account, SEED.toLowerCase());
    expect(exposed()).toEqual(['codes']);
    await addSeed(owner, account, 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    expect(exposed()).toEqual([]);
  });

  it('of a pass count again while they reach when their key is put back or typed again, and those of the other key go on', async () => {
    const other = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    const first = await addSeed(owner, account, SEED);
    const from = Math.ceil(clock.now / 30) * 30 + 600;
    const pass = { password: false, windows: { kind: 'appointment', from, minutes: 30 } } as const;
    await give(pass);
    const second = await addSeed(owner, account, other);
    expect(exposed()).toEqual([]);
    await give(pass);
    take(await owner.factors.putBack({ account, factor: first }));
    expect(exposed()).toEqual(['codes', 'codes']);
    await addSeed(owner, account, 'KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU');
    expect(exposed()).toEqual([]);
    await addSeed(owner, account, other);
    expect(exposed()).toEqual(['codes']);
    clock.now = from + 1800;
    take(await owner.factors.putBack({ account, factor: first }));
    take(await owner.factors.putBack({ account, factor: second }));
    expect(exposed()).toEqual([]);
  });

  it('of backup codes end by a list without any of the old ones', async () => {
    take(await owner.accounts.save({ ...blankForm, id: account, backupCodes: ['11111', '22222'] }));
    await give({ password: false, backupCodes: true });
    for (const backupCodes of [
      ['11111', '22222'],
      ['22222', '33333'],
    ]) {
      await owner.accounts.save({ ...blankForm, id: account, backupCodes });
      expect(exposed()).toEqual(['backup_codes']);
    }
    take(await owner.accounts.save({ ...blankForm, id: account, backupCodes: ['44444'] }));
    expect(exposed()).toEqual([]);
  });

  it('and grants beyond the cap of a page still make a page', async () => {
    for (let i = 0; i < 105; i++) await give();
    expect(accountDetail.parse(take(owner.details.get(account))).access).toHaveLength(100);
    expect(exposed()).toHaveLength(100);
    await over();
    const grant = owner.grants.list({ account, offset: 0, limit: 1 }).rows[0]?.id ?? '';
    expect(run(await start(grant)).exposures).toHaveLength(100);
  });
});

describe('receipts', () => {
  const answered = async (event: 'opened' | 'declined') => {
    const { grant, text } = await lend(owner, draftFor(account, contact, '2026-11-30'));
    const { id } = take(await freelancer.inbox.read(text));
    const answer = event === 'opened' ? freelancer.inbox.accept(id) : freelancer.inbox.decline(id);
    const { receipt } = take(await answer) as { receipt: { text: string | null } };
    take(await owner.inbox.read(receipt.text ?? ''));
    return { grant, id };
  };

  /** Another receipt for the same message, as other software could write it. */
  const tell = async (grant: string, event: 'opened' | 'declined' | 'purged') => {
    const { forge } = await import('../../support/session-world.ts');
    const { message, message_hash } = owner.book.get('grant', grant) ?? {};
    const text = forge(freelancer, owner, { event, at: clock.now } as never, clock.now, 5, { re: message, reh: message_hash });
    take(await owner.inbox.read(text));
  };

  it('say opened, and the log says who', async () => {
    const { grant } = await answered('opened');
    expect(stateOf(grant)).toBe('active');
    expect(logged(owner).at(-1)).toBe('receipt-opened');
    expect(owner.log.list({ account, offset: 0, limit: 1 }).rows[0]).toMatchObject({
      who: { name: 'Tomás Reyes' },
      about: 'TikTok',
      proof: 'signed',
    });
  });

  it('cannot make a refusal of what was opened: it has ended, and there is something to take back', async () => {
    const { grant } = await answered('opened');
    await tell(grant, 'declined');
    expect(stateOf(grant)).toBe('ended');
    take(await owner.runs.start({ kind: 'end_of_access', grant }));
  });

  it('leave what was declined exposed, since it was sent, and let it be taken back', async () => {
    const { grant } = await answered('declined');
    expect(stateOf(grant)).toBe('refused');
    expect(owner.state().exposed).toBe(1);
    const id = await start(grant);
    expect(codeOf(await step(id, 'password'))).toBe('no_candidate');
    take(await owner.accounts.save({ ...blankForm, id: account, password: 'second password' }));
    expect(owner.state().exposed).toBe(0);
    await over();
    expect(stateOf(grant)).toBe('refused');
    expect(logged(owner)).not.toContain('grant-ended');
  });

  it('that say opened after a refusal make it a loan again', async () => {
    const { grant } = await answered('declined');
    await tell(grant, 'opened');
    expect(stateOf(grant)).toBe('active');
  });

  it('do not move an end that has come', async () => {
    const { grant } = await answered('opened');
    await tell(grant, 'purged');
    const ended = owner.book.get('grant', grant)?.ended;
    clock.now += 3600;
    await tell(grant, 'purged');
    expect(owner.book.get('grant', grant)?.ended).toBe(ended);
  });
});
