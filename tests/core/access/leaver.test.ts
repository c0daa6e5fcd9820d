import { beforeEach, describe, expect, it } from 'vitest';
import { befriend, addAccount, addSeed, blankForm, codeOf, logged, newWorld, take } from '../../support/session-world.ts';
import { crashed, type RunWorld, runWorld } from './run-world.ts';

const SEED = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const clock = { now: 0 };
let world: RunWorld;

beforeEach(async () => {
  world = await runWorld(clock);
});

const start = async (of: RunWorld = world): Promise<string> =>
  take(await of.owner.runs.start({ kind: 'leaver', contact: of.contact })).run;
const idsOf = (run: string): string[] => [...new Set(world.run(run).steps.map(({ id }) => id))];

/** A business centre in which the person has a place. */
async function addMember({ owner, contact }: RunWorld, name: string): Promise<string> {
  const [centre, member] = [owner.book.newId(), owner.book.newId()];
  take(
    await owner.book.change((draft) => {
      draft.put('centre', centre, { platform: 'meta_business', name, owner: 'me', made: clock.now, archived: false });
      draft.put('member', member, {
        ...{ centre, as: 'person' as const, contact, name: 'Tomás Reyes', level: 'Employee', lowest: true },
        ...{ assets: [], state: 'active' as const, made: clock.now },
      });
      return {};
    }),
  );
  return member;
}

/** Ends, changes and signs out all that stands against ticking. */
async function takeBack(of: RunWorld, id: string): Promise<void> {
  const { owner, contact } = of;
  for (const { id: what, grant } of of.run(id).steps) {
    if (what === 'end_grant' && grant !== null) take(await owner.grantLife.end(grant, 'The work is done.'));
  }
  for (const { id: what, account } of of.run(id).steps) {
    if (account === null) continue;
    if (what === 'password') {
      take(await owner.candidates.make({ account, length: 20, symbols: true }));
      take(await owner.candidates.worked(account));
    }
    for (const device of what === 'devices' ? owner.devices.of(account) : []) {
      const { grant: _g, made: _m, listed: _l, person: _p, ...kept } = device;
      take(await owner.devices.save({ ...kept, contact, keep: false, signedOut: true }));
    }
  }
}

