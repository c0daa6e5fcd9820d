import { expect, it } from 'vitest';
import type { Session } from '../../../main/engine/session.ts';
import { take } from '../../support/session-world.ts';
import { addMember, businessWorld, DAY } from './business-world.ts';

const CENTRES = 500;
const EACH = 10;

/** Centres with as many things and people each; their ids. */
async function laidOut({ book }: Session, contact: string, made: number): Promise<string[]> {
  const centres = Array.from({ length: CENTRES }, () => book.newId());
  take(
    await book.change((draft) => {
      for (const [n, id] of centres.entries()) {
        const own = { platform: 'meta_business', owner: 'me' as const, archived: false, made };
        draft.put('centre', id, { ...own, name: `Centre ${n}`, number: `${n}` });
        for (let m = 0; m < EACH; m++) {
          const asset = book.newId();
          draft.put('asset', asset, { centre: id, kind: 'page', name: `Thing ${m}`, hold: 'owns', made, number: `${n}-${m}` });
          const who = { as: m === 0 ? ('partner' as const) : ('person' as const), name: `Member ${m}`, level: 'Low', lowest: true };
          const stay = { state: 'active' as const, made, until: made + (m - 2) * DAY };
          draft.put('member', book.newId(), { ...who, ...stay, centre: id, contact, assets: [asset] });
        }
      }
      return {};
    }),
  );
  return centres;
}

it('lists and opens a centre among 500 with 5 000 people and as many things after each change, and prints the times', async () => {
  const clock = { now: 0 };
  const { owner, tomas } = await businessWorld(clock);
  const [centre = ''] = await laidOut(owner, tomas, clock.now);
  // Every record is checked once, by whoever asks first.
  owner.book.warm();
  const best: Record<string, number> = {};
  const timed = (what: string, work: () => void): void => {
    const from = performance.now();
    work();
    best[what] = Math.min(best[what] ?? Infinity, Math.round(performance.now() - from));
  };
  for (let round = 1; round <= 3; round++) {
    await addMember(owner, centre, { name: `Late ${round}` });
    timed('listAndGet', () => {
      expect(owner.centres.list({ archived: false, offset: 0, limit: 200 }).rows).toHaveLength(200);
      expect(take(owner.centres.get(centre)).members).toHaveLength(EACH + round);
    });
    timed('search', () => expect(owner.centres.list({ archived: false, query: '499-9', offset: 0, limit: 200 }).total).toBe(1));
    timed('numbers', () => expect(owner.numbers.list({ offset: 0, limit: 200 }).total).toBe(CENTRES * (EACH + 1)));
    timed('over', () => expect(owner.centres.over).toBe(CENTRES * 3));
  }
  console.log(`business: ${CENTRES} centres, ${CENTRES * EACH} members, ms: ${JSON.stringify(best)}`);
}, 60_000);
