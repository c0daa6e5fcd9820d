import { addDays, dateAt } from '../../main/core/codes/zone.ts';
import type { TestEngine } from './engine-world.ts';
import { draftFor } from './session-world.ts';

/** When the sandbox of a test begins: a Wednesday, 10:00 in Berlin. */
export const NOW = Date.UTC(2026, 10, 25, 9) / 1000;
export const PAGE = { offset: 0, limit: 200 };
export const LIST = { query: '', sort: 'title', trashed: false, ...PAGE } as const;

/** The owner hands Harbour TikTok off for three days; its message is sealed, and given to nobody yet. */
export async function handOff(
  engine: TestEngine,
  to = 'Tomás Reyes',
): Promise<{ readonly message: string; readonly account: string; readonly grant: string }> {
  const { rows } = await engine.ask('accounts.list', LIST);
  const account = rows.find(({ title }) => title === 'Harbour TikTok')?.id ?? '';
  const { people } = await engine.ask('people.list', {});
  const contact = people.find(({ name }) => name === to)?.id ?? '';
  const draft = draftFor(account, contact, addDays(dateAt(NOW, 'Europe/Berlin'), 3));
  const { sealed, grant } = await engine.ask('handoff.seal', { draft, sendUnverified: false });
  return { message: sealed.message, account, grant };
}
