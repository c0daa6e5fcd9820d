import type { CallName, Params, Result } from '../../../shared/contract.ts';
import type { EngineContract } from '../../../shared/contracts/engine.ts';
import type { TestEngine } from '../../support/engine-world.ts';

/** What a call may answer when something it needs is not there; a bug never. */
const FINE = new Set(['not_found', 'damaged_vault', 'access_ended', 'access_not_begun', 'secrets_closed', 'no_seed']);

const page = { offset: 0, limit: 200 };
const zone = 'Europe/Berlin';

type Ask = <N extends CallName<EngineContract>>(
  name: N,
  params: Params<EngineContract, N>,
  mayFail?: boolean,
) => Promise<Result<EngineContract, N> | null>;

/** What was asked for, what is due, and who is in which business centre. */
async function readAround(ask: Ask): Promise<void> {
  for (const { id } of (await ask('requests.list', page))?.rows ?? []) await ask('requests.get', { id });
  for (const { id } of (await ask('relay.list', page))?.rows ?? []) await ask('relay.get', { id });
  const { open } = (await ask('review.state', { zone })) ?? { open: null };
  if (open !== null) await ask('review.rows', { id: open.id, ...page });
  await ask('reminders.list', { zone });
  await ask('ledger.list', { side: 'given', state: 'all', client: null, person: null, account: null, query: '', ...page });
  await ask('log.search', { account: null, person: null, group: null, from: null, until: null, ...page });
  await ask('log.witnesses', {});
  await ask('platforms.added', {});
  for (const { id } of (await ask('business.list', { archived: false, ...page }))?.rows ?? []) {
    const { members } = (await ask('business.get', { id })) ?? { members: [] };
    for (const member of members) await ask('business.stays', { member: member.id });
  }
  await ask('business.adCodes', { only: 'all', ...page });
  await ask('business.numbers', page);
}

/** Asks an engine for everything a page would, and gives what failed in a way that is no answer. Lists must come. */
export async function readAll(engine: TestEngine): Promise<string[]> {
  const failures: string[] = [];
  const ask: Ask = async (name, params, mayFail = false) => {
    const reply = await engine.client.call(name, params);
    if (reply.ok) return reply.value;
    if (!mayFail || !FINE.has(reply.code)) failures.push(`${name} ${reply.code}`);
    return null;
  };
  await ask('vault.state', {});
  await ask('vault.health', {});
  await ask('clients.list', {});
  for (const trashed of [false, true]) {
    const list = await ask('accounts.list', { query: '', sort: 'title', trashed, ...page });
    for (const { id } of list?.rows ?? []) {
      await ask('accounts.get', { id });
      await ask('codes.live', { account: id }, true);
      await ask('devices.list', { account: id });
      await ask('log.list', { account: id, ...page });
      await ask('platforms.ownSteps', { account: id });
      await ask('trash.of', { id });
      await ask('strength.account', { id }, true);
      for (const field of ['password', 'notes']) await ask('accounts.reveal', { id, field }, true);
    }
  }
  await ask('accounts.list', { query: 'tik', sort: 'used', trashed: false, ...page });
  await ask('accounts.ids', { query: '', sort: 'title', trashed: false });
  await ask('accounts.facets', { trashed: false });
  await ask('tags.list', {});
  await ask('me.get', {}, true);
  for (const { id } of (await ask('people.list', {}))?.people ?? []) await ask('people.get', { id });
  for (const { id } of (await ask('inbox.list', page))?.rows ?? []) await ask('inbox.get', { id });
  for (const { id } of (await ask('grants.list', page))?.rows ?? []) await ask('grants.get', { id });
  for (const { id } of (await ask('received.list', page))?.rows ?? []) {
    await ask('received.get', { id });
    await ask('received.code', { id }, true);
    await ask('received.reveal', { id, field: 'password' }, true);
  }
  for (const { id } of (await ask('runs.list', page))?.rows ?? []) await ask('runs.get', { id });
  await readAround(ask);
  await ask('log.list', page);
  await ask('log.verify', {});
  await ask('aside.list', page);
  await ask('aside.log', {});
  return failures;
}
