import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { topicsOf } from '../../../renderer/lib/topics.ts';
import { errorText } from '../../../shared/text/errors.ts';
import { anyRun, deviceOf, endedGrant, runOf, stepOf } from '../../support/fake-engine/lent.ts';
import { fakeId, type FakeState, steadyId } from '../../support/fake-engine/state.ts';
import { button, change, closePage, openPage, type Page } from '../../support/page.tsx';

afterEach(closePage);

const { what: why } = errorText('vault_in_use', {});

interface Place {
  readonly prepare: (state: FakeState) => void;
  /** The way there, while the vault still takes changes. */
  readonly go: (page: Page) => Promise<void>;
}

async function goOn({ user }: Page): Promise<void> {
  await user.click(await button(/^Runs/));
  await user.click(await button('Go on'));
  await waitFor(() => expect(document.querySelector('.step.now')).not.toBeNull());
}

const tiktok = (state: FakeState) => {
  const account = state.accounts.find(({ platform }) => platform === 'tiktok');
  if (account === undefined) throw new Error('no sample account');
  return account;
};

const password: Place = {
  prepare(state) {
    for (const step of runOf(state, endedGrant(state), ['password']).steps) step.blocked = 'no_candidate';
  },
  go: goOn,
};

const candidate: Place = {
  ...password,
  prepare(state) {
    password.prepare(state);
    tiktok(state).candidate = { made: state.now() };
  },
};

const devices: Place = {
  prepare(state) {
    const grant = endedGrant(state);
    runOf(state, grant, ['devices']);
    deviceOf(state, tiktok(state).id, { name: 'Old phone', whose: 'me' });
    deviceOf(state, tiktok(state).id, { name: 'Windows PC' });
    deviceOf(state, tiktok(state).id, { name: 'Pixel 8', whose: 'contact', person: grant.row.person });
  },
  go: goOn,
};

const device: Place = {
  ...devices,
  async go(page) {
    await goOn(page);
    await page.user.click(await button('Edit Old phone'));
    await screen.findByRole('dialog', { name: 'Edit Old phone' });
  },
};

const list: Place = {
  ...devices,
  async go(page) {
    await goOn(page);
    await page.user.click(await button('Paste the list'));
    await page.user.type(await screen.findByRole('textbox', { name: 'The list' }), 'iPhone, Leeds, now');
    await page.user.click(await button('Read it'));
    await button('Save the list');
  },
};

const anew: Place = {
  prepare(state) {
    const other = { contact: steadyId('ines'), name: 'Ines Kaya', verified: true };
    const stays = endedGrant(state, { id: steadyId('stays1'), person: other, state: 'active', until: state.now() + 86_400 });
    state.outdated.add(stays.row.id);
    runOf(state, endedGrant(state), ['send_anew']);
  },
  go: goOn,
};

const ends: Place = {
  prepare(state) {
    const live = ['a', 'b'].map((id) => endedGrant(state, { id: steadyId(id), state: 'active', until: state.now() + 86_400 }));
    const [first] = live;
    if (first === undefined) throw new Error('no grant');
    const { id, account, person } = first.row;
    anyRun(state, 'leaver', [stepOf('end_grant', { grant: id, account })], {
      row: { person },
      grants: live.map(({ row }) => ({ row, revoked: null, message: null, receipt: null })),
    });
  },
  go: goOn,
};

const asking: Place = {
  ...ends,
  async go(page) {
    await goOn(page);
    await page.user.click(await button('End it now'));
    await screen.findByRole('alertdialog');
  },
};

