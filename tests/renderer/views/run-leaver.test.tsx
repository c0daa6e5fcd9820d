import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { RunDetail } from '../../../shared/contracts/engine/runs.ts';
import { anyRun, deviceOf, endedGrant, runOf, stepOf } from '../../support/fake-engine/lent.ts';
import { type FakeState, steadyId } from '../../support/fake-engine/state.ts';
import { asked, button, closePage, openPage, said } from '../../support/page.tsx';

afterEach(closePage);

const member = steadyId('member1');

/** A leaver's run over two accounts, of which one still runs, and one business centre. */
function leaver(state: FakeState): RunDetail {
  const tiktok = state.accounts.find(({ platform }) => platform === 'tiktok');
  const other = state.accounts.find(({ platform }) => platform !== 'tiktok');
  if (tiktok === undefined || other === undefined) throw new Error('no sample accounts');
  const live = endedGrant(state, { account: tiktok.id, title: 'TikTok', state: 'active', until: state.now() + 86_400 });
  const over = endedGrant(state, { id: steadyId('over1'), account: other.id, title: other.title });
  const person = live.row.person;
  return anyRun(
    state,
    'leaver',
    [
      stepOf('list_access'),
      { ...stepOf('end_grant', { grant: live.row.id, blocked: 'grant_live' }), account: tiktok.id },
      stepOf('password', { account: tiktok.id }),
      stepOf('password', { account: other.id }),
      stepOf('devices', { account: tiktok.id }),
      stepOf('roles', { member }),
      stepOf('tell'),
    ],
    {
      row: { person },
      accounts: [tiktok, other].map(({ id, platform, title, username }) => ({ id, platform, title, username })),
      grants: [live, over].map(({ row }) => ({ row, revoked: null, message: null, receipt: null })),
      members: [{ id: member, name: 'Tomás Reyes', level: 'Employee', centre: 'Harbour', platform: 'meta_business' }],
      still: { grants: 1, passwords: 2, codes: 0, backupCodes: 0, devices: 1, members: 1, adCodes: 2 },
    },
  );
}

async function openRun(prepare: (state: FakeState) => void) {
  const page = await openPage({ start: 'sample' }, ({ state }) => prepare(state));
  await page.user.click(await button(/^Runs/));
  await page.user.click(await button('Go on'));
  await waitFor(() => expect(document.querySelector('.step')).not.toBeNull());
  return page;
}
const heads = (): (string | null)[] => [...document.querySelectorAll('.run-left h2')].map((head) => head.textContent);
const title = (): string => document.querySelector('.step.now .title')?.textContent ?? '';

describe('the run of someone who leaves', () => {
  it('stands under what comes first, or account by account', async () => {
    const { user } = await openRun(leaver);
    expect(heads()).toEqual([
      'First 0 of 1',
      'What they can still use 0 of 1',
      'Passwords, the longest known first 0 of 2',
      'Devices 0 of 1',
      'Roles and business centres 0 of 1',
      'Last 0 of 1',
    ]);
    await user.click(screen.getByRole('radio', { name: 'By account' }));
    expect(heads().map((head) => head?.replace(/ \d of \d$/, ''))).toEqual([
      'For all of it',
      expect.stringMatching(/^TikTok/),
      expect.any(String),
      'Business centres',
    ]);
  });

  it('ends what still runs only after a question, and goes on by itself', async () => {
    const { engine, user } = await openRun(leaver);
    await user.keyboard(' ');
    await waitFor(() => expect(title()).toContain('End the loan'));
    await user.click(await button('End it now'));
    const dialog = await screen.findByRole('alertdialog', { name: 'End it for Tomás?' });
    expect(engine.state.calls).not.toContain('grants.end');
    await user.click(within(dialog).getByRole('button', { name: 'End it now' }));
    await asked(engine, 'grants.end');
    await waitFor(() => expect(title()).toContain('Set a new password'));
  });

  it('says what of theirs is still open', async () => {
    await openRun(leaver);
    const lines = [...document.querySelectorAll('.run-promises .promise')].map((line) => line.textContent);
    expect(lines).toEqual([
      '1 grant still runs',
      '2 passwords still exposed',
      '1 device may still be in',
      'Still at 1 business centre',
      '2 ad codes still run',
    ]);
    expect((await button(/^Close all their grants/)).getAttribute('aria-disabled')).toBe('true');
  });

  it('seals the word for what is over, and copies it', async () => {
    const { engine, user } = await openRun(leaver);
    await user.click(screen.getByRole('button', { name: /^Tell Tomás it has ended/ }));
    await user.click(await button('Seal the word for them'));
    await asked(engine, 'grants.end');
    await user.click(await button('Copy the word'));
    await said(/^Copied\./);
    expect(engine.bugs).toEqual([]);
  });

  it('makes the password of the account at hand, and notes devices of no other', async () => {
    const { engine, user } = await openRun(leaver);
    await user.keyboard('n');
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.click(screen.getByRole('button', { name: /^TikTok, .*: Sign out the devices/ }));
    await user.keyboard('n');
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Pixel 8{Enter}');
    await waitFor(() => expect(engine.state.devices).toHaveLength(1));
    expect(engine.state.devices[0]?.account).toBe(engine.state.accounts.find(({ platform }) => platform === 'tiktok')?.id);
  });

  it('takes a person out of a business centre', async () => {
    const { engine, user } = await openRun(leaver);
    await user.click(screen.getByRole('button', { name: 'Take them out of Harbour' }));
    expect(document.querySelector('.step.now')?.textContent).toContain('Tomás Reyes is there as Employee.');
    await user.keyboard(' ');
    await waitFor(() => expect(engine.state.runs[0]?.steps.find(({ key }) => key === `roles:${member}`)?.state).toBe('done'));
  });
});

