import type { EngineContract } from '../../shared/contracts/engine.ts';
import type { accountListCalls } from '../../shared/contracts/engine/account-list.ts';
import type { Handlers } from '../../shared/wire/serve.ts';
import { tagsIn } from '../core/accounts/filter.ts';
import type { LossGate } from './loss-gate.ts';
import type { QualityPass } from './quality-pass.ts';
import type { Session } from './session.ts';

/** What is asked of, and done to, the list of accounts. */
export function accountListHandlers(
  open: () => Session,
  qualities: QualityPass,
  gate: LossGate,
): Pick<Handlers<EngineContract>, keyof typeof accountListCalls> {
  const purge = (ids: readonly string[]) => {
    const { trash } = open();
    // SECURITY: only those that were counted: others may come to the trash before it is this call's turn, or while the person is asked.
    const counted = trash.free(ids);
    return gate.lose(counted.size, () => trash.purge(ids, counted));
  };
  return {
    'accounts.ids': (query) => open().accounts.ids(query),
    'accounts.facets': (of) => {
      // Whoever looks at the filters may want the weak passwords; the answer with them comes by the topic.
      void qualities.begin();
      return open().accounts.facets(of);
    },
    'accounts.bulk': (form) => open().bulks.run(form),
    'accounts.pin': (form) => open().pins.pin(form),
    'accounts.unpin': ({ id }) => open().pins.unpin(id),
    'accounts.similar': (form) => open().accounts.similar(form),
    'tags.list': ({ of }) => ({ tags: tagsIn(open().accounts.tags(of)) }),
    'tags.rename': (form) => open().bulks.rename(form),
    'trash.of': ({ id }) => ({ stay: open().trash.of(id) }),
    'trash.purge': ({ ids }) => purge(ids),
    // What is in it now: what comes to it while the person is asked is none of what they were asked about.
    'trash.empty': () => purge(open().trash.all()),
    'clients.putBack': ({ id }) => open().clients.putBack(id),
  };
}