const request: Place = {
  prepare(state) {
    const [person] = state.people;
    if (person === undefined) throw new Error('no sample people');
    const who = { contact: person.id, name: person.name, verified: true };
    state.requests.push({
      row: {
        ...{ id: fakeId('req'), side: 'made', platform: 'tiktok', account: '@harbour', role: 'Login', addressee: null },
        ...{ made: state.now(), expires: state.now() + 604_800, person: who, until: state.now() + 604_800 },
        ...{ state: 'waiting', nudged: null, open: false },
      },
      ...{
        why: 'Advent',
        device: null,
        ids: [],
        message: fakeId('msg'),
        reason: null,
        grant: null,
        accounts: [],
        lent: [],
        answers: [],
      },
    });
  },
  async go({ user }) {
    await user.click(await button(/^Asked for/));
    await button('Give it out again');
  },
};

const account: Place = {
  prepare(state) {
    const [one] = state.accounts;
    const { authenticator } = one?.factors[0] ?? {};
    if (one === undefined || !authenticator) throw new Error('no sample authenticator');
    one.earlier = [{ id: steadyId('ear1'), of: 'notes', name: null, replaced: state.now() }];
    one.earlierKeys = [{ id: steadyId('key1'), replaced: state.now(), authenticator }];
  },
  async go() {
    await screen.findByRole('heading', { name: 'Instagram' });
  },
};

const places: readonly (readonly [string, Place, readonly (string | RegExp)[]])[] = [
  ['the new password', password, ['Make a new password']],
  ['a new password that was made', candidate, ['It worked', 'It was not taken']],
  ['the devices', devices, ['Paste the list', /^Device/, 'Keep', 'Mine', 'Sign out', /^Edit /]],
  ['a device', device, ['Save', 'Take off the list']],
  ['a list of devices', list, ['Save the list']],
  ['the password to send anew', anew, ['Seal it']],
  ['loans to end', ends, ['End it now', 'End all 2 now']],
  ['the question before an end', asking, ['End it now']],
  ['what an account had', account, [/^Make it the password/, /^Make them the notes/, /^Make it the auth/, 'Delete this key']],
  ['a request', request, ['Give it out again', 'Close it']],
];

/** What was asked of the engine but facts, which a page asks for by itself at any time. */
function acts({ engine }: Page): string[] {
  return engine.state.calls.filter((name) => !(name in topicsOf) && !name.startsWith('codes.'));
}

describe('in a vault that takes no changes', () => {
  it.each(places)('%s cannot be changed, and each button says why', async (_what, place, names) => {
    const page = await openPage({ start: 'sample' }, ({ state }) => place.prepare(state));
    await place.go(page);
    for (const name of names) await screen.findAllByRole('button', { name });
    const dialog = document.querySelector<HTMLElement>('[role="dialog"], [role="alertdialog"]');
    const inside = within(dialog ?? document.body);
    for (const name of names)
      for (const one of inside.getAllByRole('button', { name })) expect(one.getAttribute('aria-disabled')).toBeNull();
    await change(page.engine, (state) => {
      state.readOnly = 'in_use';
      state.changed('vault');
    });
    for (const name of names) {
      await waitFor(() => expect(inside.getAllByRole('button', { name })[0]?.getAttribute('aria-disabled')).toBe('true'));
      const before = acts(page);
      for (const one of inside.getAllByRole('button', { name })) {
        expect(one.getAttribute('aria-disabled')).toBe('true');
        expect(document.getElementById(one.getAttribute('aria-describedby') ?? '')?.textContent).toBe(why);
        await page.user.click(one);
      }
      expect(acts(page)).toEqual(before);
    }
  });

  it('the letters of a run say why instead', async () => {
    const page = await openPage({ start: 'sample' }, ({ state }) => devices.prepare(state));
    await devices.go(page);
    await change(page.engine, (state) => {
      state.readOnly = 'in_use';
      state.changed('vault');
    });
    await waitFor(async () => expect((await button('Paste the list')).getAttribute('aria-disabled')).toBe('true'));
    for (const key of ['n', 's']) {
      await page.user.keyboard(key);
      expect(screen.queryByRole('dialog')).toBeNull();
    }
    expect(document.querySelector('.toast-place [role="status"]')?.textContent).toBe(why);
  });
});