describe('those who stay', () => {
  it('are sent the new password, one whose words were not compared only after a question', async () => {
    const { engine, user } = await openRun((state) => {
      const grant = endedGrant(state);
      runOf(state, grant, ['send_anew', 'apps']);
      const nora = { contact: steadyId('nora'), name: 'Nora Blum', verified: false };
      for (const [id, person] of [
        ['stays1', { ...nora, name: 'Ben Ode', verified: true }],
        ['stays2', nora],
      ] as const) {
        const stays = endedGrant(state, { id: steadyId(id), state: 'active', until: state.now() + 86_400, person });
        state.outdated.add(stays.row.id);
      }
    });
    const [ben, nora] = await screen.findAllByRole('button', { name: 'Seal it' });
    if (ben === undefined || nora === undefined) throw new Error('nobody stays');
    await user.click(nora);
    const dialog = await screen.findByRole('alertdialog', { name: 'Nora’s words were not compared' });
    await user.click(within(dialog).getByRole('button', { name: 'Do not seal it' }));
    await user.click(ben);
    await user.click(await button('Copy the message'));
    await said(/^Copied\./);
    expect(engine.state.outdated.size).toBe(1);
  });
});

describe('after a handoff', () => {
  it('says which device to look for, takes it as promised, and outlines anything else', async () => {
    await openRun((state) => {
      const grant = endedGrant(state, { state: 'active', until: state.now() + 86_400 });
      const { account, platform, title: name, username, person } = grant.row;
      const about = { account, grant: grant.row.id };
      anyRun(state, 'after_handoff', [{ ...stepOf('look_at_devices'), ...about }, stepOf('anything_else')], {
        row: { grant: grant.row, account: { id: account, platform, title: name, username }, person },
        promised: 'Chrome on Windows',
      });
      const theirs = { whose: 'contact' as const, person, grant: grant.row.id };
      deviceOf(state, account, { name: 'Windows PC', ...theirs, listed: state.now() });
      deviceOf(state, account, { name: 'iPhone', ...theirs });
      deviceOf(state, account, { name: 'Firefox' });
    });
    const sentence = 'You should now see one new device: Chrome on Windows, Tomás’s.';
    await waitFor(() => expect(document.querySelector('.step.now')?.textContent).toContain(sentence));
    const card = (name: string) => screen.getByRole('listitem', { name });
    await screen.findByRole('listitem', { name: 'Windows PC, Tomás’s' });
    expect(card('Windows PC, Tomás’s').textContent).toContain('As promised');
    expect(card('iPhone, Tomás’s').textContent).toContain('promised, not seen yet');
    expect(card('iPhone, Tomás’s').className).toBe('dev');
    expect(card('Firefox, whose?').className).toContain('hot');
  });
});