describe('a person who leaves', () => {
  it('is led out of 12 accounts and 3 centres, across a crash, and finishing closes all their grants', async () => {
    const { owner, contact } = world;
    const grants: string[] = [];
    for (let at = 0; at < 12; at++) {
      const account = await addAccount(owner, { title: `Account ${String(at).padStart(2, '0')}`, password: `password ${at}` });
      // Every third one has ended already; the rest still run.
      grants.push(await world.give({}, at % 3 === 0 ? '2026-11-30' : '2026-12-20', account));
      const device = { account, name: 'Pixel 8', place: 'Lisbon', seen: null, whose: 'contact' as const, contact };
      take(await owner.devices.save({ ...device, keep: null, signedOut: false }));
    }
    const members = [await addMember(world, 'Harbour'), await addMember(world, 'Fennel'), await addMember(world, 'Orchard')];
    await world.over();
    const id = await start();
    const { steps, still, accounts } = world.run(id);
    expect(still).toEqual({ grants: 8, passwords: 12, codes: 0, backupCodes: 0, devices: 12, members: 3, adCodes: 0 });
    expect(accounts).toHaveLength(12);
    expect(idsOf(id)).toEqual(['list_access', 'end_grant', 'password', 'devices', 'roles', 'apps', 'recovery', 'tell']);
    expect(steps.filter((one) => one.id === 'end_grant')).toHaveLength(8);
    expect(steps).toHaveLength(1 + 8 + 12 * 4 + 3 + 1);
    expect(codeOf(await owner.runs.close(id))).toBe('run_not_done');

    take(await world.tick(id, 'list_access', 'asked her on the phone'));
    const first = steps.find((one) => one.id === 'end_grant')?.grant ?? '';
    take(await owner.grantLife.end(first, 'The work is done.'));
    world = await crashed(world, clock);
    expect(await start()).toBe(id);
    expect(world.step(id, 'list_access').note).toBe('asked her on the phone');
    expect(world.step(id, `end_grant:${first}`).state).toBe('done');

    expect(await world.tickAll(id)).toHaveLength(7 + 12 + 12);
    await takeBack(world, id);
    expect(await world.tickAll(id)).toEqual([]);
    expect(world.run(id)).toMatchObject({ closable: true, still: { grants: 0, passwords: 0, devices: 0, members: 0 } });
    take(await world.owner.runs.close(id));
    for (const grant of grants) expect(take(world.owner.grants.get(grant)).row.state).toBe('closed');
    for (const member of members) {
      expect(world.owner.book.get('member', member)).toMatchObject({ state: 'removed', removed: clock.now });
    }
    expect(logged(world.owner).filter((what) => what === 'grant-closed')).toHaveLength(12);
    expect(world.owner.log.verify().bad).toBeNull();
  });

  it('has the password known longest first', async () => {
    const { owner, account } = world;
    const late = await addAccount(owner, { title: 'Aaa', password: 'late' });
    await world.give({}, '2026-12-20', account);
    clock.now += 3600;
    await world.give({}, '2026-12-20', late);
    const passwords = world.run(await start()).steps.filter(({ id }) => id === 'password');
    expect(passwords.map((step) => step.account)).toEqual([account, late]);
  });

  it('is not out while one secret they know still works, whatever was ticked', async () => {
    const { owner, account } = world;
    take(await owner.accounts.save({ ...blankForm, id: account, backupCodes: ['11111'] }));
    await addSeed(owner, account, SEED);
    const from = Date.UTC(2026, 11, 10, 12) / 1000;
    await world.give({ backupCodes: true, windows: { kind: 'appointment', from, minutes: 60 } }, '2026-12-20');
    const id = await start();
    const blocked = Object.fromEntries(world.run(id).steps.map((step) => [step.id, step.blocked]));
    expect(blocked).toMatchObject({
      ...{ list_access: null, end_grant: 'grant_live', password: 'no_candidate', authenticator: 'codes_open' },
      ...{ devices: null, backup_codes: 'backup_open', apps: null, recovery: null, tell: null },
    });
    for (const { key, blocked: why } of world.run(id).steps) {
      expect(codeOf(await world.tick(id, key)) === null, key).toBe(why === null);
    }
    expect(codeOf(await owner.runs.close(id))).toBe('run_not_done');
  });

  it('comes back into the list with what is lent to them, or signed in, after the run began', async () => {
    const { owner, account, contact } = world;
    await world.give({}, '2026-12-20');
    const id = await start();
    const before = world.run(id).steps.length;
    const fresh = await addAccount(owner, { title: 'Etsy', password: 'another' });
    const grant = await world.give({}, '2026-12-24', fresh);
    expect(world.run(id).steps).toHaveLength(before + 5);
    expect(world.step(id, `end_grant:${grant}`).blocked).toBe('grant_live');
    await takeBack(world, id);
    await world.tickAll(id);
    expect(world.run(id).closable).toBe(true);
    const device = { account, name: 'iPad', place: null, seen: null, whose: 'contact' as const, contact };
    take(await owner.devices.save({ ...device, keep: null, signedOut: false }));
    expect(codeOf(await owner.runs.close(id))).toBe('run_not_done');
  });

  it('leaves those alone who stay, and has the new password sent to them', async () => {
    const { owner, account } = world;
    const nora = (await befriend(owner, (await newWorld('Nora Blum', clock)).session)).a;
    const stays = await world.give({}, '2026-12-20', account, nora);
    await world.give({}, '2026-12-20');
    const id = await start();
    await takeBack(world, id);
    const key = `send_anew:${account}`;
    expect(world.step(id, key).blocked).toBe('others_outdated');
    take(await owner.grantLife.sendAnew(stays, false, async () => undefined));
    expect(world.step(id, key).blocked).toBeNull();
    expect(await world.tickAll(id)).toEqual([]);
    take(await owner.runs.close(id));
    expect(take(owner.grants.get(stays)).row.state).toBe('offered');
  });

  it('is at a centre again when the tick is taken back', async () => {
    const member = await addMember(world, 'Harbour');
    const id = await start();
    take(await world.tick(id, `roles:${member}`));
    expect(world.owner.book.get('member', member)?.state).toBe('removed');
    take(await world.owner.runs.step({ run: id, step: `roles:${member}`, state: 'todo', note: null }));
    expect(world.owner.book.get('member', member)).toMatchObject({ state: 'active' });
    take(await world.skip(id, `roles:${member}`));
    expect(world.owner.book.get('member', member)?.state).toBe('active');
  });

  it('is out of a centre when that was noted there, and waits again for what they waited for when it was not so', async () => {
    const { owner, contact } = world;
    const { id: centre } = take(
      await owner.centres.save({
        ...{ client: null, platform: 'meta_business', name: 'Harbour', number: null, owner: 'me' as const },
        ...{ contact: null, notes: null, archived: false },
      }),
    );
    const invited = {
      ...{ centre, as: 'person' as const, contact, name: 'Tomás', number: null, level: 'Employee', lowest: true, assets: [] },
      ...{ state: 'invited' as const, until: null, note: null },
    };
    const { id: member } = take(await owner.centreMembers.save(invited));
    const id = await start();
    const key = `roles:${member}`;
    clock.now += 60;
    take(await owner.centreMembers.remove(member));
    expect(world.step(id, key)).toMatchObject({ state: 'done', at: clock.now });
    const before = owner.book.get('member', member);
    take(await owner.runs.step({ run: id, step: key, state: 'done', note: 'Seen.' }));
    expect(owner.book.get('member', member)).toEqual(before);
    take(await owner.runs.step({ run: id, step: key, state: 'todo', note: null }));
    expect(world.step(id, key).state).toBe('todo');
    expect(owner.book.get('member', member)?.state).toBe('invited');
    expect(owner.book.get('member', member)).not.toHaveProperty('removed');
    expect(owner.book.get('member', member)).not.toHaveProperty('was');
  });

  it('takes the half-done run of a single grant along when everything is closed', async () => {
    const { owner } = world;
    const grant = await world.give();
    await world.over();
    const single = take(await owner.runs.start({ kind: 'end_of_access', grant })).run;
    const id = await start();
    await takeBack(world, id);
    await world.tickAll(id);
    take(await owner.runs.close(id));
    expect(world.run(single).row.finished).toBe(clock.now);
    expect(take(owner.grants.get(grant)).closedAt).toBe(clock.now);
  });

  it('is counted once, with what of theirs is over, as on the page of runs', async () => {
    const { owner } = world;
    await world.give();
    const other = (await befriend(owner, (await newWorld('Ines Kaya', clock)).session)).a;
    await world.give({}, '2026-11-30', world.account, other);
    await world.over();
    expect(owner.state().runs).toBe(2);
    await start();
    expect(owner.runs.list({ only: 'open', offset: 0, limit: 10 }).total).toBe(1);
    expect(owner.state().runs).toBe(2);
    const grant = await world.give({}, '2026-12-02', world.account, other);
    clock.now = Date.UTC(2026, 11, 4) / 1000;
    await owner.sweep();
    expect(owner.state().runs).toBe(3);
    take(await owner.runs.start({ kind: 'end_of_access', grant }));
    expect(owner.state().runs).toBe(3);
  });

  it('leaves a handoff they declined as it was, once what was in it is changed', async () => {
    const { owner } = world;
    const grant = await world.give({}, '2026-12-20');
    const data = owner.book.get('grant', grant);
    if (data === null) throw new Error('no grant');
    take(await owner.book.change((draft) => draft.put('grant', grant, { ...data, refused: clock.now }) ?? {}));
    const id = await start();
    expect(world.run(id).still).toMatchObject({ grants: 0, passwords: 1 });
    expect(idsOf(id)).toEqual(['list_access', 'password', 'devices', 'apps', 'recovery', 'tell']);
    await takeBack(world, id);
    await world.tickAll(id);
    take(await owner.runs.close(id));
    expect(take(owner.grants.get(grant))).toMatchObject({ row: { state: 'refused' }, closedAt: null });
  });
});
